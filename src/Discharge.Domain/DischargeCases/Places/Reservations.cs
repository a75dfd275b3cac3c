using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The registered places that are reserved for the person, be it for the next step or for the case that home does not work out.</summary>
public static class Reservations
{
    /// <summary>Those that stand at a moment or come to do so later, by all that is on record.</summary>
    public static IEnumerable<(Guid Bed, Instant From)> StandingAfter(DischargeCase discharge, Instant moment) =>
        SharedFacts.ReservedAfter(discharge.Facts.All<DischargeCaseEvent>(), moment);

    /// <summary>A decision after which the person needs no place any more, so that whatever is reserved for them can be given to somebody else. One made since, and told of before, ends as it began.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="discharge">The case.</param>
    /// <param name="moment">When they end.</param>
    internal static Decision<DischargeCaseEvent> EndedBy(Decision<DischargeCaseEvent> decision, DischargeCase discharge, Instant moment) =>
        decision is Decision<DischargeCaseEvent>.Accepted { Facts.IsEmpty: false } accepted
            ? accepted with { Facts = [.. accepted.Facts, .. StandingAfter(discharge, moment).Select(reserved => Ended(reserved.Bed, Instant.Max(moment, reserved.From)))] }
            : decision;

    /// <summary>That a place is needed no longer, because of what was recorded with it.</summary>
    internal static PlaceReservationEnded Ended(Guid bed, Instant at) => new(at, bed, ReservationEnd.NoLongerNeeded, Follows: true);
}
