namespace Discharge.EmbeddedPostgres;

/// <summary>A database for one test fixture or one benchmark, dropped when it is disposed of.</summary>
public sealed class PassingDatabase : IAsyncDisposable
{
    private readonly PrivatePostgres _server;

    internal PassingDatabase(PrivatePostgres server, string name, string connectionString) =>
        (_server, Name, ConnectionString) = (server, name, connectionString);

    /// <summary>Its name, which no other database has.</summary>
    public string Name { get; }

    /// <summary>The connection string of its owner. It holds the password: never write it to a log.</summary>
    public string ConnectionString { get; }

    /// <summary>Drops it, whoever is connected to it.</summary>
    public async ValueTask DisposeAsync() => await _server.DropDatabaseAsync(Name);
}
