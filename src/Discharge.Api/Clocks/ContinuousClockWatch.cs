using Discharge.Persistence;
using Discharge.Persistence.Timelines;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Api.Clocks;

/// <summary>Looks at the clocks for as long as the service runs: when the next moment comes, and at the latest after a second, in which a command may have brought a nearer one.</summary>
public sealed class ContinuousClockWatch(ClockWatch watch, LastLook lastLook, TimeProvider time, ILogger<ContinuousClockWatch> log)
    : Rounds("the clocks", TimeSpan.Zero, AfterAFailure, time, log)
{
    /// <summary>How many cases one look deals with: enough to drain a backlog, few enough that no command waits long for its case.</summary>
    public const int CasesAtOnce = 250;

    private static readonly TimeSpan AfterAFailure = TimeSpan.FromMilliseconds(250);

    // At least one look a second, with room for the look itself.
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(900);

    // For a case that a command or another node holds just now.
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private readonly TimeProvider _time = time;

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping)
    {
        while (await NextAsync(stopping) is { } next)
        {
            if (next > Duration.Zero)
            {
                return next.ToTimeSpan() < Every ? next.ToTimeSpan() : Every;
            }

            switch ((await LookAsync(DuePlace.First, stopping)).DealtWith)
            {
                case 0:
                    return Soon;
                case CasesAtOnce:
                    await CatchUpAsync(stopping);
                    break;
            }
        }

        return Every;
    }

    private async Task<Duration?> NextAsync(CancellationToken stopping)
    {
        var next = await watch.NextMomentAsync(stopping);
        lastLook.IsNow();
        return next - _time.GetUtcNow().ToInstant();
    }

    private async Task CatchUpAsync(CancellationToken stopping)
    {
        lastLook.IsCatchingUp = true;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, ClockWatch.LooksAtOnce).Select(_ => DrainAsync(stopping)));
        }
        finally
        {
            lastLook.IsCatchingUp = false;
        }
    }

    // Each goes on from where its own last look came to, and once a second from the first that is due: there may be cases that were held by a command, or fell due late.
    private async Task DrainAsync(CancellationToken stopping)
    {
        for (var (place, since) = (DuePlace.First, _time.GetTimestamp()); await LookAsync(place, stopping) is (CasesAtOnce, var reached);)
        {
            (place, since) = _time.GetElapsedTime(since) < Every ? (reached, since) : (DuePlace.First, _time.GetTimestamp());
        }
    }

    private async Task<(int DealtWith, DuePlace Reached)> LookAsync(DuePlace after, CancellationToken stopping)
    {
        var look = await watch.LookAsync(CasesAtOnce, after, stopping);
        lastLook.IsNow();
        return look;
    }
}
