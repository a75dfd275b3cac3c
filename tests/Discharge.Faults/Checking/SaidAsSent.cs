using System.Globalization;
using System.Text.Json.Nodes;
using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Checking;

/// <summary>Whether an entry says what was sent: each field that both have, the words of its note, and of an opening who it is about.</summary>
internal static class SaidAsSent
{
    public static IEnumerable<string> Against(Told told, StoredEvent entry, StoredCase one)
    {
        var (sent, said) = (JsonNode.Parse(told.First.Body)!.AsObject(), JsonNode.Parse(entry.Data)!.AsObject());
        foreach (var (field, value) in sent)
        {
            var kept = field switch
            {
                "person" => null,
                "note" when said["note"] is JsonObject note => JsonValue.Create(one.Words.GetValueOrDefault((Guid)note["id"]!)?.Text),
                _ => said[field],
            };
            if (said.ContainsKey(field) && field is not "person" && !IsSame(value, kept))
            {
                yield return $"{field} was sent as {value?.ToJsonString()}, and entry {entry.Version} has {kept?.ToJsonString() ?? "nothing"}";
            }
        }

        if (sent["person"] is JsonObject person && one.Person?.Details is { } details && JsonNode.Parse(details) is JsonObject known)
        {
            foreach (var (field, value) in person.Where(field => known.ContainsKey(field.Key) && !IsSame(field.Value, known[field.Key])))
            {
                yield return $"the person's {field} was sent as {value?.ToJsonString()}, and {known[field]?.ToJsonString() ?? "nothing"} is kept";
            }
        }
    }

    // A moment may be written in several ways.
    private static bool IsSame(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(one, other) || (Moment(one) is { } moment && moment == Moment(other));

    private static DateTimeOffset? Moment(JsonNode? said) =>
        said is JsonValue value && value.TryGetValue(out string? text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment) ? moment : null;
}
