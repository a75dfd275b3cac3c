using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Discharge.Api.Tests.OpenApi;

/// <summary>What the contract says can be posted, so that a command there will be one day is put to the same tests.</summary>
internal sealed partial class Contract
{
    public IReadOnlyList<Command> Commands =>
    [
        .. from path in document["paths"]!.AsObject()
           let post = path.Value!["post"]
           where post is not null
           let body = post["requestBody"]!["content"]!["application/json"]!
           select new Command(path.Key, body["example"]!.AsObject(), FieldsOf(body["schema"]!, string.Empty)),
    ];

    private List<Field> FieldsOf(JsonNode schema, string under)
    {
        var whole = Meant(schema);
        var required = whole["required"]?.AsArray().Select(name => (string)name!).ToHashSet() ?? [];
        var fields = new List<Field>();
        foreach (var (name, described) in whole["properties"]!.AsObject())
        {
            var of = Meant(described!);
            fields.Add(new(under + name, required.Contains(name), of));
            if (of["properties"] is not null)
            {
                fields.AddRange(FieldsOf(of, $"{under}{name}."));
            }
        }

        return fields;
    }

    // What may be null is described as a choice between null and what it is.
    private JsonNode Meant(JsonNode schema) => Followed(schema) is var described && described["oneOf"] is JsonArray choices
        ? Meant(choices.First(choice => (string?)choice!["type"] != "null")!)
        : described;

    /// <summary>A command, with an example of what it says.</summary>
    public sealed partial record Command(string Path, JsonObject Example, IReadOnlyList<Field> Fields)
    {
        /// <summary>Whether it says when it happened, as everything does that is put on record.</summary>
        public bool IsDated => Fields.Any(said => said is { Name: "occurredAt", IsMoment: true, IsRequired: true });

        /// <summary>The path with a case in it, and whatever else it names: an entry's number or an id, unless another is given.</summary>
        public string At(string id, string? part = null) => NamedPart().Replace(
            Path.Replace("{id}", id, StringComparison.Ordinal), name => part ?? (name.Value is "{bed}" or "{referral}" or "{task}" or "{person}" ? "019b76da-a800-7000-8000-000000000001" : "1"));

        /// <summary>The example as if it had happened within the last hours, changed in one place.</summary>
        public JsonObject Saying(string? field = null, JsonNode? value = null)
        {
            var body = Example.DeepClone().AsObject();
            foreach (var moment in Fields.Where(moment => moment.IsMoment && body.ContainsKey(moment.Name)))
            {
                body[moment.Name] = DischargeCases.Patient.Ago(2);
            }

            if (field is not null)
            {
                var (parent, name) = Place(body, field);
                parent[name] = value;
            }

            return body;
        }

        public JsonObject Without(string field)
        {
            var body = Saying();
            var (parent, name) = Place(body, field);
            parent.Remove(name);
            return body;
        }

        // A part that the example leaves out begins empty; what else it lacks is named beside the field looked for.
        private static (JsonObject Parent, string Name) Place(JsonObject body, string field)
        {
            var steps = field.Split('.');
            foreach (var step in steps[..^1])
            {
                body = (body[step] ??= new JsonObject()).AsObject();
            }

            return (body, steps[^1]);
        }

        [GeneratedRegex(@"\{\w+\}")]
        private static partial Regex NamedPart();
    }

    /// <summary>One field of a body, by its name as problems name it.</summary>
    public sealed record Field(string Name, bool IsRequired, JsonNode Schema)
    {
        public bool IsMoment => (string?)Schema["format"] == "date-time";

        public bool IsChoice => Schema["enum"] is not null;

        public bool IsWords => TypeIs("string") && Schema["format"] is null && Schema["enum"] is null && Schema["pattern"] is null;

        public bool IsInside => Name.Contains('.', StringComparison.Ordinal);

        private bool TypeIs(string type) => Schema["type"] switch
        {
            JsonArray several => several.Any(one => (string?)one == type),
            var one => (string?)one == type,
        };
    }
}
