using System.Security.Cryptography;
using Npgsql;

namespace Discharge.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL of a clone's own, for a first run, for tests and for benchmarks: reachable from this machine alone and with a password that nobody needs to know.
/// All programs of a clone that name the same cluster share one server; the last one to be disposed of, or to end, stops it. After a kill it runs on, and the next start finds it.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan PatienceAtTheEnd = TimeSpan.FromSeconds(10);

    private readonly PrivateCluster _cluster;
    private readonly ClusterFolder _folder;
    private readonly Server _server;
    private readonly string _password;
    private readonly FileStream _use;
    private Postmaster _postmaster;
    private bool _disposed;

    private PrivatePostgres(PrivateCluster cluster, ClusterFolder folder, Server server, Postmaster postmaster)
    {
        (_cluster, _folder, _server, _postmaster) = (cluster, folder, server, postmaster);
        _password = File.ReadAllText(folder.Password);
        _use = FileLock.Share(folder.UseLock);
        AppDomain.CurrentDomain.ProcessExit += EndToo;
    }

    /// <summary>The connection string of the superuser to the database postgres. It holds the password: never write it to a log.</summary>
    public string ConnectionString => ConnectionStringTo("postgres");

    /// <summary>The folder of the cluster.</summary>
    public string Folder => _folder.Path;

    /// <summary>What the server has written since it was started.</summary>
    public string LogFile => _folder.Log;

    /// <summary>The server's main process, as it was last started or found by this object.</summary>
    public int ProcessId => _postmaster.ProcessId;

    /// <summary>The folder of the clone that the running program was built in.</summary>
    /// <exception cref="PrivatePostgresException">The program does not lie in a clone.</exception>
    public static string FindCloneRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Discharge.sln")))
                return folder.FullName;
        }

        throw new PrivatePostgresException("This program does not run from a clone, so there is no place for a private PostgreSQL. Set ConnectionStrings__Discharge.");
    }

    /// <summary>Starts a private PostgreSQL, unless a connection string says that there is one to use.</summary>
    /// <returns>Null when a connection string was given; then nothing was looked for, made or started.</returns>
    /// <exception cref="PrivatePostgresException">There is no PostgreSQL on the machine, or it does not start.</exception>
    public static async Task<PrivatePostgres?> StartUnlessGivenAsync(
        string? connectionString, PrivateCluster cluster, Action<string>? progress = null, CancellationToken cancellation = default) =>
        string.IsNullOrWhiteSpace(connectionString) ? await StartAsync(cluster, progress, cancellation) : null;

    /// <summary>Starts the server of a cluster, or finds it running.</summary>
    /// <param name="cluster">The cluster; it is made when it is not there yet.</param>
    /// <param name="progress">Is told what takes a while.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="PrivatePostgresException">There is no PostgreSQL on the machine, or it does not start.</exception>
    public static async Task<PrivatePostgres> StartAsync(PrivateCluster cluster, Action<string>? progress = null, CancellationToken cancellation = default)
    {
        var account = await ServerAccount.ChooseAsync(cancellation);
        var folder = await ClusterFolder.OfAsync(cluster, account, cancellation);
        using var starting = await FileLock.TakeAsync(folder.StartLock, cancellation);
        var alone = IsUnused(folder);
        var server = new Server(cluster, folder, account, progress ?? (_ => { }));
        var started = new PrivatePostgres(cluster, folder, server, await server.BringUpAsync(alone, mayRemake: true, cancellation));
        try
        {
            if (alone && cluster.Keeping is not Keeping.Kept)
                await started.DropAllDatabasesAsync(cancellation);
            return started;
        }
        catch
        {
            AppDomain.CurrentDomain.ProcessExit -= started.EndToo;
            await started._use.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a database.</summary>
    /// <param name="name">Its name, which is not taken yet.</param>
    /// <param name="template">The database to copy, to which nobody may be connected, or null for an empty one.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The connection string to it.</returns>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null, CancellationToken cancellation = default)
    {
        await ExecuteAsync($"create database {Quoted(name)} template {Quoted(template ?? "template0")}", cancellation);
        return ConnectionStringTo(name);
    }

    /// <summary>Makes a database where it is not there yet.</summary>
    /// <returns>The connection string to it.</returns>
    public async Task<string> EnsureDatabaseAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            return await CreateDatabaseAsync(name, cancellation: cancellation);
        }
        catch (PostgresException there) when (there.SqlState is PostgresErrorCodes.DuplicateDatabase)
        {
            return ConnectionStringTo(name);
        }
    }

    /// <summary>Makes a database that is dropped when it is disposed of.</summary>
    /// <param name="purpose">What it is for; its name begins with it and goes on in a way that no other has.</param>
    /// <param name="template">The database to copy, to which nobody may be connected, or null for an empty one.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task<PassingDatabase> CreatePassingDatabaseAsync(string purpose, string? template = null, CancellationToken cancellation = default)
    {
        var name = $"{purpose}_{RandomNumberGenerator.GetHexString(12, lowercase: true)}";
        return new PassingDatabase(this, name, await CreateDatabaseAsync(name, template, cancellation));
    }

    /// <summary>Drops a database, whoever is connected to it; one that is not there is no error.</summary>
    public Task DropDatabaseAsync(string name, CancellationToken cancellation = default) =>
        ExecuteAsync($"drop database if exists {Quoted(name)} with (force)", cancellation);

    /// <summary>Stops the server, whoever uses it.</summary>
    /// <param name="immediate">As a power cut would: without a checkpoint, so that the next start has to recover.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task StopAsync(bool immediate = false, CancellationToken cancellation = default)
    {
        using var stopping = await FileLock.TakeAsync(_folder.StartLock, cancellation);
        await _server.StopAsync(immediate, cancellation);
    }

    /// <summary>Starts the server again after it was stopped or killed: with the same password, and on the same port unless that was taken in the meantime.</summary>
    public async Task StartAgainAsync(CancellationToken cancellation = default)
    {
        using var starting = await FileLock.TakeAsync(_folder.StartLock, cancellation);
        _postmaster = await _server.BringUpAsync(alone: false, mayRemake: false, cancellation);
    }

    /// <summary>Ends this use of the server, and stops it where this was the last one and it is not to stay.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        AppDomain.CurrentDomain.ProcessExit -= EndToo;
        await LeaveAsync(CancellationToken.None);
    }

    private async Task LeaveAsync(CancellationToken cancellation)
    {
        using var stopping = await FileLock.TakeAsync(_folder.StartLock, cancellation);
        await _use.DisposeAsync();
        if (!_cluster.StaysRunning && IsUnused(_folder))
            await _server.StopAsync(immediate: false, cancellation);
    }

    // A program that is told to end disposes of nothing.
    private void EndToo(object? sender, EventArgs ended)
    {
        using var patience = new CancellationTokenSource(PatienceAtTheEnd);
        try
        {
            LeaveAsync(patience.Token).GetAwaiter().GetResult();
        }
        catch (Exception left) when (left is OperationCanceledException or PrivatePostgresException)
        {
            // It was being started or stopped, or did not stop, and runs on as after a kill.
        }
    }

    private static bool IsUnused(ClusterFolder folder)
    {
        using var use = FileLock.TryTake(folder.UseLock);
        return use is not null;
    }

    /// <summary>Nobody else uses a throw-away server, so whatever is in it was left by runs that are over.</summary>
    private async Task DropAllDatabasesAsync(CancellationToken cancellation)
    {
        var left = new List<string>();
        await using (var connection = await ConnectAsync(cancellation))
        await using (var command = new NpgsqlCommand("select datname from pg_database where not datistemplate and datname <> 'postgres'", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
                left.Add(reader.GetString(0));
        }

        foreach (var name in left)
            await DropDatabaseAsync(name, cancellation);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var connection = await ConnectAsync(cancellation);
        // To copy a database takes as long as it is large.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private string ConnectionStringTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _postmaster.Port,
        Username = "postgres",
        Password = _password,
        Database = database,
        // Whoever else may listen on the port one day is never told the password.
        RequireAuth = "ScramSHA256",
    }.ConnectionString;

    private static string Quoted(string name)
    {
        using var names = new NpgsqlCommandBuilder();
        return names.QuoteIdentifier(name);
    }
}
