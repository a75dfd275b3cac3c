using Discharge.Persistence.Timelines;
using Npgsql;

namespace Discharge.Persistence;

/// <summary>How the service connects to its database, whatever else the given connection string says.</summary>
public static class Connections
{
    /// <summary>The setting that holds the application's connection string.</summary>
    public const string ApplicationSetting = "ConnectionStrings__Discharge";

    /// <summary>The setting that holds the owner's connection string.</summary>
    public const string OwnerSetting = "ConnectionStrings__DischargeOwner";

    /// <summary>The key under which the clock watch finds the pool that is its own.</summary>
    public const string OfTheWatch = "clock-watch";

    private const int BufferSize = 32 * 1024;

    /// <summary>
    /// How many connections one node opens at most for all but the clock watch, unless its connection string says otherwise: four for each of its cores, never fewer than ten or more than forty. With more, sessions
    /// take turns at the database and all of them are slower; two nodes, with the few of their watches, fit below PostgreSQL's usual hundred.
    /// </summary>
    public static int PoolSize { get; } = Math.Clamp(4 * Environment.ProcessorCount, 10, 40);

    /// <summary>How long one statement of the application may take before it is given up.</summary>
    public static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(5);

    /// <summary>How long it is waited, once a statement is given up, for the database to say that it stopped; a connection on which it does not is thrown away.</summary>
    public static readonly TimeSpan CancellationTimeout = TimeSpan.FromMilliseconds(300);

    /// <summary>How long a transaction may wait for a lock that another holds.</summary>
    public static readonly TimeSpan LockTimeout = TimeSpan.FromMilliseconds(1500);

    /// <summary>How long a transaction may stand idle before the database ends it, so that a frozen node holds nothing.</summary>
    public static readonly TimeSpan IdleInTransactionTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Opens the pool of connections that all of the application shares, but for the clock watch; nothing is connected until the first is asked for.</summary>
    public static NpgsqlDataSource Open(string applicationConnectionString) => Build(ForApplication(applicationConnectionString));

    /// <summary>Opens the pool of the clock watch, one connection for each look at once: however many wait for the others, what falls due does not wait among them.</summary>
    public static NpgsqlDataSource OpenForTheWatch(string applicationConnectionString) =>
        Build(new NpgsqlConnectionStringBuilder(ForApplication(applicationConnectionString)) { MinPoolSize = 0, MaxPoolSize = ClockWatch.LooksAtOnce }.ConnectionString);

    /// <summary>The application's connection string with the settings that must hold on every connection.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static string ForApplication(string connectionString)
    {
        var settings = Safe(connectionString);
        settings.ApplicationName ??= "discharge";
        settings.CommandTimeout = (int)CommandTimeout.TotalSeconds;
        settings.Timeout = (int)CommandTimeout.TotalSeconds;
        settings.CancellationTimeout = (int)CancellationTimeout.TotalMilliseconds;
        settings.MaxAutoPrepare = 100;
        settings.AutoPrepareMinUsages = 2;
        settings.NoResetOnClose = false;
        // What a command writes, and most that a screen reads, goes over at once instead of in pieces of 8 kB, each of which is a call to the system.
        (settings.WriteBufferSize, settings.ReadBufferSize) = (BufferSize, BufferSize);
        settings.MaxPoolSize = settings.ShouldSerialize("Maximum Pool Size") ? settings.MaxPoolSize : PoolSize;
        return WithOptions(settings, ("lock_timeout", LockTimeout), ("idle_in_transaction_session_timeout", IdleInTransactionTimeout));
    }

    /// <summary>
    /// The owner's connection string as a migration needs it: no limit on a long statement, hardly any waiting for a lock, because whoever
    /// waits for a table's exclusive lock holds up all that come after.
    /// </summary>
    /// <exception cref="ArgumentException">The connection string cannot be read.</exception>
    public static string ForOwner(string connectionString)
    {
        var settings = Safe(connectionString);
        settings.ApplicationName ??= "discharge-migrations";
        settings.CommandTimeout = 0;
        // A pooled connection would outlive the migration and stand in the way of whoever drops the database.
        settings.Pooling = false;
        return WithOptions(settings, ("lock_timeout", TimeSpan.FromMilliseconds(200)));
    }

    private static NpgsqlDataSource Build(string connectionString)
    {
        var source = new NpgsqlDataSourceBuilder(connectionString);
        source.ConfigureTracing(tracing => tracing.EnableFirstResponseEvent(enable: false));
        return source.Build();
    }

    private static NpgsqlConnectionStringBuilder Safe(string connectionString) => new(connectionString)
    {
        Timezone = "UTC",
        KeepAlive = 30,
        TcpKeepAlive = true,
        // The detail of a violated constraint quotes the row.
        IncludeErrorDetail = false,
        LogParameters = false,
    };

    private static string WithOptions(NpgsqlConnectionStringBuilder settings, params ReadOnlySpan<(string Name, TimeSpan Limit)> limits)
    {
        // Sent with the start-up packet: no round trip, and they come back when the connection is reset. The last of two wins.
        foreach (var (name, limit) in limits)
        {
            settings.Options = $"{settings.Options} -c {name}={(long)limit.TotalMilliseconds}".TrimStart();
        }

        return settings.ConnectionString;
    }
}
