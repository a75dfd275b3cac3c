using Npgsql;

namespace Discharge.Persistence.Tests;

/// <summary>A database of its own for one fixture, with an owner that is no superuser and an application login that does not exist yet.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string OwnerRole = "discharge_test_owner";
    private const string Password = "test-only";

    private static readonly Lazy<Task<TestDatabase>> Migrated = new(async () =>
    {
        var database = await EmptyAsync();
        await Migrations.ApplyAsync(database.Owner, database.Application);
        return database;
    });

    private readonly string _server;
    private readonly string _name = $"test_{Guid.NewGuid():N}";

    private TestDatabase(string server)
    {
        _server = server;
        Owner = Named(_name, OwnerRole);
        Application = Named(_name, _name);
        Superuser = new NpgsqlConnectionStringBuilder(server) { Database = _name }.ConnectionString;
    }

    /// <summary>The connection string of the one who migrates.</summary>
    public string Owner { get; }

    /// <summary>The connection string of the application; its login is called like the database.</summary>
    public string Application { get; }

    /// <summary>The connection string of the server's superuser to this database.</summary>
    public string Superuser { get; }

    /// <summary>A database with nothing in it.</summary>
    public static async Task<TestDatabase> EmptyAsync()
    {
        var database = new TestDatabase((await TestServer.RunningAsync()).ConnectionString);
        await RunAsync(database._server, $"""
            do $do$ begin create role {OwnerRole} login createrole password '{Password}';
            exception when duplicate_object or unique_violation then null; end $do$
            """);
        await RunAsync(database._server, $"create database {database._name} owner {OwnerRole}");
        return database;
    }

    /// <summary>A database with every migration applied: a copy of the first one, with a login of its own.</summary>
    public static async Task<TestDatabase> MigratedAsync()
    {
        var first = await Migrated.Value;
        var database = new TestDatabase(first._server);
        await RunAsync(database._server, $"create database {database._name} owner {OwnerRole} template {first._name}");
        await Migrations.ApplyAsync(database.Owner, database.Application);
        return database;
    }

    /// <summary>Drops the one the others are copied from.</summary>
    public static async Task DropMigratedAsync()
    {
        if (Migrated.IsValueCreated)
        {
            await (await Migrated.Value).DisposeAsync();
        }
    }

    public async Task RunAsOwnerAsync(string sql) => await RunAsync(Owner, sql);

    public async Task RunAsSuperuserAsync(string sql) => await RunAsync(Superuser, sql);

    public async Task RunAsApplicationAsync(string sql) => await RunAsync(Application, sql);

    public Task<T> AskAsOwnerAsync<T>(string question) => AskAsync<T>(Owner, question);

    /// <summary>Asks what only an administrator is told, such as what the sessions of others wait for.</summary>
    public Task<T> AskAsSuperuserAsync<T>(string question) => AskAsync<T>(Superuser, question);

    /// <summary>Asks until the answer is yes, for as long as a slow machine may take.</summary>
    public async Task UntilAsync(string question)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await AskAsOwnerAsync<bool>(question))
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync(_server, $"drop database {_name} with (force)");
        await RunAsync(_server, $"drop role if exists {_name}");
    }

    private static async Task<T> AskAsync<T>(string connectionString, string question)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var ask = new NpgsqlCommand(question, connection);
        return (T)(await ask.ExecuteScalarAsync())!;
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private string Named(string database, string role) => new NpgsqlConnectionStringBuilder(_server)
    {
        Database = database,
        Username = role,
        Password = Password,
    }.ConnectionString;
}
