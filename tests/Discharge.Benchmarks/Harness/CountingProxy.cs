using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Discharge.Benchmarks.Harness;

/// <summary>Stands between a service and its database and counts, from the frames that pass, what is asked: round trips and statements.</summary>
public sealed class CountingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private long _trips;
    private long _statements;

    /// <summary>Stands before a server on this machine.</summary>
    public CountingProxy(int server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often an answer was waited for, and how many statements were run.</summary>
    public (long Trips, long Statements) Counted => (Interlocked.Read(ref _trips), Interlocked.Read(ref _statements));

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
            // The measurement is over.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server);
            (client.NoDelay, server.NoDelay) = (true, true);
            var turn = new Turn();
            await Task.WhenAny(AskAsync(client.GetStream(), server.GetStream(), turn), AnswerAsync(server.GetStream(), client.GetStream(), turn));
        }
        catch (IOException)
        {
            // One side went away; the other is closed with it.
        }
    }

    private static async Task AnswerAsync(NetworkStream from, NetworkStream to, Turn turn)
    {
        var buffer = new byte[16_384];
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            turn.IsAnswered = true;
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private async Task AskAsync(NetworkStream from, NetworkStream to, Turn turn)
    {
        var buffer = new byte[16_384];
        // The first frame has a length and no letter; each after it has a letter, then a length that counts itself.
        var (header, have, skip, first) = (new byte[5], 0, 0L, true);
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            // What is sent on together, such as a begin before the first statement, waits for one answer.
            if (turn.IsAnswered)
            {
                turn.IsAnswered = false;
                Interlocked.Increment(ref _trips);
            }

            for (var at = 0; at < read;)
            {
                if (skip > 0)
                {
                    var passed = (int)Math.Min(skip, read - at);
                    (at, skip) = (at + passed, skip - passed);
                    continue;
                }

                header[have++] = buffer[at++];
                if (first && have == 4)
                {
                    var length = BinaryPrimitives.ReadInt32BigEndian(header);
                    // Eight bytes ask whether the server speaks TLS; the true first frame follows.
                    (skip, have, first) = (length - 4, 0, length == 8);
                }
                else if (have == 5)
                {
                    Count((char)header[0]);
                    (skip, have) = (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1)) - 4, 0);
                }
            }

            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    private void Count(char letter)
    {
        if (letter is 'E' or 'Q')
        {
            Interlocked.Increment(ref _statements);
        }
    }

    private sealed class Turn
    {
        private volatile bool _isAnswered = true;

        public bool IsAnswered
        {
            get => _isAnswered;
            set => _isAnswered = value;
        }
    }
}
