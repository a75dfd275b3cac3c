using Discharge.Persistence;
using Discharge.Persistence.DischargeCases;

namespace Discharge.Api.Cases;

/// <summary>Has what screens show written anew once it looks different, a second later at the latest and a little at a time, so that neither a command nor a clock waits for it.</summary>
public sealed class ScreensKeptCurrent(ShownAnew cases, TimeProvider time, ILogger<ScreensKeptCurrent> log) : Rounds("what screens show", Every, Every, time, log)
{
    private const int AtOnce = 100;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan WhileThereIsMore = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping) => await cases.WriteAsync(AtOnce, stopping) == AtOnce ? WhileThereIsMore : null;
}
