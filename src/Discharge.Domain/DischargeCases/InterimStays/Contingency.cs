using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
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
        from bed in discharge.At(moment).Facts.All<ContingencyPlaceAgreed>().Select(agreed => SharedFacts.With(agreed)).OfType<Guid>().Distinct()
        where KeptUntil(discharge, bed, moment) is not null
        select bed;

    /// <summary>The first moment at which a place is no longer kept for the person, as it stands at a moment; null where it is not.</summary>
    public static Instant? KeptUntil(DischargeCase discharge, Guid bed, Instant moment) =>
        discharge.At(moment).Facts.All<DischargeCaseEvent>().LastOrDefault(fact => SharedFacts.With(fact) == bed) is ISharedFact { Until: { } until } && until > moment ? until : null;

    /// <summary>A decision with which the agreement ends, so that whatever place is kept under it is kept no longer and can be given to somebody else.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="discharge">The case.</param>
    /// <param name="moment">When it ends.</param>
    /// <param name="but">A place that stays the person's, where one does.</param>
    internal static Decision<DischargeCaseEvent> GivingUp(Decision<DischargeCaseEvent> decision, DischargeCase discharge, Instant moment, Guid? but = null) =>
        decision is Decision<DischargeCaseEvent>.Accepted { Facts.IsEmpty: false } accepted
            ? accepted with { Facts = [.. accepted.Facts, .. KeptAt(discharge, moment).Where(bed => bed != but).Select(bed => Reservations.Ended(bed, moment))] }
            : decision;

    /// <summary>How the person came into a bed. A direct move counts as contingency only from home, and while an agreement made before the person left the hospital stands.</summary>
    public static WayIntoInterimBed WayOf(InterimBedOccupied occupied, DischargeCase discharge) => occupied.Direct switch
    {
        null => WayIntoInterimBed.Planned,
        { Agreement: { } agreement } when Find(discharge, agreement)?.Fact is { } agreed && agreed.OccurredAt <= discharge.Left?.OccurredAt && MoveUnplanned.WasAtHome(discharge.At(occupied.OccurredAt - LocalCalendar.Microsecond)) => WayIntoInterimBed.Contingency,
        _ => WayIntoInterimBed.Unplanned,
    };
}
