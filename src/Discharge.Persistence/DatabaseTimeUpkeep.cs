using Microsoft.Extensions.Logging;

namespace Discharge.Persistence;

/// <summary>
/// Keeps the one time of the service right: measures the database's clock again every thirty seconds, and says so when it jumped. Whatever
/// goes wrong is said and tried again, because a node that stopped measuring would drift without anybody knowing.
/// </summary>
public sealed partial class DatabaseTimeUpkeep(DatabaseTime time, ILogger<DatabaseTimeUpkeep> log) : Rounds("measurements of its clock", Every, Every, time, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Jump = TimeSpan.FromSeconds(1);

    private readonly DatabaseTime _time = time;
    private readonly ILogger<DatabaseTimeUpkeep> _log = log;

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping)
    {
        var moved = await _time.MeasureAgainAsync(stopping);
        if (moved.Duration() >= Jump)
        {
            LogJumped(_log, moved, _time.Uncertainty);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database's clock moved by {Moved} against the monotonic time of this node; a step back is waited out. The time told here is good to {Uncertainty}.")]
    private static partial void LogJumped(ILogger log, TimeSpan moved, TimeSpan uncertainty);
}
