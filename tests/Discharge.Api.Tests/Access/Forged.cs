using System.Security.Cryptography;
using System.Text;
using Discharge.Api.Access;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Tests.Access;

/// <summary>Tokens written by hand, each with one thing in it that no issuer would write (RFC 8725 and the known attacks on readers of tokens).</summary>
internal static class Forged
{
    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>One with nothing forged in it.</summary>
    public static string Nothing(ECDsaSecurityKey key) => Signed(key, Header(key), Payload());

    public static IEnumerable<KeyValuePair<string, string>> Of(ECDsaSecurityKey key, string attacker)
    {
        var good = Signed(key, Header(key), Payload());
        var parts = good.Split('.');
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var jwk = $$"""{"kty":"EC","crv":"P-256","x":"{{Base64UrlEncoder.Encode(other.ExportParameters(false).Q.X!)}}","y":"{{Base64UrlEncoder.Encode(other.ExportParameters(false).Q.Y!)}}"}""";
        foreach (var none in new[] { "none", "None", "nOnE", "NONE" })
        {
            yield return new($"algorithm {none}", Unsigned($$"""{"alg":"{{none}}","typ":"at+jwt"}""", Payload()));
            yield return new($"algorithm {none}, and a signature", $"{Encoded($$"""{"alg":"{{none}}","typ":"at+jwt"}""")}.{parts[1]}.{parts[2]}");
        }

        foreach (var swapped in new[] { "HS256", "RS256", "PS256", "ES384", "ES512", "es256" })
        {
            yield return new($"algorithm {swapped} in the header alone", Signed(key, Header(key, alg: swapped), Payload()));
        }

        foreach (var (name, more) in new[]
        {
            ("a key of its own", $"\"jwk\":{jwk}"),
            ("where its keys are", $"\"jku\":\"{attacker}\""),
            ("where its certificate is", $"\"x5u\":\"{attacker}\""),
            ("a certificate of its own", "\"x5c\":[\"MIIB\"]"),
        })
        {
            yield return new($"{name}, and a stranger's signature", SignedBy(other, $$"""{"alg":"ES256","typ":"at+jwt",{{more}}}""", Payload()));
            yield return new($"{name}, the known key id and a stranger's signature", SignedBy(other, Header(key, more: $",{more}"), Payload()));
        }

        foreach (var kid in new[] { "../../../../dev/null", "' or '1'='1", "", "unknown", new string('k', 4000), attacker })
        {
            yield return new($"key id {kid[..Math.Min(kid.Length, 20)]}, and a stranger's signature", SignedBy(other, $$"""{"alg":"ES256","typ":"at+jwt","kid":"{{kid}}"}""", Payload()));
        }

        yield return new("what must be understood and is not", Signed(key, Header(key, more: ",\"crit\":[\"exp2\"],\"exp2\":1"), Payload()));
        yield return new("compressed", Signed(key, Header(key, more: ",\"zip\":\"DEF\""), Payload()));
        yield return new("a header that says it twice", Signed(key, $$"""{"alg":"none","alg":"ES256","typ":"at+jwt","kid":"{{key.KeyId}}"}""", Payload()));
        yield return new("r and s are zero", $"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(new byte[64])}");
        yield return new("half a signature", $"{parts[0]}.{parts[1]}.{parts[2][..40]}");
        yield return new("half a payload", $"{parts[0]}.{parts[1][..20]}.{parts[2]}");
        yield return new("its own key, weak and shared", $"{Encoded("""{"alg":"HS256","typ":"at+jwt"}""")}.{Encoded(Payload())}." + Base64UrlEncoder.Encode(HMACSHA256.HashData("secret"u8, "x"u8)));
        yield return new("five parts", $"{good}.{parts[1]}.{parts[2]}");
        yield return new("encrypted", $"{Encoded("""{"alg":"dir","enc":"A256GCM","typ":"at+jwt"}""")}..{Encoded("iv")}.{Encoded("text")}.{Encoded("tag")}");
        yield return new("a token in a token", Signed(key, Header(key, more: ",\"cty\":\"JWT\""), $"\"{good}\""));
        yield return new("long", Signed(key, Header(key), Payload(more: $",\"more\":\"{new string('x', 6000)}\",\"role\":\"hub-lead\"")));
        foreach (var (name, exp) in new[] { ("in words", "\"tomorrow\""), ("as text", $"\"{Now + 600}\""), ("with a fraction", $"{Now + 600}.5"), ("past all time", "1e308"), ("past all dates", "999999999999999"), ("below zero", "-1"), ("nothing", "null"), ("a list", $"[{Now + 600}]") })
        {
            yield return new($"ends {name}", Signed(key, Header(key), Payload(exp: exp)));
        }

        yield return new("never ends", Signed(key, Header(key), Payload().Replace($"\"exp\":{Now + 600},", string.Empty, StringComparison.Ordinal)));
        yield return new("issued tomorrow", Signed(key, Header(key), Payload(more: $",\"iat\":{Now + 86400}")));
        yield return new("issued as text", Signed(key, Header(key), Payload(more: ",\"iat\":\"today\"")));
        yield return new("two issuers", Signed(key, Header(key), Payload(iss: $"[\"{DevelopmentTokens.Issuer}\",\"https://elsewhere.example\"]")));
        yield return new("another issuer, then ours", Signed(key, Header(key), Payload(more: ",\"iss\":\"https://elsewhere.example\"")));
        yield return new("an audience twice", Signed(key, Header(key), Payload(more: ",\"aud\":\"elsewhere\"")));
        yield return new("a role twice", Signed(key, Header(key), Payload(more: ",\"role\":\"auditor\"")));
        yield return new("a subject twice", Signed(key, Header(key), Payload(more: ",\"sub\":\"somebody-else\"")));
        yield return new("not JSON", Signed(key, Header(key), "somebody"));
        yield return new("nothing in it", Signed(key, Header(key), string.Empty));
    }

    private static string Header(ECDsaSecurityKey key, string alg = "ES256", string more = "") => $$"""{"alg":"{{alg}}","typ":"at+jwt","kid":"{{key.KeyId}}"{{more}}}""";

    private static string Payload(string? exp = null, string? iss = null, string more = "") =>
        $$"""{"sub":"somebody","role":"hub-lead","organisation":"DEV01","iss":{{iss ?? $"\"{DevelopmentTokens.Issuer}\""}},"aud":"{{DevelopmentTokens.Audience}}","exp":{{exp ?? $"{Now + 600}"}},"nbf":{{Now - 60}}{{more}}}""";

    private static string Signed(ECDsaSecurityKey key, string header, string payload) => SignedBy(key.ECDsa, header, payload);

    private static string SignedBy(ECDsa key, string header, string payload)
    {
        var said = $"{Encoded(header)}.{Encoded(payload)}";
        return $"{said}.{Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256))}";
    }

    private static string Unsigned(string header, string payload) => $"{Encoded(header)}.{Encoded(payload)}.";

    private static string Encoded(string text) => Base64UrlEncoder.Encode(text);
}
