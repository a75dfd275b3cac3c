using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The places that are reserved for the person, be it the bed they are to be admitted to or the care home agreed for the case that home does not work out.</summary>
public static class PlacesKept
{
    /// <summary>A decision or fact after which the person needs none of them any more, so that they can be given to somebody else.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="rehabilitation">The case.</param>
    /// <param name="moment">When they end.</param>
    /// <param name="but">A place that stays the person's, where one does.</param>
    internal static Decision<RehabilitationEvent> GivenUp(Decision<RehabilitationEvent> decision, RehabilitationCase rehabilitation, Instant moment, Guid? but = null) =>
        decision is Decision<RehabilitationEvent>.Accepted { Facts.IsEmpty: false } accepted
            ? accepted with
            {
                Facts =
                [
                    .. accepted.Facts,
                    .. SharedFacts.ReservedAfter(rehabilitation.Facts.All<RehabilitationEvent>(), moment).Where(kept => kept.Place != but)
                        .Select(kept => new RehabilitationReservationEnded(Instant.Max(moment, kept.From), kept.Place, ReservationEnd.NoLongerNeeded, Follows: true)),
                ],
            }
            : decision;
}
