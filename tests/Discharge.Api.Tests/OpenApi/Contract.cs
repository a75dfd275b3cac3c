using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Discharge.Api.Tests.OpenApi;

/// <summary>The contract as the real service gives it out, and whether a body keeps to it.</summary>
internal sealed partial class Contract(JsonNode document)
{
    public static async Task<Contract> OfAsync(RunningService service) => new(JsonNode.Parse(await service.Http.GetStringAsync("/openapi/v1.json"))!);

    public JsonNode Document => document;

    public IEnumerable<Described> Operations =>
        from path in document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        select new Described(method.Key.ToUpperInvariant(), path.Key, method.Value!);

    /// <summary>Every command on a discharge case, in the order of their examples' moments.</summary>
    public IEnumerable<Described> CommandsInOrder => InOrder(path => !path.StartsWith("/v1/reablement-", StringComparison.Ordinal) && !path.StartsWith("/v1/rehabilitation-", StringComparison.Ordinal));

    /// <summary>Every command on a reablement case but the withdrawal of an entry, in the same order.</summary>
    public IEnumerable<Described> ReablementInOrder => InOrder(path => path.StartsWith("/v1/reablement-cases/", StringComparison.Ordinal) && !path.EndsWith("/withdrawal", StringComparison.Ordinal));

    /// <summary>Every command on a rehabilitation-bed case but the withdrawal of an entry, in the same order.</summary>
    public IEnumerable<Described> RehabilitationInOrder => InOrder(path => path.StartsWith("/v1/rehabilitation-bed-cases/", StringComparison.Ordinal) && !path.EndsWith("/withdrawal", StringComparison.Ordinal));

    public Described Operation(string method, string path) => Operations.Single(operation => operation.Method == method && operation.Path == path);

    public IEnumerable<JsonNode> Everywhere() => Below(document);

    /// <summary>Where a body does not keep to its schema: a field it lacks, has too many or spells otherwise.</summary>
    public IEnumerable<string> Faults(JsonNode? body, JsonNode schema, string at = "body") => (Followed(schema), body) switch
    {
        ({ } described, _) when described["oneOf"] is JsonArray choices => choices.Any(choice => !Faults(body, choice!, at).Any()) ? [] : [$"{at}: {body} is none of its choices"],
        ({ } described, _) when !IsTyped(described, body) => [$"{at}: {body} is not {described["type"]}"],
        ({ } described, JsonObject fields) when described["properties"] is JsonObject named => FaultsInside(fields, named, described, at),
        ({ } described, JsonArray items) when described["items"] is { } each => items.SelectMany((item, index) => Faults(item, each, $"{at}[{index}]")),
        ({ } described, JsonValue value) when described["enum"] is JsonArray words && words.All(word => word!.ToString() != value.ToString()) => [$"{at}: {value} is not among the words"],
        ({ } described, JsonValue value) when (string?)described["format"] is "date-time" && !Moment().IsMatch(value.ToString()) => [$"{at}: {value} is no moment with an offset"],
        ({ } described, JsonValue value) when (string?)described["pattern"] is { } pattern && !Regex.IsMatch(value.ToString(), pattern) => [$"{at}: {value} does not fit {pattern}"],
        _ => [],
    };

    private IEnumerable<Described> InOrder(Func<string, bool> isOf) =>
        from operation in Operations
        where operation.Method == "POST" && operation.Path.Contains("/{id}/", StringComparison.Ordinal) && isOf(operation.Path) && operation.Request!["example"]!["occurredAt"] is not null
        orderby DateTimeOffset.Parse(operation.Request!["example"]!["occurredAt"]!.ToString(), CultureInfo.InvariantCulture)
        select operation;

    private IEnumerable<string> FaultsInside(JsonObject fields, JsonObject named, JsonNode described, string at) =>
    [
        .. (described["required"] as JsonArray ?? []).Select(name => name!.ToString()).Where(name => !fields.ContainsKey(name)).Select(name => $"{at}.{name} is missing"),
        .. fields.SelectMany(field => named[field.Key] is { } schema ? Faults(field.Value, schema, $"{at}.{field.Key}") : [$"{at}.{field.Key} is not described"]),
    ];

    private JsonNode Followed(JsonNode schema) => schema["$ref"] is { } reference ? document["components"]!["schemas"]![reference.ToString().Split('/')[^1]]! : schema;

    private static bool IsTyped(JsonNode schema, JsonNode? body) => (schema["type"], body?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        (null, _) => true,
        (var type, JsonValueKind.Object) => Allows(type, "object"),
        (var type, JsonValueKind.Array) => Allows(type, "array"),
        (var type, JsonValueKind.String) => Allows(type, "string"),
        (var type, JsonValueKind.Number) => Allows(type, "integer") || Allows(type, "number"),
        (var type, JsonValueKind.True or JsonValueKind.False) => Allows(type, "boolean"),
        (var type, _) => Allows(type, "null"),
    };

    private static bool Allows(JsonNode type, string kind) => type is JsonArray several ? several.Any(one => one!.ToString() == kind) : type.ToString() == kind;

    private static IEnumerable<JsonNode> Below(JsonNode node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value).OfType<JsonNode>().SelectMany(Below).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Below).Prepend(node),
        _ => [node],
    };

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex Moment();
}

/// <summary>One operation of the contract.</summary>
internal sealed record Described(string Method, string Path, JsonNode Operation)
{
    public JsonNode? Request => Operation["requestBody"]?["content"]?["application/json"];

    /// <summary>What is answered when all is well, but for 304, which has no body.</summary>
    public IEnumerable<(int Status, JsonNode Response)> Answers =>
        from response in Operation["responses"]!.AsObject()
        let status = int.Parse(response.Key, CultureInfo.InvariantCulture)
        where status is >= 200 and < 300
        select (status, response.Value);

    public IEnumerable<JsonNode> Parameters => (Operation["parameters"] as JsonArray ?? []).OfType<JsonNode>();

    public override string ToString() => $"{Method} {Path}";
}
