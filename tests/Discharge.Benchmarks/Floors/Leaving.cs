using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Discharge.Benchmarks.Floors;

/// <summary>The command as the floors read it: somebody left the hospital.</summary>
internal sealed record Leaving(DateTimeOffset OccurredAt, string To, byte[] Key, byte[] Fingerprint)
{
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
