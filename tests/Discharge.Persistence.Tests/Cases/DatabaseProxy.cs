using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>What becomes of the next commit on its way through the proxy.</summary>
public enum CommitFate
{
    /// <summary>It arrives, and so does its answer.</summary>
    Arrives,

    /// <summary>The connection is cut before it arrives.</summary>
    NeverArrives,

    /// <summary>The database commits, and the connection is cut instead of saying so.</summary>
    AnswerIsLost,

    /// <summary>It does not arrive, and nobody says so.</summary>
    IsSwallowed,

    /// <summary>The connection is cut as soon as it is sent on, whatever the database is doing with it.</summary>
    IsCutOffUnanswered,
}

/// <summary>Stands between the application and PostgreSQL: counts what goes over the wire, and loses a commit or its answer when told to.</summary>
public sealed class DatabaseProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _database;
    private readonly CancellationTokenSource _closed = new();
    private readonly Lock _counting = new();
    private readonly ConcurrentDictionary<TcpClient, Wire> _carried = new();
    private volatile TaskCompletionSource? _passesAgain;

    private int _roundTrips;
    private int _statements;

    /// <summary>Stands before the database of a connection string.</summary>
    public DatabaseProxy(string connectionString)
    {
        _database = new(connectionString);
        _listener.Start();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = Port,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
        _ = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The connection string by way of this.</summary>
    public string ConnectionString { get; }

    /// <summary>What becomes of the next commit; the one after it arrives again.</summary>
    public CommitFate NextCommit { get; set; }

    /// <summary>What becomes of each commit for which nothing else is said; null where all arrive.</summary>
    public Func<CommitFate>? EachCommit { get; set; }

    /// <summary>How long each piece of an answer is held back.</summary>
    public TimeSpan Drips { get; set; }

    /// <summary>How many commits did not arrive, or not their answers.</summary>
    public int Lost { get; private set; }

    /// <summary>Whether nothing passes either way, although every connection stays open.</summary>
    public bool IsBlackHole
    {
        get => _passesAgain is not null;
        set
        {
            var before = _passesAgain;
            _passesAgain = value ? new(TaskCreationOptions.RunContinuationsAsynchronously) : null;
            before?.TrySetResult();
        }
    }

    /// <summary>Resets every connection there is.</summary>
    public void CutAll()
    {
        // Each once: one that was left half open stays here until it is cut.
        foreach (var carried in _carried.Keys.Where(carried => _carried.TryRemove(carried, out var _)))
        {
            carried.LingerState = new LingerOption(enable: true, 0);
            carried.Dispose();
        }
    }

    /// <summary>Leaves every connection there is half open: the database's side is gone, and the application is never told. New ones pass.</summary>
    public void AbandonAll()
    {
        foreach (var wire in _carried.Values)
        {
            wire.IsAbandoned = true;
            wire.Database.Dispose();
        }
    }

    /// <summary>What has gone over the wire since this was last asked: how often a side had to wait for the other, and how many statements were executed.</summary>
    public (int RoundTrips, int Statements) Taken()
    {
        lock (_counting)
        {
            var taken = (_roundTrips, _statements);
            (_roundTrips, _statements) = (0, 0);
            return taken;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed.Cancel();
        IsBlackHole = false;
        _listener.Dispose();
        _closed.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_closed.Token));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task CarryAsync(TcpClient application)
    {
        using var database = new TcpClient();
        using var closing = application;
        try
        {
            // Whoever comes in a silence does not get as far as the database, and takes no place there once they have given up.
            await PassAsync();
            if (HasHungUp(application))
            {
                return;
            }

            await database.ConnectAsync(_database.Host!, _database.Port, _closed.Token);
            application.NoDelay = database.NoDelay = true;
            var wire = new Wire(application.GetStream(), database.GetStream());
            _carried[application] = wire;
            await Task.WhenAny(AskAsync(wire), AnswerAsync(wire));
            if (wire.IsAbandoned)
            {
                await Task.Delay(Timeout.Infinite, _closed.Token);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over, or the database away.
        }
        finally
        {
            _carried.TryRemove(application, out _);
        }
    }

    private async Task AskAsync(Wire wire)
    {
        var chunk = new byte[64 * 1024];
        for (var length = await wire.Application.ReadAsync(chunk, _closed.Token); length > 0; length = await wire.Application.ReadAsync(chunk, _closed.Token))
        {
            var messages = wire.Questions.Add(chunk.AsSpan(0, length));
            var fate = messages.FindAll(wire.IsCommit) is [] ? CommitFate.Arrives : FateOfCommit();
            lock (_counting)
            {
                _roundTrips += wire.IsAnswered ? 1 : 0;
                _statements += messages.Count(message => message.Type is 'B' or 'Q');
                wire.Unanswered += messages.Count(message => message.Type is 'S' or 'Q');
                wire.IsMuted = fate is CommitFate.AnswerIsLost;
            }

            if (fate is CommitFate.NeverArrives)
            {
                return;
            }

            if (fate is CommitFate.IsSwallowed)
            {
                await Task.Delay(Timeout.Infinite, _closed.Token);
            }

            await PassAsync();
            await wire.Database.WriteAsync(chunk.AsMemory(0, length), _closed.Token);
            if (fate is CommitFate.IsCutOffUnanswered)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(Wire wire)
    {
        var chunk = new byte[64 * 1024];
        for (var length = await wire.Database.ReadAsync(chunk, _closed.Token); length > 0; length = await wire.Database.ReadAsync(chunk, _closed.Token))
        {
            lock (_counting)
            {
                wire.Unanswered -= wire.Answers.Add(chunk.AsSpan(0, length)).Count(message => message.Type is 'Z');
                if (wire.IsMuted)
                {
                    return;
                }
            }

            await PassAsync();
            await Task.Delay(Drips, _closed.Token);
            await wire.Application.WriteAsync(chunk.AsMemory(0, length), _closed.Token);
        }
    }

    private CommitFate FateOfCommit()
    {
        lock (_counting)
        {
            var fate = NextCommit is CommitFate.Arrives ? EachCommit?.Invoke() ?? CommitFate.Arrives : NextCommit;
            NextCommit = CommitFate.Arrives;
            Lost += fate is CommitFate.Arrives ? 0 : 1;
            return fate;
        }
    }

    private static bool HasHungUp(TcpClient application) => application.Client.Poll(0, SelectMode.SelectRead) && application.Available == 0;

    private Task PassAsync() => _passesAgain?.Task ?? Task.CompletedTask;

    private sealed class Wire(NetworkStream application, NetworkStream database)
    {
        // What each prepared statement says; the one without a name is whatever was prepared last.
        private readonly Dictionary<string, string> _prepared = [];

        public NetworkStream Application => application;

        public NetworkStream Database => database;

        public Messages Questions { get; } = new(startsUntyped: true);

        public Messages Answers { get; } = new(startsUntyped: false);

        // The greeting of a new connection is answered by a first "ready".
        public int Unanswered { get; set; } = 1;

        public bool IsAnswered => Unanswered == 0;

        public bool IsMuted { get; set; }

        public bool IsAbandoned { get; set; }

        // A commit is sent by itself, or bound like any statement along with those before it.
        public bool IsCommit((char Type, string Text) message)
        {
            var words = message.Text.Split('\0');
            if (message.Type is 'P')
            {
                _prepared[words[0]] = words[1];
            }

            return message.Type switch
            {
                'Q' => IsCommit(message.Text),
                'B' => _prepared.TryGetValue(words[1], out var statement) && IsCommit(statement),
                _ => false,
            };

            static bool IsCommit(string sql) => sql.Equals("commit", StringComparison.OrdinalIgnoreCase);
        }
    }

    /// <summary>Takes the messages of PostgreSQL's protocol, a letter and a length each, out of what arrives in pieces.</summary>
    private sealed class Messages(bool startsUntyped)
    {
        private readonly List<byte> _rest = [];
        private bool _untyped = startsUntyped;

        public List<(char Type, string Text)> Add(ReadOnlySpan<byte> chunk)
        {
            _rest.AddRange(chunk);
            var messages = new List<(char, string)>();
            while (true)
            {
                var head = _untyped ? 0 : 1;
                if (_rest.Count < head + 4)
                {
                    return messages;
                }

                var length = head + BinaryPrimitives.ReadInt32BigEndian([.. _rest.GetRange(head, 4)]);
                if (_rest.Count < length)
                {
                    return messages;
                }

                messages.Add((_untyped ? ' ' : (char)_rest[0], Encoding.UTF8.GetString([.. _rest.GetRange(head + 4, length - head - 4)]).TrimEnd('\0')));
                _rest.RemoveRange(0, length);
                _untyped = false;
            }
        }
    }
}
