using Discharge.EmbeddedPostgres;
using Discharge.Persistence;
using Npgsql;

namespace Discharge.Api;

/// <summary>The database of this deployment, as its owner (who migrates it) and as the application (who may only add to what is on record). A node that does not migrate need not know the owner.</summary>
/// <param name="Owner">The owner's connection string, where it is known.</param>
/// <param name="Application">The application's connection string.</param>
/// <param name="Private">The server that was started because none was configured; it ends with the service.</param>
public sealed record Databases(string? Owner, string Application, PrivatePostgres? Private = null) : IAsyncDisposable
{
    private const string Name = "discharge";

    private const string Login = "discharge_service";

    /// <summary>The owner, where this process is the one that migrates.</summary>
    /// <exception cref="DatabaseNotConfiguredException">The configuration names no owner.</exception>
    public string ToMigrate => Owner is { Length: > 0 } ? Owner : throw new DatabaseNotConfiguredException(Application);

    /// <summary>The database the configuration names; in Development, where it names none, a private one of this clone.</summary>
    /// <exception cref="DatabaseNotConfiguredException">It names none, and this is not Development.</exception>
    /// <exception cref="DatabaseMisconfiguredException">It cannot be read, or names one database for the application and another for the owner.</exception>
    /// <exception cref="PrivatePostgresException">It names none, and there is no PostgreSQL on this machine.</exception>
    public static async Task<Databases> ForAsync(IConfiguration configuration, IHostEnvironment environment, CancellationToken cancellation) =>
        configuration.GetConnectionString("Discharge") switch
        {
            { Length: > 0 } application => OfOne(configuration.GetConnectionString("DischargeOwner"), application),
            _ when environment.IsDevelopment() => await PrivateAsync(cancellation),
            _ => throw new DatabaseNotConfiguredException(),
        };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Private?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static Databases OfOne(string? owner, string application)
    {
        var place = Place(Connections.ApplicationSetting, application);
        if (owner is { Length: > 0 } && Place(Connections.OwnerSetting, owner) is var owners && owners != place)
        {
            throw new DatabaseMisconfiguredException(
                $"The application and the owner would work on two databases: {Connections.ApplicationSetting} names {place}, {Connections.OwnerSetting} names {owners}. Name the same host, port and database in both.");
        }

        return new Databases(owner, application);
    }

    private static string Place(string setting, string connectionString)
    {
        try
        {
            var read = new NpgsqlConnectionStringBuilder(connectionString);
            // This machine by any of its names, or by the folder of its socket.
            var host = read.Host is null or "localhost" or "127.0.0.1" or "::1" or ['/', ..] ? "localhost" : read.Host.ToLowerInvariant();
            return $"{host}:{read.Port}/{read.Database ?? read.Username}";
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException)
        {
            throw new DatabaseMisconfiguredException($"{setting} is not a connection string: write Host=...;Database=...;Username=...;Password=...", unreadable);
        }
    }

    private static async Task<Databases> PrivateAsync(CancellationToken cancellation)
    {
        var server = await PrivatePostgres.StartAsync(PrivateCluster.Kept(PrivatePostgres.FindCloneRoot()), Console.WriteLine, cancellation);
        var owner = new NpgsqlConnectionStringBuilder(await server.EnsureDatabaseAsync(Name, cancellation));
        return new Databases(owner.ConnectionString, new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Username = Login }.ConnectionString, server);
    }
}

/// <summary>The configuration names no database, or not who migrates it.</summary>
/// <param name="application">The application's connection string, where there is one.</param>
public sealed class DatabaseNotConfiguredException(string? application = null)
    : StartRefusedException(application is null or ""
        ? $"No database is configured: set {Connections.ApplicationSetting} (the application) and {Connections.OwnerSetting} (who migrates)."
        : $"Set {Connections.OwnerSetting} too: who migrates the database of {Connections.ApplicationSetting}. In Development that is done at every start.");

/// <summary>What the configuration says of the database cannot be right.</summary>
/// <param name="sentence">What to correct.</param>
/// <param name="cause">Why it could not be read.</param>
public sealed class DatabaseMisconfiguredException(string sentence, Exception? cause = null) : StartRefusedException(sentence, cause);
