using System.Net;
using System.Net.Sockets;

namespace Discharge.Persistence.Tests.Benchmarks;

/// <summary>A server that answers nobody until so many requests have come, and then everybody, or goes away instead.</summary>
internal sealed class HeldServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TaskCompletionSource _come = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _serving;
    private readonly bool _goesAway;
    private int _left;

    public HeldServer(int untilCome, bool goesAway = false)
    {
        (_left, _goesAway) = (untilCome, goesAway);
        _listener.Start(2_000);
        _serving = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        await _serving;
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync()));
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, leaveOpen: true);
        var answering = Task.CompletedTask;
        try
        {
            // Every request ends with an empty line.
            while (await reader.ReadLineAsync() is { } line && !(_goesAway && _come.Task.IsCompleted))
            {
                if (line.Length == 0)
                {
                    if (Interlocked.Decrement(ref _left) == 0)
                    {
                        _come.SetResult();
                    }

                    answering = AnswerAsync(answering, client, stream);
                }
            }

            await answering;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // One side went away.
        }
    }

    private async Task AnswerAsync(Task before, TcpClient client, NetworkStream stream)
    {
        await before;
        await _come.Task;
        if (_goesAway)
        {
            client.Close();
            return;
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray());
    }
}
