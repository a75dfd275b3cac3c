using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using HdrHistogram;

namespace Discharge.Benchmarks.Load;

/// <summary>
/// Connections on which requests are sent at their times by one thread and answered to another. Neither waits for anything but its moment, its turn of a few steps or its sockets, and
/// neither allocates, so that what they measure is not themselves.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private const int None = -1;

    // In microseconds.
    private const long Longest = 120_000_000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly byte[][] _requests;
    private readonly long[] _meant;
    private readonly Socket[] _sockets;
    private readonly Readable _readable = new();
    private readonly byte[][] _come;
    private readonly int[] _length;

    // What is under way on each connection, first and last, and for each request what was sent behind it there: as many as there may be, with nothing to allocate.
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _behind;
    private readonly bool[] _gone;
    private readonly int[] _idle;
    private readonly Lock _turn = new();
    private readonly LongHistogram _took = new(1, Longest, 3);
    private readonly LongHistogram _late = new(1, Longest, 3);
    private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _start;
    private int _idleCount;
    private int _next;
    private int _ended;
    private int _failed;
    private long _sentAllAt;

    public Crowd(Uri address, int connections, TimeSpan[] plan, byte[][] requests)
    {
        (_requests, _meant, _behind) = (requests, [.. plan.Select(at => (long)(at.TotalSeconds * Stopwatch.Frequency))], new int[plan.Length]);
        var end = new IPEndPoint(IPAddress.Parse(address.Host), address.Port);
        (_sockets, _come, _length) = (new Socket[connections], new byte[connections][], new int[connections]);
        (_first, _last, _gone, _idle) = (new int[connections], new int[connections], new bool[connections], new int[connections]);
        for (var connection = 0; connection < connections; connection++)
        {
            // Blocking, so that what is sent has left when the call is over.
            _sockets[connection] = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            _sockets[connection].Connect(end);
            (_come[connection], _first[connection], _last[connection]) = (new byte[4_096], None, None);
            _idle[_idleCount++] = connection;
            _readable.Watch(_sockets[connection], connection);
        }
    }

    /// <summary>Sends all of it and waits for the answers.</summary>
    public async Task<Latencies> RunAsync()
    {
        _start = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 100);
        Precisely.Start("answers", 1, Receive);
        Precisely.Start("requests", 2, Send);
        await _over.Task;
        return Latencies.Of(_took, _late, _failed + _requests.Length - _ended);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var socket in _sockets)
        {
            socket?.Dispose();
        }

        _readable.Dispose();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Send()
    {
        for (var number = 0; number < _requests.Length; number++)
        {
            Precisely.WaitUntil(_start + _meant[number]);
            var connection = Take(number);
            if (connection != None)
            {
                Send(_sockets[connection], _requests[number]);
            }

            // When it has been handed over, so that whatever kept the sender shows.
            _late.RecordValue(Math.Clamp(Since(number), 1, Longest));
        }

        Volatile.Write(ref _sentAllAt, Stopwatch.GetTimestamp());
    }

    private static void Send(Socket socket, byte[] request)
    {
        try
        {
            for (var sent = 0; sent < request.Length;)
            {
                sent += socket.Send(request.AsSpan(sent), SocketFlags.None);
            }
        }
        catch (SocketException)
        {
            // Whoever reads from it finds it closed.
        }
    }

    // A connection nobody is on, or one where the request waits behind others.
    private int Take(int number)
    {
        lock (_turn)
        {
            var connection = _idleCount > 0 ? _idle[--_idleCount] : NextOfAll();
            if (connection == None)
            {
                _failed++;
                _ended++;
                return None;
            }

            _behind[number] = None;
            if (_first[connection] == None)
            {
                _first[connection] = number;
            }
            else
            {
                _behind[_last[connection]] = number;
            }

            _last[connection] = number;
            return connection;
        }
    }

    private int NextOfAll()
    {
        for (var tries = 0; tries < _sockets.Length; tries++)
        {
            _next = (_next + 1) % _sockets.Length;
            if (!_gone[_next])
            {
                return _next;
            }
        }

        return None;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Receive()
    {
        while (!IsOver())
        {
            var ready = _readable.Wait(Look);
            for (var place = 0; place < ready; place++)
            {
                Receive(_readable.NumberAt(place));
            }
        }

        _over.SetResult();
    }

    private bool IsOver()
    {
        var sentAll = Volatile.Read(ref _sentAllAt);
        lock (_turn)
        {
            return sentAll != 0 && (_ended == _requests.Length || Stopwatch.GetElapsedTime(sentAll) > Patience);
        }
    }

    private void Receive(int connection)
    {
        var read = Read(connection);
        if (read == 0)
        {
            Lose(connection);
            return;
        }

        var have = _length[connection] + read;
        var come = _come[connection];
        for (int length; (length = HttpAnswer.LengthOf(come.AsSpan(0, have))) > 0;)
        {
            Answered(connection, HttpAnswer.StatusOf(come));
            come.AsSpan(length, have - length).CopyTo(come);
            have -= length;
        }

        if (have == come.Length)
        {
            Array.Resize(ref _come[connection], have * 2);
        }

        _length[connection] = have;
    }

    private int Read(int connection)
    {
        try
        {
            return _sockets[connection].Receive(_come[connection].AsSpan(_length[connection]), SocketFlags.None);
        }
        catch (SocketException)
        {
            return 0;
        }
    }

    private void Answered(int connection, int status)
    {
        lock (_turn)
        {
            var number = _first[connection];
            _took.RecordValue(Math.Clamp(Since(number), 1, Longest));
            _failed += status is < 200 or > 299 ? 1 : 0;
            _ended++;
            _first[connection] = _behind[number];
            if (_first[connection] == None)
            {
                _last[connection] = None;
                _idle[_idleCount++] = connection;
            }
        }
    }

    private void Lose(int connection)
    {
        _readable.Leave(_sockets[connection]);
        lock (_turn)
        {
            _gone[connection] = true;
            if (Array.IndexOf(_idle, connection, 0, _idleCount) is >= 0 and var place)
            {
                _idle[place] = _idle[--_idleCount];
            }

            for (var number = _first[connection]; number != None; number = _behind[number])
            {
                _failed++;
                _ended++;
            }

            _first[connection] = _last[connection] = None;
        }
    }

    private long Since(int number) => (Stopwatch.GetTimestamp() - _start - _meant[number]) * 1_000_000 / Stopwatch.Frequency;
}
