namespace Discharge.Api;

/// <summary>The database of this deployment, as its owner (who migrates it) and as the application (who may only add to what is on record).</summary>
public sealed record Databases(string Owner, string Application)
{
    /// <summary>The database the configuration names.</summary>
    /// <exception cref="DatabaseNotConfiguredException">It names none, or names the owner and not the application.</exception>
    public static Task<Databases> ForAsync(IConfiguration configuration, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var application = configuration.GetConnectionString("Discharge");
        var owner = configuration.GetConnectionString("DischargeOwner");
        return application switch
        {
            // Where another program migrates, the owner is nobody's business here.
            { Length: > 0 } => Task.FromResult(new Databases(owner ?? string.Empty, application)),
            _ => throw new DatabaseNotConfiguredException(),
        };
    }
}

/// <summary>The configuration names no database.</summary>
public sealed class DatabaseNotConfiguredException()
    : Exception("No database is configured: set ConnectionStrings__Discharge (the application) and ConnectionStrings__DischargeOwner (who migrates).");
