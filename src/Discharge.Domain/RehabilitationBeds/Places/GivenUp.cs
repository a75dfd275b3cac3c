using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>What an arrival in one place gives up, so that nobody has two and the places and the case say the same.</summary>
internal static class GivenUp
{
    /// <summary>
    /// The place they had until then, and, of an arrival told late, the place they came into where they are on record as gone on from it.
    /// </summary>
    /// <param name="rehabilitation">The case.</param>
    /// <param name="at">When they arrived.</param>
    /// <param name="here">The registered place they came into, where it is one.</param>
    public static IEnumerable<RehabilitationEvent> Because(RehabilitationCase rehabilitation, Instant at, Guid? here)
    {
        if (rehabilitation.At(at).Place is { } left && left != here)
        {
            yield return new RehabilitationBedLeft(at, LeavingFor.AnotherPlace, left, Follows: true);
        }

        if (here is { } gone && NextArrivalAfter(rehabilitation, at) is { } next && SharedFacts.With(next) != gone)
        {
            yield return new RehabilitationBedLeft(next.OccurredAt, LeavingFor.AnotherPlace, gone, Follows: true);
        }
    }

    /// <summary>When the person is next on record as in a place, or having one kept or leaving it, after a moment.</summary>
    internal static RehabilitationEvent? NextAfter(RehabilitationCase rehabilitation, Instant at) => rehabilitation.Facts.All<RehabilitationEvent>()
        .FirstOrDefault(fact => fact.OccurredAt > at && fact is ISharedFact { With: not null, Step: not PlaceStep.Reserved, EndsReservation: false });

    private static RehabilitationEvent? NextArrivalAfter(RehabilitationCase rehabilitation, Instant at) =>
        NextAfter(rehabilitation, at) is ISharedFact { Step: PlaceStep.Occupied } next ? (RehabilitationEvent)next : null;
}
