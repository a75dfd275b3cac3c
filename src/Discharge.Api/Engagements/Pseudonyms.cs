using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Persistence;
using Discharge.Persistence.Engagements;
using Discharge.Persistence.PersonalData;

namespace Discharge.Api.Engagements;

/// <summary>
/// What auditors are shown: everybody under a pseudonym, and no words of any note, until whom the one case asked for is about was revealed to them. It is taken from the answer itself, so that no
/// endpoint can show more.
/// </summary>
public static class Pseudonyms
{
    private const string Name = "name";

    // The last digits of an id of version 7 are random.
    private const int Telling = 8;

    // What says who somebody is. A name is a name of much else too, so it is taken with the whole person only.
    private static readonly HashSet<string> Details =
        [.. typeof(PersonDetails).GetProperties().Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).Except([Name])];

    /// <summary>An answer as the caller may see it.</summary>
    /// <param name="json">The answer.</param>
    /// <param name="http">The request.</param>
    public static ReadOnlyMemory<byte> Shown(ReadOnlyMemory<byte> json, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return Caller.Of(http).Role is Role.Auditor && http.Features.Get<Engaged>() is not { Reveals: true } ? In(json) : json;
    }

    /// <summary>An answer without anything that says who somebody is.</summary>
    internal static ReadOnlyMemory<byte> In(ReadOnlyMemory<byte> json)
    {
        var answer = JsonNode.Parse(json.Span);
        TakeFrom(answer, pseudonym: null);
        return JsonSerializer.SerializeToUtf8Bytes(answer, PublicJson.Options);
    }

    private static void TakeFrom(JsonNode? node, string? pseudonym)
    {
        if (node is JsonArray list)
        {
            foreach (var member in list)
            {
                TakeFrom(member, pseudonym);
            }
        }
        else if (node is JsonObject one)
        {
            var own = (one["id"] ?? one["case"] ?? one["personRef"]) is JsonValue id && id.TryGetValue<string>(out var spelled) && spelled.Length > Telling ? $"Person {spelled[^Telling..].ToUpperInvariant()}" : pseudonym;
            foreach (var (field, value) in one.ToArray())
            {
                if (value is JsonObject && (field is "person" || (field is "before" && one.ContainsKey("corrected"))))
                {
                    one[field] = new JsonObject { [Name] = own ?? "Person" };
                }
                else if (Details.Contains(field))
                {
                    one.Remove(field);
                }
                else if (field == NoteWords.Words && one.ContainsKey("hash"))
                {
                    one.Remove(field);
                    one[NoteWords.Withheld] = true;
                }
                else
                {
                    TakeFrom(value, own);
                }
            }
        }
    }
}
