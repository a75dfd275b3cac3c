using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The named worker is sick and a named colleague stands in. The case stays the worker's.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="By">The colleague.</param>
/// <param name="Role">Their profession.</param>
public sealed record CoverWorker(Instant OccurredAt, Subject By, ReablementRole Role) : ReablementCommand(OccurredAt)
{
    /// <summary>Nobody stands in for themselves.</summary>
    public static readonly Refusal IsTheWorker = new("reablement.covers-themselves", "This is the named worker, who cannot stand in for themselves.", "A colleague.");

    /// <summary>Somebody else came to stand in at this very moment.</summary>
    public static readonly Refusal CoveredThen = new(
        "reablement.covered-then", "At this very moment somebody else came to stand in.", "A later moment, where another takes over; or withdraw that cover, where it is wrong.")
    { TakenByAnother = true };

    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement)
    {
        ReablementEvent fact = new WorkerCovered(OccurredAt, By, Role);
        return Deciding(reablement, fact, () => reablement.At(OccurredAt).Responsible switch
        {
            null => HandOverCase.NobodyHasIt,
            var there when there.Worker == By => IsTheWorker.Naming(there.Entry),
            var there when there.Covering == By => [],
            { Covering: { } other } when reablement.Facts.EntriesOf<WorkerCovered>().LastOrDefault(entry => entry.Fact.OccurredAt == OccurredAt) is { } covered
                => CoveredThen.Naming(covered.Version) with { Sentence = $"At this very moment {other} came to stand in." },
            _ => fact,
        });
    }
}
