using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Discharge.Api.Telling;

/// <summary>Looks once a second for as long as the service runs whether somebody is to be told something. A look that fails is followed by another.</summary>
public sealed partial class MessagesSent(Messenger messenger, TimeProvider time, ILogger<MessagesSent> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, time);
        var begun = false;

        // The first look a second after the start: then the clocks come first.
        while (await pause.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (!begun)
                {
                    await messenger.BeginAsync(stoppingToken);
                    begun = true;
                }

                await messenger.LookAsync(stoppingToken);
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                LogLookFailed(failed);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A look at who is to be told failed; the next one follows.")]
    private partial void LogLookFailed(Exception failed);
}

/// <summary>Everybody who is told of notices is reached. A receiver that is away makes no node unready: another node could not reach it either.</summary>
public sealed class RecipientsReached(Messenger messenger) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        messenger.Away == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"Recipients of notices that cannot be reached or refuse a message: {messenger.Away}. The log names them."));
}
