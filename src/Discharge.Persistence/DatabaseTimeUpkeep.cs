using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Discharge.Persistence;

/// <summary>Keeps the one time of the service right: measures the database's clock again every thirty seconds, and says so when it jumped.</summary>
public sealed partial class DatabaseTimeUpkeep(DatabaseTime time, ILogger<DatabaseTimeUpkeep> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rhythm = new PeriodicTimer(Every);
        while (await rhythm.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var moved = await time.MeasureAgainAsync(stoppingToken);
                if (moved.Duration() >= Jump)
                {
                    Jumped(moved);
                }
            }
            catch (Exception away) when (Resilience.IsAway(away))
            {
                NotMeasured(time.Uncertainty);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database's clock moved by {Moved} against the monotonic time of this node; a step back is waited out.")]
    private partial void Jumped(TimeSpan moved);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not tell its time; the last measurement is good to {Uncertainty}.")]
    private partial void NotMeasured(TimeSpan uncertainty);
}
