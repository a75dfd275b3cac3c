using Discharge.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Discharge.Api.Telling;

/// <summary>Looks once a second for as long as the service runs whether somebody is to be told something, and once more when it is time to. The first look comes a second after the start: then the clocks come first.</summary>
public sealed class MessagesSent(Messenger messenger, TimeProvider time, ILogger<MessagesSent> log) : Rounds("those who are to be told", Every, Every, time, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // So that it is time when it is looked.
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(5);

    private bool _begun;

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping)
    {
        if (!_begun)
        {
            await messenger.BeginAsync(stopping);
            _begun = true;
        }

        return await messenger.LookAsync(stopping) is { } ready && ready.ToTimeSpan() < Every ? ready.ToTimeSpan() + Moment : null;
    }
}

/// <summary>Everybody who is told of notices is reached. A receiver that is away makes no node unready: another node could not reach it either.</summary>
public sealed class RecipientsReached(Messenger messenger) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        messenger.Away == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Recipients of notices that cannot be reached or refuse a message: {messenger.Away}. The log names them."));
}
