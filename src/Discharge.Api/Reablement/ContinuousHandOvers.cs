using Discharge.Persistence;
using Discharge.Persistence.Handovers;

namespace Discharge.Api.Reablement;

/// <summary>Hands people who left into reablement over to the team, within a second of their leaving being recorded.</summary>
public sealed class ContinuousHandOvers(HandOvers handOvers, TimeProvider time, ILogger<ContinuousHandOvers> log) : Rounds("the hand-overs", Every, Every, time, log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping)
    {
        while (await handOvers.HandOverAsync(stopping))
        {
            // There may be more.
        }

        return null;
    }
}
