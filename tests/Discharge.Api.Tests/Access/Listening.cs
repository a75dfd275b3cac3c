using System.Net;
using System.Net.Sockets;

namespace Discharge.Api.Tests.Access;

/// <summary>An address at which somebody counts who calls.</summary>
internal sealed class Listening : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    private int _calls;

    public Listening()
    {
        _listener.Start();
        _ = CountAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}/keys";

    /// <summary>How many have called. Whoever called before this is asked is counted, since the system has taken the connection by then.</summary>
    public int Calls => _listener.Pending() ? Volatile.Read(ref _calls) + 1 : Volatile.Read(ref _calls);

    public void Dispose() => _listener.Dispose();

    private async Task CountAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _listener.AcceptSocketAsync();
                Interlocked.Increment(ref _calls);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // Nobody listens any more.
        }
    }
}
