using System.Globalization;
using System.Text.Json.Nodes;
using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Checking;

/// <summary>Whether an entry says what was sent, each field of it, with the words of its note, and of an opening who it is about; and whether it says who sent it.</summary>
internal static class SaidAsSent
{
    // What has another name in the store than in the request.
    private static readonly Dictionary<string, string> Stored = new() { ["criteriaMet"] = "met" };

    public static IEnumerable<string> Against(Told told, StoredEvent entry, StoredCase one)
    {
        var (sent, said) = (JsonNode.Parse(told.First.Body)!.AsObject(), JsonNode.Parse(entry.Data)!.AsObject());
        foreach (var (field, value) in sent.Where(field => field.Key is not "person"))
        {
            var kept = said[Stored.GetValueOrDefault(field, field)];
            if (field is "note" && kept is JsonObject note)
            {
                kept = JsonValue.Create(one.Words.GetValueOrDefault((Guid)note["id"]!)?.Text);
            }

            if (!IsSame(value, kept))
            {
                yield return $"{field} was sent as {value?.ToJsonString()}, and entry {entry.Version} has {kept?.ToJsonString() ?? "nothing"}";
            }
        }

        if (entry.Entry is { RecordedBy: var by } && $"{by.Id}\n{by.Role}\n{by.Organisation.Value}" != told.First.Caller)
        {
            yield return $"it was sent by {told.First.Caller.ReplaceLineEndings(", ")}, and entry {entry.Version} was recorded by {by.Id}, {by.Role}, {by.Organisation.Value}";
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
