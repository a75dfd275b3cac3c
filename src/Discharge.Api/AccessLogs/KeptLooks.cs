using Discharge.Persistence;
using Discharge.Persistence.AccessLogs;

namespace Discharge.Api.AccessLogs;

/// <summary>Brings looks that this node kept while the access log could not be written into it, and says how many they were.</summary>
public sealed partial class KeptLooks(AccessLog log, LookJournal journal, TimeProvider time, ILogger<KeptLooks> logger) : Rounds("looks kept on this node", TimeSpan.Zero, Every, time, logger)
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly ILogger _logger = logger;

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping)
    {
        while (journal.Kept(MostAtOnce) is [_, ..] kept && !stopping.IsCancellationRequested)
        {
            await log.WriteKeptAsync(kept);
            journal.Forget(kept);
            LogBrought(_logger, kept.Count);
        }

        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Looks} looks were answered while the access log could not be written; they are in it now, marked as kept by the node.")]
    private static partial void LogBrought(ILogger logger, int looks);
}
