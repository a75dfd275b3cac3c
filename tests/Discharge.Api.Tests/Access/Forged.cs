using System.Security.Cryptography;
using System.Text;
using Discharge.Api.Access;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Tests.Access;

/// <summary>Tokens written by hand, each with one thing in it that no issuer would write (RFC 8725 and the known attacks on readers of tokens).</summary>
internal sealed class Forged(ECDsaSecurityKey key, string issuer)
{
    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    /// <summary>One with nothing forged in it.</summary>
    public string Nothing() => Signed(Header(), Payload());

    /// <summary>One of somebody else, validly signed.</summary>
    public string Saying(string subject) => Signed(Header(), Payload().Replace("\"sub\":\"somebody\"", subject, StringComparison.Ordinal));

    public IEnumerable<KeyValuePair<string, string>> All(string attacker)
    {
        var good = Signed(Header(), Payload());
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
            yield return new($"algorithm {swapped} in the header alone", Signed(Header(alg: swapped), Payload()));
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
            yield return new($"{name}, the known key id and a stranger's signature", SignedBy(other, Header(more: $",{more}"), Payload()));
        }

        foreach (var kid in new[] { "../../../../dev/null", "' or '1'='1", "", "unknown", new string('k', 4000), attacker })
        {
            yield return new($"key id {kid[..Math.Min(kid.Length, 20)]}, and a stranger's signature", SignedBy(other, $$"""{"alg":"ES256","typ":"at+jwt","kid":"{{kid}}"}""", Payload()));
        }

        yield return new("what must be understood and is not", Signed(Header(more: ",\"crit\":[\"exp2\"],\"exp2\":1"), Payload()));
        yield return new("compressed", Signed(Header(more: ",\"zip\":\"DEF\""), Payload()));
        yield return new("a header that says it twice", Signed($$"""{"alg":"none","alg":"ES256","typ":"at+jwt","kid":"{{key.KeyId}}"}""", Payload()));
        yield return new("r and s are zero", $"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(new byte[64])}");
        yield return new("half a signature", $"{parts[0]}.{parts[1]}.{parts[2][..40]}");
        yield return new("half a payload", $"{parts[0]}.{parts[1][..20]}.{parts[2]}");
        yield return new("its own key, weak and shared", $"{Encoded("""{"alg":"HS256","typ":"at+jwt"}""")}.{Encoded(Payload())}." + Base64UrlEncoder.Encode(HMACSHA256.HashData("secret"u8, "x"u8)));
        yield return new("five parts", $"{good}.{parts[1]}.{parts[2]}");
        yield return new("encrypted", $"{Encoded("""{"alg":"dir","enc":"A256GCM","typ":"at+jwt"}""")}..{Encoded("iv")}.{Encoded("text")}.{Encoded("tag")}");
        yield return new("a token in a token", Signed(Header(more: ",\"cty\":\"JWT\""), $"\"{good}\""));
        yield return new("long", Signed(Header(), Payload(more: $",\"more\":\"{new string('x', 6000)}\",\"role\":\"hub-lead\"")));
        foreach (var (name, exp) in new[] { ("in words", "\"tomorrow\""), ("as text", $"\"{Now + 600}\""), ("with a fraction", $"{Now + 600}.5"), ("past all time", "1e308"), ("past all dates", "999999999999999"), ("below zero", "-1"), ("nothing", "null"), ("a list", $"[{Now + 600}]") })
        {
            yield return new($"ends {name}", Signed(Header(), Payload(exp: exp)));
        }

        yield return new("never ends", Signed(Header(), Payload().Replace($"\"exp\":{Now + 600},", string.Empty, StringComparison.Ordinal)));
        yield return new("issued tomorrow", Signed(Header(), Payload(more: $",\"iat\":{Now + 86400}")));
        yield return new("issued as text", Signed(Header(), Payload(more: ",\"iat\":\"today\"")));
        yield return new("two issuers", Signed(Header(), Payload(iss: $"[\"{issuer}\",\"https://elsewhere.example\"]")));
        yield return new("another issuer, then ours", Signed(Header(), Payload(more: ",\"iss\":\"https://elsewhere.example\"")));
        yield return new("an audience twice", Signed(Header(), Payload(more: ",\"aud\":\"elsewhere\"")));
        yield return new("a role twice", Signed(Header(), Payload(more: ",\"role\":\"auditor\"")));
        yield return new("a subject twice", Signed(Header(), Payload(more: ",\"sub\":\"somebody-else\"")));
        yield return new("not JSON", Signed(Header(), "somebody"));
        yield return new("nothing in it", Signed(Header(), string.Empty));
    }

    private string Header(string alg = "ES256", string more = "") => $$"""{"alg":"{{alg}}","typ":"at+jwt","kid":"{{key.KeyId}}"{{more}}}""";

    private string Payload(string? exp = null, string? iss = null, string more = "") =>
        $$"""{"sub":"somebody","role":"hub-lead","organisation":"DEV01","iss":{{iss ?? $"\"{issuer}\""}},"aud":"{{DevelopmentTokens.Audience}}","exp":{{exp ?? $"{Now + 600}"}},"nbf":{{Now - 60}}{{more}}}""";

    private string Signed(string header, string payload) => SignedBy(key.ECDsa, header, payload);

    private static string SignedBy(ECDsa key, string header, string payload)
    {
        var said = $"{Encoded(header)}.{Encoded(payload)}";
        return $"{said}.{Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(said), HashAlgorithmName.SHA256))}";
    }

    private static string Unsigned(string header, string payload) => $"{Encoded(header)}.{Encoded(payload)}.";

    private static string Encoded(string text) => Base64UrlEncoder.Encode(text);
}
