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

    private static RehabilitationEvent? NextArrivalAfter(RehabilitationCase rehabilitation, Instant at) =>
        rehabilitation.NextMoveAfter(at) is ISharedFact { Step: PlaceStep.Occupied } next ? (RehabilitationEvent)next : null;
}
