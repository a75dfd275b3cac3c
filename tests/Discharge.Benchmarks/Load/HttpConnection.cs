using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Discharge.Benchmarks.Load;

/// <summary>One connection that sends requests made beforehand and reads answers to their end: as little work on these cores as a caller can be.</summary>
public sealed class HttpConnection : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[16_384];

    private HttpConnection()
    {
    }

    /// <summary>How long the last answer was, in bytes.</summary>
    public int LastLength { get; private set; }

    /// <summary>The last answer as text, with its headers.</summary>
    public string LastText => Encoding.UTF8.GetString(_buffer, 0, LastLength);

    /// <summary>What the last answer says, without its headers, put together where it came in chunks.</summary>
    public string LastBody
    {
        get
        {
            var text = LastText;
            var rest = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
            if (!text[..^rest.Length].Contains("chunked", StringComparison.OrdinalIgnoreCase))
            {
                return rest;
            }

            // Chunks are counted in bytes.
            var come = Encoding.UTF8.GetBytes(rest).AsSpan();
            var body = new List<byte>();
            while (come.IndexOf("\r\n"u8) is > 0 and var line && int.Parse(come[..line], NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var length)
            {
                body.AddRange(come.Slice(line + 2, length));
                come = come[(line + 2 + length + 2)..];
            }

            return Encoding.UTF8.GetString([.. body]);
        }
    }

    /// <summary>Connects.</summary>
    public static async Task<HttpConnection> OpenAsync(Uri address)
    {
        var connection = new HttpConnection();
        await connection._socket.ConnectAsync(IPAddress.Parse(address.Host), address.Port);
        return connection;
    }

    /// <summary>A request as it goes over the wire.</summary>
    public static byte[] Request(string method, string path, string? token = null, string? body = null, string? key = null, string? known = null) => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        + (token is null ? string.Empty : $"Authorization: Bearer {token}\r\n")
        + (key is null ? string.Empty : $"Idempotency-Key: {key}\r\n")
        + (known is null ? string.Empty : $"If-None-Match: {known}\r\n")
        + (body is null ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"))
        + "\r\n" + body);

    /// <summary>Sends a request and waits for the whole answer.</summary>
    /// <returns>Its status.</returns>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        for (var sent = 0; sent < request.Length;)
        {
            sent += await _socket.SendAsync(request[sent..]);
        }

        for (var have = 0; ;)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(have));
            if (read == 0)
            {
                throw new IOException("The connection was closed.");
            }

            have += read;
            if (HttpAnswer.LengthOf(_buffer.AsSpan(0, have)) is > 0 and var length)
            {
                LastLength = length;
                return HttpAnswer.StatusOf(_buffer);
            }

            if (have == _buffer.Length)
            {
                Array.Resize(ref _buffer, _buffer.Length * 2);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();
}
