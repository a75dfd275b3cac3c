using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Discharge.Persistence;

/// <summary>
/// Work that is done again and again for as long as the service runs. What fails is said and done again in the next round; that the database is away is
/// said once and not in every round, and so is that it is back.
/// </summary>
/// <param name="what">What waits while the database is away, in words, such as "the clocks".</param>
/// <param name="first">How long to wait before the first round.</param>
/// <param name="every">How long to wait after a round that failed, and after any that does not say otherwise.</param>
/// <param name="time">The one time.</param>
/// <param name="log">Where it is said.</param>
public abstract partial class Rounds(string what, TimeSpan first, TimeSpan every, TimeProvider time, ILogger log) : BackgroundService
{
    private bool _isAway;

    /// <summary>Goes round once.</summary>
    /// <returns>How long to wait before the next round; null for as long as usual.</returns>
    protected abstract Task<TimeSpan?> GoAsync(CancellationToken stopping);

    /// <inheritdoc/>
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(first, time, stoppingToken);
            while (true)
            {
                await Task.Delay(await TryAsync(stoppingToken) ?? every, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends, and its connections with it.
        }
    }

    private async Task<TimeSpan?> TryAsync(CancellationToken stopping)
    {
        try
        {
            var next = await GoAsync(stopping);
            if (_isAway)
            {
                _isAway = false;
                LogBack(what);
            }

            return next;
        }
        catch (Exception) when (stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception away) when (Resilience.IsAway(away))
        {
            if (!_isAway)
            {
                _isAway = true;
                LogAway(what, away.Message);
            }
        }
        catch (Exception failed)
        {
            LogFailed(what, failed);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is away, and {What} wait for it: {Reason}")]
    private partial void LogAway(string what, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is back, and {What} with it.")]
    private partial void LogBack(string what);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round over {What} failed; the next one follows.")]
    private partial void LogFailed(string what, Exception failed);
}
