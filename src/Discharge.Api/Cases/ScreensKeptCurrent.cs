using Discharge.Persistence;
using Discharge.Persistence.DischargeCases;
using NodaTime.Extensions;

namespace Discharge.Api.Cases;

/// <summary>
/// Has what screens show written anew once it looks different, some seconds later at the latest and a little at a time, so that neither a command nor a clock waits for it. It asks seldom
/// while nothing is to come: whoever reads meanwhile is shown the case as it is, only a little slower.
/// </summary>
public sealed class ScreensKeptCurrent(ShownAnew cases, TimeProvider time, ILogger<ScreensKeptCurrent> log) : Rounds("what screens show", Every, Every, time, log)
{
    private const int AtOnce = 100;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Seldom = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan WhileThereIsMore = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time = time;

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping)
    {
        var wait = (await cases.NextMomentAsync(stopping) - _time.GetUtcNow().ToInstant())?.ToTimeSpan() ?? Seldom;
        return wait > TimeSpan.Zero ? TimeSpan.FromSeconds(Math.Clamp(wait.TotalSeconds, Every.TotalSeconds, Seldom.TotalSeconds))
            : await cases.WriteAsync(AtOnce, stopping) == AtOnce ? WhileThereIsMore
            : null;
    }
}
