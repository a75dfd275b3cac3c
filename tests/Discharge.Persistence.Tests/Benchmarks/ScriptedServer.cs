using System.Net;
using System.Net.Sockets;

namespace Discharge.Persistence.Tests.Benchmarks;

/// <summary>A server for one caller that answers with one status after the other, and with the last of them from then on.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _come = [];
    private readonly Task _serving;

    public ScriptedServer(params int[] statuses)
    {
        _listener.Start();
        _serving = ServeAsync(statuses);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The first line of each request.</summary>
    public IReadOnlyList<string> Come => _come;

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task ServeAsync(int[] statuses)
    {
        try
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, leaveOpen: true);
            while (await reader.ReadLineAsync() is { } line)
            {
                _come.Add(line);
                while (await reader.ReadLineAsync() is { Length: > 0 })
                {
                    // The headers.
                }

                await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {statuses[Math.Min(_come.Count, statuses.Length) - 1]} X\r\nContent-Length: 0\r\n\r\n"));
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException or IOException)
        {
            // One side went away.
        }
    }
}
