using Discharge.Benchmarks.Harness;
using Discharge.EmbeddedPostgres;
using Discharge.Persistence;
using Npgsql;

namespace Discharge.Faults;

/// <summary>A durable private PostgreSQL with one new database in it, migrated, for the length of a suite.</summary>
internal sealed class FaultyDatabase : IAsyncDisposable
{
    // The name of the server that is stopped.
    private const string Stopped = "faults-stopped";

    // After a crash it waits for the disk once and not file by file, which would take longer than everything else.
    private static readonly Dictionary<string, string> AtOnce = new() { ["recovery_init_sync_method"] = "syncfs" };

    // So much may be written that no checkpoint comes of it, and there is as much to recover as was written.
    private static readonly Dictionary<string, string> Unchecked = new() { ["max_wal_size"] = "4GB", ["checkpoint_timeout"] = "1h" };

    private readonly PrivatePostgres _server;
    private readonly bool _ownsServer;
    private readonly string _name;
    private readonly NpgsqlDataSource _owner;
    private long _deadlocks;

    private FaultyDatabase(PrivatePostgres server, bool ownsServer, string name, string owner)
    {
        (_server, _ownsServer, _name) = (server, ownsServer, name);
        Owner = owner;
        Application = new NpgsqlConnectionStringBuilder(owner) { Username = "discharge_faults" }.ConnectionString;
        _owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { CommandTimeout = 300 }.ConnectionString);
    }

    /// <summary>The version of the server, and how durable what it commits is.</summary>
    /// <exception cref="RelaxedDurabilityException">What is committed would not be on the disk.</exception>
    public static async Task<string> VersionAsync()
    {
        await using var server = await DurableAsync("faults");
        await using var pool = NpgsqlDataSource.Create(server.ConnectionString);
        await using var ask = pool.CreateCommand("select concat(current_setting('server_version'), ', fsync ', current_setting('fsync'), ', synchronous_commit ', current_setting('synchronous_commit'))");
        return (string)(await ask.ExecuteScalarAsync())!;
    }

    /// <summary>The connection string of the one who migrates.</summary>
    public string Owner { get; }

    /// <summary>The connection string of the application.</summary>
    public string Application { get; }

    /// <summary>A new database on a server that is to be stopped, and is not shared with other suites.</summary>
    public static Task<FaultyDatabase> NewToBeStoppedAsync() => NewAsync(Stopped);

    /// <summary>A new database.</summary>
    /// <param name="server">Which server.</param>
    /// <exception cref="RelaxedDurabilityException">What is committed would not be on the disk.</exception>
    public static async Task<FaultyDatabase> NewAsync(string server = "faults")
    {
        return await NewOnAsync(await DurableAsync(server), ownsServer: true);
    }

    /// <summary>A new database on a server that is there.</summary>
    public static async Task<FaultyDatabase> NewOnAsync(PrivatePostgres server, bool ownsServer = false)
    {
        var name = $"faults_{Guid.NewGuid():N}"[..20];
        var database = new FaultyDatabase(server, ownsServer, name, await server.CreateDatabaseAsync(name));
        await Migrations.ApplyAsync(database.Owner, database.Application);
        return database;
    }

    /// <summary>A connection string by way of a proxy on this machine.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="port">The proxy's port; null where there is none.</param>
    public static string By(string connectionString, int? port) => port is null
        ? connectionString
        : new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = port.Value, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable }.ConnectionString;

    /// <summary>The server's main process.</summary>
    public int ServerProcess => _server.ProcessId;

    /// <summary>Stops the server as a power cut would.</summary>
    public Task CutPowerAsync() => _server.StopAsync(immediate: true);

    /// <summary>Starts the server again, whatever became of it, and waits until it takes statements.</summary>
    public async Task StartAgainAsync()
    {
        for (var until = DateTime.UtcNow.AddSeconds(60); ;)
        {
            try
            {
                await _server.StartAgainAsync();
                _owner.Clear();
                await AskAsync<int>("select 1");
                return;
            }
            catch (Exception away) when (away is NpgsqlException or PrivatePostgresException or TimeoutException && DateTime.UtcNow < until)
            {
                // What its processes held is let go of in a moment.
                await Task.Delay(100);
            }
        }
    }

    /// <summary>How many bytes the server has written ahead since its last checkpoint, which is what it reads again after it is stopped at once.</summary>
    public Task<double> AheadAsync() => AskAsync<double>("select (pg_current_wal_lsn() - redo_lsn)::float8 from pg_control_checkpoint()");

    /// <summary>Writes until so many bytes are written ahead: rows like any other, in a table of its own.</summary>
    public async Task WriteAheadAsync(double bytes)
    {
        await RunAsync("drop table if exists written_ahead; create table written_ahead (number bigint primary key, words text not null)");
        for (var first = 0; await AheadAsync() < bytes; first += 200_000)
        {
            await RunAsync($"insert into written_ahead select number, repeat(md5(number::text), 6) from generate_series({first}, {first} + 199999) number");
        }
    }

    /// <summary>A connection of the owner's.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync() => _owner.OpenConnectionAsync();

    /// <summary>Runs a statement as the owner.</summary>
    public async Task RunAsync(string sql)
    {
        await using var run = _owner.CreateCommand(sql);
        await run.ExecuteNonQueryAsync();
    }

    /// <summary>One value.</summary>
    public async Task<T> AskAsync<T>(string question)
    {
        await using var ask = _owner.CreateCommand(question);
        return (T)(await ask.ExecuteScalarAsync())!;
    }

    /// <summary>How many transactions of it stood in each other's way for ever, until the server ended one, since this was last asked. The application's sessions are ended for it.</summary>
    public async Task<long> NewDeadlocksAsync()
    {
        // A session may say only after ten seconds what it counted; one that ends says it at once.
        await AskAsync<long>("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = current_database() and application_name = 'discharge'");
        var (known, now) = (_deadlocks, await AskAsync<long>("select deadlocks from pg_stat_database where datname = current_database()"));
        _deadlocks = now;
        return now - known;
    }

    /// <summary>Rows, each read as it comes.</summary>
    public async Task<List<T>> ListAsync<T>(string question, Func<NpgsqlDataReader, T> read)
    {
        await using var ask = _owner.CreateCommand(question);
        await using var rows = await ask.ExecuteReaderAsync();
        var list = new List<T>();
        while (await rows.ReadAsync())
        {
            list.Add(read(rows));
        }

        return list;
    }

    private static async Task<PrivatePostgres> DurableAsync(string name)
    {
        var server = await PrivatePostgres.StartAsync(Cluster(name));
        try
        {
            await RelaxedDurabilityException.ThrowIfRelaxedAsync(server.ConnectionString);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private static PrivateCluster Cluster(string name)
    {
        IEnumerable<KeyValuePair<string, string>> settings = [.. OperatingSystem.IsLinux() ? AtOnce : [], .. name == Stopped ? Unchecked : []];
        return PrivateCluster.Durable(PrivatePostgres.FindCloneRoot(), name) with { Settings = settings.ToDictionary() };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        await _server.DropDatabaseAsync(_name);
        if (_ownsServer)
        {
            await _server.DisposeAsync();
        }
    }
}
