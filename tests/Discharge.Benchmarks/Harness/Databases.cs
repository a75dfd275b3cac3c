using Discharge.EmbeddedPostgres;
using Npgsql;

namespace Discharge.Benchmarks.Harness;

/// <summary>A private PostgreSQL that writes as production does, for the length of a run.</summary>
public sealed class Databases : IAsyncDisposable
{
    private static readonly string[] Shown =
        ["server_version", "fsync", "synchronous_commit", "full_page_writes", "wal_sync_method", "shared_buffers", "max_wal_size", "checkpoint_timeout", "track_commit_timestamp"];

    private readonly PrivatePostgres _server;
    private readonly List<Database> _made = [];

    private Databases(PrivatePostgres server, IReadOnlyDictionary<string, string> settings) => (_server, Settings) = (server, settings);

    /// <summary>How the server is set.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>The server's main process.</summary>
    public int ServerProcess => _server.ProcessId;

    /// <summary>Starts the server.</summary>
    /// <exception cref="RelaxedDurabilityException">What is committed would not be on the disk.</exception>
    public static async Task<Databases> StartAsync()
    {
        var cluster = PrivateCluster.Durable(PrivatePostgres.FindCloneRoot(), "benchmarks") with
        {
            Settings = new Dictionary<string, string>
            {
                ["shared_buffers"] = "1GB",
                ["max_wal_size"] = "8GB",
                ["checkpoint_timeout"] = "15min",
                // Says when a breach was committed, and not only when it was decided.
                ["track_commit_timestamp"] = "on",
            },
        };
        var server = await PrivatePostgres.StartAsync(cluster, Console.WriteLine);
        try
        {
            await using var source = NpgsqlDataSource.Create(server.ConnectionString);
            var settings = new Dictionary<string, string>();
            foreach (var name in Shown)
            {
                await using var ask = source.CreateCommand($"show {name}");
                settings[name] = (string)(await ask.ExecuteScalarAsync())!;
            }

            RelaxedDurabilityException.ThrowIfRelaxed(settings);
            Machine.Owns(server.ProcessId, withChildren: true);
            return new(server, settings);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a database: empty, or a copy of another to which nobody is connected.</summary>
    public async Task<Database> MakeAsync(string name, Database? from = null)
    {
        from?.Release();
        await _server.DropDatabaseAsync(name);
        var database = new Database(name, await _server.CreateDatabaseAsync(name, from?.Name));
        _made.Add(database);
        return database;
    }

    /// <summary>Drops what a suite has made, but for what others start from.</summary>
    public async Task ForgetAsync(Predicate<Database> isKept)
    {
        foreach (var database in _made.Where(database => !isKept(database)).ToArray())
        {
            await database.DisposeAsync();
            await _server.DropDatabaseAsync(database.Name);
            _made.Remove(database);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var database in _made)
        {
            await database.DisposeAsync();
        }

        await _server.DisposeAsync();
    }
}
