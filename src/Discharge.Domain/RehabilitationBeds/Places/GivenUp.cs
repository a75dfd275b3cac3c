using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>What an arrival in one place gives up, so that nobody has two and the places and the case say the same.</summary>
internal static class GivenUp
{
    /// <summary>
    /// The place they had until then, and, of an arrival told late, the place they came into where they are on record as gone from it since.
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

        if (here is { } gone && rehabilitation.NextMoveAfter(at) is { } next && SharedFacts.With(next) != gone && WhatFor(next) is { } reason)
        {
            yield return new RehabilitationBedLeft(next.OccurredAt, reason, gone, Follows: true);
        }
    }

    private static LeavingFor? WhatFor(RehabilitationEvent next) => next is ISharedFact { Step: PlaceStep.Occupied } ? LeavingFor.AnotherPlace : Leaving.By(next)?.For;
}
