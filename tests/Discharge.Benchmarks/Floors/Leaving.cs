using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Discharge.Benchmarks.Floors;

/// <summary>The command as the floors read it: somebody left the hospital.</summary>
internal sealed record Leaving(DateTimeOffset OccurredAt, string To, byte[] Key, byte[] Fingerprint)
{
    /// <summary>The notices the service gives of it: to whoever holds the case, to those who are to see the person, and of what nobody had established or decided.</summary>
    public const string Notices =
        """
        (values ('T01', 'at the start', '', ''),
                ('T01', 'at the start', 'L1', 'named worker and case manager'),
                ('discharge.left-without-assessment', 'The person left without a functional assessment; nobody has established what they need at home.', 'L3', 'hub lead or service manager'),
                ('discharge.left-without-decision', 'The person left before anybody had decided to discharge them.', 'L3', 'hub lead or service manager'),
                ('discharge.left-without-pathway', 'The person left with no pathway decided.', 'L3', 'hub lead or service manager')) as said (rule, words, level, who)
        """;

    /// <summary>The seal of an entry over the one before it, as the functions in the database make it.</summary>
    public const string Seal =
        """
        create or replace function floor.seal(the_case uuid, new_version bigint, event text) returns text language plpgsql stable as
        $seal$ begin
            return (select encode(sha256(convert_to(concat_ws(E'\n', headers ->> 'seal', the_case, new_version, event), 'UTF8')), 'base64') from cases.mt_events where stream_id = the_case and version = new_version - 1);
        end $seal$;
        """;

    public static async Task<Leaving> ReadAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var sent = body.GetBuffer().AsSpan(0, (int)body.Length);
        var read = JsonSerializer.Deserialize<Sent>(sent, JsonSerializerOptions.Web)!;
        var name = string.Join('\n', http.User.FindFirst("sub")?.Value, http.Request.Path, http.Request.Headers["Idempotency-Key"]);
        return new(read.OccurredAt, read.To, SHA256.HashData(Encoding.UTF8.GetBytes(name)), SHA256.HashData(sent));
    }

    public string Said => OccurredAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Sent(DateTimeOffset OccurredAt, string To);
}
