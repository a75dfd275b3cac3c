using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;

namespace Discharge.Domain.DischargeCases;

/// <summary>What ends a discharge case whatever is still owed in it: the person died, was readmitted, or came back before being seen.</summary>
internal static class CaseEndings
{
    /// <summary>What ended the clock that an entry started. A death ends it whenever it is dated; a return only from the leaving on.</summary>
    public static IEnumerable<Ending> After(DischargeCase discharge, Entry start) =>
        from fact in discharge.Facts.All<DischargeCaseEvent>()
        let cause = fact switch
        {
            PersonDied => Voiding.PersonDied,
            Readmitted or DischargeFailed when fact.OccurredAt >= start.Fact.OccurredAt => Voiding.Readmitted,
            _ => (Voiding?)null,
        }
        where cause is not null
        select new Ending(cause.Value, fact.OccurredAt);
}
