using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Discharge.Api.Clocks;

/// <summary>This node looks at the clocks.</summary>
public sealed class ClockWatchAlive(LastLook lastLook) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        lastLook.IsRecent ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("This node has not looked at the clocks for longer than it may."));
}
