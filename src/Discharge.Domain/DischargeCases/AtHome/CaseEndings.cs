using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.DischargeCases;

/// <summary>What ends a discharge case whatever is still owed in it: the person died, was readmitted, came back before being seen, or moved from home into an interim bed.</summary>
internal static class CaseEndings
{
    /// <summary>What ended the clock that an entry started. A death ends it whenever it is dated; a return only from the leaving on, a move only after it.</summary>
    public static IEnumerable<Ending> After(DischargeCase discharge, Entry start) =>
        from fact in discharge.Facts.All<DischargeCaseEvent>()
        let cause = fact switch
        {
            PersonDied => Voiding.PersonDied,
            Readmitted or DischargeFailed when fact.OccurredAt >= start.Fact.OccurredAt => Voiding.Readmitted,
            InterimBedOccupied occupied when fact.OccurredAt > start.Fact.OccurredAt && CameFromHome(occupied, start) => Voiding.MovedIntoInterimBed,
            _ => (Voiding?)null,
        }
        where cause is not null
        select new Ending(cause.Value, fact.OccurredAt);

    // Whoever left the hospital for a care home was not at home, so their arrival there takes nothing from being owed a visit.
    private static bool CameFromHome(InterimBedOccupied occupied, Entry start) => occupied.Direct is not null || start.Fact is InterimBedVacated { For: var reason } && reason.IsHome();
}
