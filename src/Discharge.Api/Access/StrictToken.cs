using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Access;

/// <summary>What a token has to be beside validly signed, from a good issuer and in time. Two readers must never take one token for two things (RFC 8725, RFC 7515 4.1.11).</summary>
internal static class StrictToken
{
    private static readonly string[] Times = ["exp", "nbf", "iat"];

    private static readonly JsonDocumentOptions EachOnce = new() { AllowDuplicateProperties = false };

    /// <summary>Whether it says everything once, in the form it is to be said in, asks for nothing that is not understood here, and was not issued in the future.</summary>
    public static bool IsPlain(JsonWebToken token, DateTimeOffset now, TimeSpan skew)
    {
        try
        {
            var (header, payload) = (Said(token.EncodedHeader), Said(token.EncodedPayload));
            return !header.TryGetProperty("crit", out _) && !header.TryGetProperty("zip", out _)
                && Times.All(time => IsWholeSeconds(payload, time)) && payload.TryGetProperty("exp", out _)
                && (!payload.TryGetProperty("iat", out var issued) || issued.GetInt64() <= (now + skew).ToUnixTimeSeconds());
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsWholeSeconds(JsonElement payload, string time) =>
        !payload.TryGetProperty(time, out var said) || (said.ValueKind is JsonValueKind.Number && said.TryGetInt64(out var seconds) && seconds is > 0 and < 253402300800);

    private static JsonElement Said(string encoded) => JsonElement.Parse(Base64UrlEncoder.DecodeBytes(encoded), EachOnce);
}
