using Discharge.Persistence.Timelines;
using NodaTime;

namespace Discharge.Api.Clocks;

/// <summary>Looks at the clocks at least once a second for as long as the service runs. A look that fails is followed by another.</summary>
public sealed partial class ClockWatching(ClockWatch watch, WatchedClocks watched, TimeProvider time, ILogger<ClockWatching> log) : BackgroundService
{
    /// <summary>How many cases one look deals with: enough to drain a backlog, few enough that no command waits long for its case.</summary>
    public const int CasesAtOnce = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause, time);
        do
        {
            try
            {
                while (await watch.LookAsync(CasesAtOnce, stoppingToken) == CasesAtOnce)
                {
                    watched.Now();
                }

                watched.Now();
            }
            catch (Exception failed) when (!stoppingToken.IsCancellationRequested)
            {
                LogLookFailed(failed);
            }
        }
        while (await pause.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A look at the clocks failed; the next one follows.")]
    private partial void LogLookFailed(Exception failed);
}

/// <summary>When this node last looked at the clocks, for the readiness check.</summary>
public sealed class WatchedClocks(TimeProvider time)
{
    /// <summary>How long a node may go without a look before it says that it is not ready.</summary>
    public static readonly Duration Longest = Duration.FromSeconds(5);

    private long _last = long.MinValue;

    /// <summary>Whether the last look was recent enough.</summary>
    public bool AreWatched => Volatile.Read(ref _last) is var last and not long.MinValue && time.GetElapsedTime(last) < Longest.ToTimeSpan();

    /// <summary>Notes a look.</summary>
    public void Now() => Volatile.Write(ref _last, time.GetTimestamp());
}
