using Discharge.Persistence;
using Discharge.Persistence.Timelines;

namespace Discharge.Api.Clocks;

/// <summary>Looks at the clocks at least once a second for as long as the service runs. A look that fails is followed by another.</summary>
public sealed partial class ContinuousClockWatch(ClockWatch watch, LastLook lastLook, TimeProvider time, ILogger<ContinuousClockWatch> log) : BackgroundService
{
    /// <summary>How many cases one look deals with: enough to drain a backlog, few enough that no command waits long for its case.</summary>
    public const int CasesAtOnce = 100;

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);

    private bool _isAway;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rhythm = new Rhythm(Every, time);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await rhythm.NextAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await watch.LookAsync(CasesAtOnce, stoppingToken) == CasesAtOnce)
            {
                lastLook.IsNow();
            }

            lastLook.IsNow();
            if (_isAway)
            {
                _isAway = false;
                LogBack();
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends, and its connections with it.
        }
        catch (Exception away) when (Resilience.IsAway(away))
        {
            // Said once and not twice a second.
            if (!_isAway)
            {
                _isAway = true;
                LogAway(away.Message);
            }
        }
        catch (Exception failed)
        {
            LogLookFailed(failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clocks cannot be looked at while the database is away: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is back, and the clocks are looked at again.")]
    private partial void LogBack();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A look at the clocks failed; the next one follows.")]
    private partial void LogLookFailed(Exception failed);
}
