using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Persistence.PersonalData;

namespace Discharge.Persistence.Records;

/// <summary>Facts as the person they are of is shown them. Whatever names a member of staff or a note is told by its type, so that no field of either can be forgotten.</summary>
internal static class ExportedFacts
{
    private const string Note = "$note";

    private const string Staff = "member-of-staff";

    private static readonly JsonSerializerOptions Options = Frozen();

    /// <summary>A fact, each note of it with its words unless they are withheld.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="words">The words that are kept.</param>
    /// <param name="withheld">On what ground the words of the note in a field are withheld; null where they are not.</param>
    public static JsonNode Show(object fact, NoteWords words, Func<string, WithholdingGround?> withheld)
    {
        var shown = JsonSerializer.SerializeToNode(fact, fact.GetType(), Options)!.AsObject();
        // When it happened and what it departs from stand beside it.
        shown.Remove("occurredAt");
        shown.Remove("departures");
        Tell(shown, field: string.Empty);
        return shown;

        void Tell(JsonNode? node, string field)
        {
            switch (node)
            {
                case JsonObject note when note[Note] is { } id:
                    note.Remove(Note);
                    var (key, value) = (withheld(field), words.Of(id.GetValue<Guid>())) switch
                    {
                        ({ } ground, _) => ("withheld", JsonValue.Create(PublicJson.Spell(ground))),
                        (_, { } said) => (NoteWords.Words, JsonValue.Create(said)),
                        _ => (NoteWords.DisposedOf, JsonValue.Create(true)),
                    };
                    note[key] = value;
                    break;
                case JsonObject part:
                    foreach (var (name, inner) in part.ToArray())
                    {
                        Tell(inner, name);
                    }

                    break;
                case JsonArray many:
                    foreach (var one in many)
                    {
                        Tell(one, field);
                    }

                    break;
            }
        }
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions { Converters = { new Notes(), new AnyStaff() } };
        PublicJson.Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class Notes : JsonConverter<NoteRef>
    {
        public override NoteRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("What is exported is not read.");

        public override void Write(Utf8JsonWriter writer, NoteRef value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString(Note, value.Id);
            writer.WriteEndObject();
        }
    }

    private sealed class AnyStaff : JsonConverter<Subject>
    {
        public override Subject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("What is exported is not read.");

        public override void Write(Utf8JsonWriter writer, Subject value, JsonSerializerOptions options) => writer.WriteStringValue(Staff);
    }
}
