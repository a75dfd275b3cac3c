using System.Globalization;
using System.Text.RegularExpressions;

namespace Discharge.Api.Requests;

/// <summary>A command as it came over HTTP: what it says, and on what conditions.</summary>
/// <param name="Body">What it says.</param>
/// <param name="Fingerprint">SHA-256 of the body's bytes, in hexadecimal.</param>
/// <param name="ExpectedVersion">The version the caller knew, from If-Match.</param>
/// <param name="IdempotencyKey">What the caller calls this request, so that it can be repeated safely.</param>
/// <typeparam name="T">What a body of this command says.</typeparam>
public sealed record Request<T>(T Body, string Fingerprint, long? ExpectedVersion, string? IdempotencyKey);

/// <summary>Reads commands.</summary>
public static partial class Request
{
    private const int LongestKey = 255;

    /// <summary>Reads body and headers, or says everything that is to be put right in them.</summary>
    /// <typeparam name="T">What a body of this command says.</typeparam>
    public static async Task<Reading<Request<T>>> Read<T>(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var body = await RequestBody.Read<T>(http);
        return body.And(ExpectedVersion(http.Request.Headers)).And(IdempotencyKey(http.Request.Headers)).Select(read =>
        {
            var ((said, version), key) = read;
            return new Request<T>(said.Value, said.Fingerprint, version, key);
        });
    }

    /// <summary>The version in If-Match, null where the caller does not ask for one.</summary>
    public static Reading<long?> ExpectedVersion(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers.IfMatch switch
        {
            [] => (long?)null,
            [{ } tag] when Tag().Match(tag) is { Success: true } match => long.Parse(match.Groups["version"].ValueSpan, CultureInfo.InvariantCulture),
            _ => Responses.Unreadable("If-Match", "Give the one ETag that came with the case, in its quotes, such as \"7.c41f\"; neither * nor a weak tag says which version you know."),
        };
    }

    /// <summary>The Idempotency-Key, null where the caller gives none.</summary>
    public static Reading<string?> IdempotencyKey(IHeaderDictionary headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        return headers["Idempotency-Key"] switch
        {
            [] => (string?)null,
            [{ Length: > 0 and <= LongestKey } key] when key.All(letter => letter is > ' ' and <= '~') => key,
            _ => Responses.Unreadable("Idempotency-Key", $"Give one key of 1 to {LongestKey} visible ASCII characters without spaces, such as a UUID."),
        };
    }

    [GeneratedRegex("^\"(?<version>[0-9]{1,18})(\\.[\\x21\\x23-\\x7E]*)?\"$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
