using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Discharge.Persistence;

/// <summary>
/// Keeps the one time of the service right: measures the database's clock again every thirty seconds, and says so when it jumped. Whatever
/// goes wrong is said and tried again, because a node that stopped measuring would drift without anybody knowing.
/// </summary>
public sealed partial class DatabaseTimeUpkeep(DatabaseTime time, ILogger<DatabaseTimeUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rhythm = new Rhythm(Every, time);
        while (await rhythm.NextAsync(stoppingToken))
        {
            await MeasureAsync(stoppingToken);
        }
    }

    private async Task MeasureAsync(CancellationToken stoppingToken)
    {
        try
        {
            var moved = await time.MeasureAgainAsync(stoppingToken);
            if (moved.Duration() >= Jump)
            {
                Jumped(moved);
            }
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // The service ends, and its connections with it.
        }
        catch (Exception away) when (Resilience.IsAway(away))
        {
            NotTold(time.Uncertainty);
        }
        catch (Exception failed)
        {
            NotMeasured(failed, time.Uncertainty);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database's clock moved by {Moved} against the monotonic time of this node; a step back is waited out.")]
    private partial void Jumped(TimeSpan moved);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not tell its time; the last measurement is good to {Uncertainty}, and it is asked again in half a minute.")]
    private partial void NotTold(TimeSpan uncertainty);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database's time could not be measured; the last measurement is good to {Uncertainty}, and it is tried again in half a minute.")]
    private partial void NotMeasured(Exception failed, TimeSpan uncertainty);
}
