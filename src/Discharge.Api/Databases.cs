using Discharge.EmbeddedPostgres;
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
    public string ToMigrate => Owner is { Length: > 0 } ? Owner : throw new DatabaseNotConfiguredException();

    /// <summary>The database the configuration names; in Development, where it names none, a private one of this clone.</summary>
    /// <exception cref="DatabaseNotConfiguredException">It names none, and this is not Development.</exception>
    /// <exception cref="PrivatePostgresException">It names none, and there is no PostgreSQL on this machine.</exception>
    public static async Task<Databases> ForAsync(IConfiguration configuration, IHostEnvironment environment, CancellationToken cancellation) =>
        configuration.GetConnectionString("Discharge") switch
        {
            { Length: > 0 } application => new Databases(configuration.GetConnectionString("DischargeOwner"), application),
            _ when environment.IsDevelopment() => await PrivateAsync(cancellation),
            _ => throw new DatabaseNotConfiguredException(),
        };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Private?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<Databases> PrivateAsync(CancellationToken cancellation)
    {
        var server = await PrivatePostgres.StartAsync(PrivateCluster.Kept(PrivatePostgres.FindCloneRoot()), Console.WriteLine, cancellation);
        var owner = new NpgsqlConnectionStringBuilder(await server.EnsureDatabaseAsync(Name, cancellation));
        return new Databases(owner.ConnectionString, new NpgsqlConnectionStringBuilder(owner.ConnectionString) { Username = Login }.ConnectionString, server);
    }
}

/// <summary>The configuration names no database.</summary>
public sealed class DatabaseNotConfiguredException()
    : Exception("No database is configured: set ConnectionStrings__Discharge (the application) and ConnectionStrings__DischargeOwner (who migrates).");
