using Discharge.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Discharge.Api.Health;

/// <summary>What must hold before this node is sent any work. Whatever else must hold registers its own <see cref="IHealthCheck"/> beside these.</summary>
public static class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Adds the checks of the database and its migrations.</summary>
    public static IHealthChecksBuilder AddReadiness(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseReachable>("database reachable", HealthStatus.Unhealthy, tags: [], Patience)
        .AddCheck<MigrationsCurrent>("migrations current", HealthStatus.Unhealthy, tags: [], Patience);
}

/// <summary>The database answers.</summary>
public sealed class DatabaseReachable(NpgsqlDataSource database) : IHealthCheck
{
    internal const string NoAnswer = "The database does not answer.";

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var ask = database.CreateCommand("select 1");
            await ask.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception away) when (Resilience.IsAway(away))
        {
            return new HealthCheckResult(context.Registration.FailureStatus, DatabaseReachable.NoAnswer);
        }
    }
}

/// <summary>The database has every migration this build needs.</summary>
public sealed class MigrationsCurrent(NpgsqlDataSource database) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var pending = await Migrations.PendingAsync(database, cancellation: cancellationToken);
            return pending.Count == 0
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus, $"Still to be applied: {string.Join(", ", pending)}.");
        }
        catch (Exception away) when (Resilience.IsAway(away))
        {
            return new HealthCheckResult(context.Registration.FailureStatus, DatabaseReachable.NoAnswer);
        }
    }
}
