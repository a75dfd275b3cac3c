using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Places agreed for the case that home does not work out, and whether a move was into one of them (A6).</summary>
public static class Contingency
{
    /// <summary>The entry of an agreement that stands; null where there is none of that number.</summary>
    public static Entry? Find(DischargeCase discharge, long agreement) => discharge.Facts.EntriesOf<ContingencyPlaceAgreed>().FirstOrDefault(entry => entry.Version == agreement);

    /// <summary>The place agreed last; null where none is.</summary>
    public static Entry? Last(DischargeCase discharge) => discharge.Facts.EntriesOf<ContingencyPlaceAgreed>().LastOrDefault();

    /// <summary>The registered places that are kept for the person at a moment because they were agreed on, also where they have been reserved for longer since.</summary>
    public static IEnumerable<Guid> KeptAt(DischargeCase discharge, Instant moment) =>
        from fact in discharge.At(moment).Facts.All<DischargeCaseEvent>()
        where SharedFacts.With(fact) is not null
        group fact by SharedFacts.With(fact)!.Value into ofPlace
        where ofPlace.Any(fact => fact is ContingencyPlaceAgreed) && KeptUntil(ofPlace.Last()) > moment
        select ofPlace.Key;

    /// <summary>A decision with which the agreement ends, so that whatever place is kept under it is kept no longer and can be given to somebody else.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="discharge">The case.</param>
    /// <param name="moment">When it ends.</param>
    /// <param name="but">A place that stays the person's, where one does.</param>
    internal static Decision<DischargeCaseEvent> GivingUp(Decision<DischargeCaseEvent> decision, DischargeCase discharge, Instant moment, Guid? but = null) =>
        decision is Decision<DischargeCaseEvent>.Accepted { Facts.IsEmpty: false } accepted
            ? accepted with { Facts = [.. accepted.Facts, .. KeptAt(discharge, moment).Where(bed => bed != but).Select(bed => new PlaceReservationEnded(moment, bed, ReservationEnd.NoLongerNeeded))] }
            : decision;

    private static Instant? KeptUntil(DischargeCaseEvent fact) => fact switch
    {
        ContingencyPlaceAgreed agreed => agreed.KeptUntil,
        PlaceReserved reserved => reserved.Until,
        _ => null,
    };

    /// <summary>How the person came into a bed. A direct move counts as contingency only while the agreement it rests on stands.</summary>
    public static WayIntoInterimBed WayOf(InterimBedOccupied occupied, DischargeCase discharge) => occupied.Direct switch
    {
        null => WayIntoInterimBed.Planned,
        { Agreement: { } agreement } when Find(discharge, agreement) is not null => WayIntoInterimBed.Contingency,
        _ => WayIntoInterimBed.Unplanned,
    };
}
