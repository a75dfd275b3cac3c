using System.Diagnostics;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using Npgsql;

namespace Discharge.Persistence;

/// <summary>Brings the database up to date with the migrations in <c>eventstore-migrations</c>, and says what it still lacks.</summary>
public static class Migrations
{
    private const string JournalSchema = "discharge";
    private const string JournalTable = "migrations";

    // "dischrg" in ASCII: any number does, as long as nobody else takes it.
    private const long Lock = 0x64697363687267;

    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StatementPatience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Applies what is pending as the owner, each migration in a transaction of its own, and makes sure that the application's login exists
    /// and may do what the application does and no more. Several nodes may do this at once: one works, the others find it done.
    /// </summary>
    /// <exception cref="NotLetInException">The database does not exist, or does not let the owner in.</exception>
    /// <exception cref="OwnerRightsException">The owner may not do what a migration needs; nothing was changed.</exception>
    /// <exception cref="MigrationFailedException">A migration failed.</exception>
    /// <exception cref="ApplicationRoleException">The application's login is missing and cannot be made, or it could alter what was recorded.</exception>
    public static async Task<IReadOnlyList<MigrationApplied>> ApplyAsync(
        string ownerConnectionString,
        string applicationConnectionString,
        Action<MigrationApplied>? progress = null,
        IReadOnlyList<Migration>? migrations = null,
        CancellationToken cancellation = default)
    {
        var asOwner = Connections.ForOwner(ownerConnectionString);
        await using var owner = new NpgsqlConnection(asOwner);
        await EnterAsync(owner, cancellation);
        await using var turn = await TakeTurnAsync(owner, cancellation);
        await OwnerRights.AssertAsync(owner, applicationConnectionString, cancellation);
        await ExecuteAsync(owner, $"create schema if not exists {JournalSchema}", cancellation);

        // DbUp is synchronous; a thread of the pool waits for it instead of the caller.
        var applied = await Task.Run(() => Upgrade(asOwner, migrations ?? Migration.All, progress ?? (_ => { })), cancellation);
        await ApplicationRole.EnsureAsync(owner, applicationConnectionString, cancellation);
        return applied;
    }

    /// <summary>The names of the migrations this build needs and the database lacks, in order; one that is newer than this build is none of them.</summary>
    public static async Task<IReadOnlyList<string>> PendingAsync(
        NpgsqlDataSource database, IReadOnlyList<Migration>? migrations = null, CancellationToken cancellation = default)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            await using var ask = database.CreateCommand($"select scriptname from {JournalSchema}.{JournalTable}");
            await using var rows = await ask.ExecuteReaderAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                applied.Add(rows.GetString(0));
            }
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            // No journal, or none the application may read yet: nothing was applied that counts.
        }

        return [.. (migrations ?? Migration.All).Select(migration => migration.Name).Where(name => !applied.Contains(name))];
    }

    /// <summary>Asks whether the database has what this build needs, before anything else is asked of it.</summary>
    /// <exception cref="NotLetInException">The database does not exist, or does not let the application in.</exception>
    /// <exception cref="MigrationsPendingException">It has not.</exception>
    public static async Task AssertAppliedAsync(NpgsqlDataSource database, CancellationToken cancellation = default)
    {
        var pending = await PendingOrNotLetInAsync(database, cancellation);
        if (pending.Count > 0)
        {
            throw new MigrationsPendingException(pending);
        }
    }

    private static async Task<IReadOnlyList<string>> PendingOrNotLetInAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        try
        {
            return await Resilience.Starting.ExecuteAsync(async stop => await PendingAsync(database, cancellation: stop), cancellation);
        }
        catch (PostgresException refused) when (NotLetInException.AsApplication(refused, database.ConnectionString) is { } told)
        {
            throw told;
        }
    }

    private static async Task EnterAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        try
        {
            await owner.OpenAsync(cancellation);
        }
        catch (PostgresException refused) when (NotLetInException.AsOwner(refused, owner.ConnectionString) is { } told)
        {
            throw told;
        }
    }

    private static List<MigrationApplied> Upgrade(string asOwner, IReadOnlyList<Migration> migrations, Action<MigrationApplied> progress)
    {
        var applied = new List<MigrationApplied>();
        var engine = DeployChanges.To
            .PostgresqlDatabase(asOwner)
            .WithScripts(migrations.Select(migration => new SqlScript(migration.Name, migration.Sql)))
            .WithTransactionPerScript()
            // $name$ is a quote in PostgreSQL.
            .WithVariablesDisabled()
            .JournalToPostgresqlTable(JournalSchema, JournalTable)
            .LogTo(new NoOpUpgradeLog())
            .Build();
        var since = Stopwatch.GetTimestamp();
        engine.ScriptExecuted += (_, done) =>
        {
            var executed = ((ScriptExecutedEventArgs)done).Script.Name;
            var step = new MigrationApplied(migrations.Single(migration => migration.Name == executed), Stopwatch.GetElapsedTime(since));
            since = Stopwatch.GetTimestamp();
            applied.Add(step);
            progress(step);
        };

        var started = Stopwatch.GetTimestamp();
        for (var result = engine.PerformUpgrade(); !result.Successful; result = engine.PerformUpgrade())
        {
            // A table in use is tried again: each try waits briefly, so that nobody queues behind it for long.
            if (result.Error is not PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable } || Stopwatch.GetElapsedTime(started) > StatementPatience)
            {
                throw new MigrationFailedException(result.ErrorScript?.Name ?? "journal", result.Error);
            }
        }

        return applied;
    }

    private static async Task<Turn> TakeTurnAsync(NpgsqlConnection owner, CancellationToken cancellation)
    {
        await ExecuteAsync(owner, $"set lock_timeout = {(long)LockPatience.TotalMilliseconds}", cancellation);
        await ExecuteAsync(owner, $"select pg_advisory_lock({Lock})", cancellation);
        await ExecuteAsync(owner, "reset lock_timeout", cancellation);
        return new Turn(owner);
    }

    private static async Task ExecuteAsync(NpgsqlConnection owner, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The advisory lock that lets one node migrate at a time; a node that dies gives it up with its connection.</summary>
    private sealed class Turn(NpgsqlConnection owner) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await ExecuteAsync(owner, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
    }
}
