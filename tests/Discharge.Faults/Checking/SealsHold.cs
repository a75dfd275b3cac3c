using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Discharge.Faults.Checking;

/// <summary>I8: each entry bears a seal over itself and the one before it, worked out anew without any code of the service.</summary>
internal static class SealsHold
{
    private static readonly byte[] Key = HKDF.DeriveKey(HashAlgorithmName.SHA256, Node.Secret, outputLength: 32, info: "discharge.record-seal.v1"u8.ToArray());

    // What a seal is over, and the seal.
    private static readonly string[] Headers = ["organisation", "role", "seal"];

    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.SelectMany(Against).Concat(Unsealed(evidence));

    private static IEnumerable<string> Unsealed(Evidence evidence) =>
        from one in evidence.Cases.Values
        from entry in one.Events
        from header in JsonNode.Parse(entry.Headers)!.AsObject().Select(header => header.Key).Except(Headers)
        select $"{one.Id}: entry {entry.Version} has a header that no seal is over: {header}";

    private static IEnumerable<string> Against(StoredCase one) =>
        from pair in one.Events.Prepend(null).Zip(one.Events)
        let seal = pair.Second.Header("seal")
        where seal is null || seal != Over(one.Id, pair.First?.Header("seal"), pair.Second)
        select $"{one.Id}: entry {pair.Second.Version} {(seal is null ? "bears no seal" : "does not bear out its seal")}";

    private static string Over(Guid id, string? before, StoredEvent entry)
    {
        var text = Canonical(new JsonObject
        {
            ["after"] = before ?? string.Empty,
            ["by"] = entry.By,
            ["causation"] = entry.Causation,
            ["content"] = JsonNode.Parse(entry.Data),
            ["correlation"] = entry.Correlation,
            ["name"] = entry.Type,
            ["organisation"] = entry.Header("organisation") ?? string.Empty,
            ["recordedAt"] = (entry.RecordedAt - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
            ["role"] = entry.Header("role") ?? string.Empty,
            ["stream"] = $"{id}",
            ["version"] = entry.Version,
        });
        return Base64Url.EncodeToString(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(text)));
    }

    private static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{Quoted(member.Key)}:{Canonical(member.Value)}"))}}}",
        JsonArray values => $"[{string.Join(',', values.Select(Canonical))}]",
        _ when node.GetValueKind() is System.Text.Json.JsonValueKind.String => Quoted(node.GetValue<string>()),
        _ => node.ToJsonString(),
    };

    private static string Quoted(string text) => $"\"{string.Concat(text.Select(letter => letter switch
    {
        '"' or '\\' => $"\\{letter}",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
        _ => $"{letter}",
    }))}\"";
}
