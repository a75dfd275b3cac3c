namespace Discharge.Api;

/// <summary>The database of this deployment, as its owner (who migrates it) and as the application (who may only add to what is on record). A node that does not migrate need not know the owner.</summary>
public sealed record Databases(string? Owner, string Application)
{
    /// <summary>The owner, where this process is the one that migrates.</summary>
    /// <exception cref="DatabaseNotConfiguredException">The configuration names no owner.</exception>
    public string ToMigrate => Owner is { Length: > 0 } ? Owner : throw new DatabaseNotConfiguredException();

    /// <summary>The database the configuration names.</summary>
    /// <exception cref="DatabaseNotConfiguredException">It names none.</exception>
    public static Task<Databases> ForAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var application = configuration.GetConnectionString("Discharge");
        return application switch
        {
            { Length: > 0 } => Task.FromResult(new Databases(configuration.GetConnectionString("DischargeOwner"), application)),
            _ => throw new DatabaseNotConfiguredException(),
        };
    }
}

/// <summary>The configuration names no database.</summary>
public sealed class DatabaseNotConfiguredException()
    : Exception("No database is configured: set ConnectionStrings__Discharge (the application) and ConnectionStrings__DischargeOwner (who migrates).");
