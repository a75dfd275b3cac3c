using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>Places agreed for the case that home does not work out, and whether a move was into one of them (A6).</summary>
public static class Contingency
{
    /// <summary>The entry of an agreement that stands; null where there is none of that number.</summary>
    public static Entry? Find(DischargeCase discharge, long agreement) => discharge.Facts.EntriesOf<ContingencyPlaceAgreed>().FirstOrDefault(entry => entry.Version == agreement);

    /// <summary>The place agreed last; null where none is.</summary>
    public static Entry? Last(DischargeCase discharge) => discharge.Facts.EntriesOf<ContingencyPlaceAgreed>().LastOrDefault();

    /// <summary>How the person came into a bed. A direct move counts as contingency only while the agreement it rests on stands.</summary>
    public static WayIntoInterimBed WayOf(InterimBedOccupied occupied, DischargeCase discharge) => occupied.Direct switch
    {
        null => WayIntoInterimBed.Planned,
        { Agreement: { } agreement } when Find(discharge, agreement) is not null => WayIntoInterimBed.Contingency,
        _ => WayIntoInterimBed.Unplanned,
    };
}
