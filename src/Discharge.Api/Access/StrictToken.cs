using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Access;

/// <summary>What a token has to be beside validly signed, from a good issuer and in time. Two readers must never take one token for two things (RFC 8725, RFC 7515 4.1.11).</summary>
internal static class StrictToken
{
    private static readonly string[] Times = ["exp", "nbf", "iat"];

    /// <summary>Whether it says everything once, in the form it is to be said in, asks for nothing that is not understood here, and was not issued in the future.</summary>
    public static bool IsPlain(JsonWebToken token, DateTimeOffset now, TimeSpan skew)
    {
        try
        {
            return Parts(token.EncodedHeader) is { } header && !header.ContainsKey("crit") && !header.ContainsKey("zip")
                && Parts(token.EncodedPayload) is { } payload && Times.All(time => IsWholeSeconds(payload, time)) && payload.ContainsKey("exp")
                && (!payload.TryGetValue("iat", out var issued) || issued.GetInt64() <= (now + skew).ToUnixTimeSeconds());
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsWholeSeconds(Dictionary<string, JsonElement> payload, string time) =>
        !payload.TryGetValue(time, out var said) || (said.ValueKind is JsonValueKind.Number && said.TryGetInt64(out var seconds) && seconds is > 0 and < 253402300800);

    /// <summary>What it says, by name; null where a name stands twice.</summary>
    private static Dictionary<string, JsonElement>? Parts(string encoded)
    {
        var said = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in JsonDocument.Parse(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(encoded))).RootElement.EnumerateObject())
        {
            if (!said.TryAdd(property.Name, property.Value))
            {
                return null;
            }
        }

        return said;
    }
}
