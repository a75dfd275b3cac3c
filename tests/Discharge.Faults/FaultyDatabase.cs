using Discharge.EmbeddedPostgres;
using Discharge.Persistence;
using Npgsql;

namespace Discharge.Faults;

/// <summary>A durable private PostgreSQL with one new database in it, migrated, for the length of a suite.</summary>
public sealed class FaultyDatabase : IAsyncDisposable
{
    private const string Name = "faults";

    private readonly PrivatePostgres _server;
    private readonly NpgsqlDataSource _owner;

    private FaultyDatabase(PrivatePostgres server, string owner)
    {
        _server = server;
        Owner = owner;
        Application = new NpgsqlConnectionStringBuilder(owner) { Username = "discharge_faults" }.ConnectionString;
        _owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(owner) { CommandTimeout = 300 }.ConnectionString);
    }

    /// <summary>The connection string of the one who migrates.</summary>
    public string Owner { get; }

    /// <summary>The connection string of the application.</summary>
    public string Application { get; }

    /// <summary>A new database.</summary>
    public static async Task<FaultyDatabase> NewAsync()
    {
        var server = await PrivatePostgres.StartAsync(PrivateCluster.Durable(PrivatePostgres.FindCloneRoot(), "faults"));
        await server.DropDatabaseAsync(Name, CancellationToken.None);
        var database = new FaultyDatabase(server, await server.EnsureDatabaseAsync(Name, CancellationToken.None));
        await Migrations.ApplyAsync(database.Owner, database.Application);
        return database;
    }

    /// <summary>One value.</summary>
    public async Task<T> AskAsync<T>(string question)
    {
        await using var ask = _owner.CreateCommand(question);
        return (T)(await ask.ExecuteScalarAsync())!;
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        await _server.DisposeAsync();
    }
}
