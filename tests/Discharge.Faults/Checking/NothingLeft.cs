using Discharge.Domain.Handovers;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Handovers;

namespace Discharge.Faults.Checking;

/// <summary>I9: inbox, outbox, dead letters and everything else that should be empty is, and whoever was discharged into reablement has a case there.</summary>
internal static class NothingLeft
{
    public static IEnumerable<string> Against(Evidence evidence) =>
    [
        .. evidence.Left.Where(left => left.Value > 0).Select(left => $"{left.Value} {left.Key}"),
        .. from one in evidence.Cases.Values
           where one.IsReadable && one.Type == DischargeCaseType.Instance
           let isInto = IntoReablement.Of(DischargeCaseType.StateOf(one.Id, one.HistoryTo(one.Events.Count))) is not null
           where isInto != IsThere(evidence, one.Id)
           select isInto ? $"{one.Id} was discharged into reablement, and no case was opened there" : $"{one.Id} was not discharged into reablement, and a case stands open there",
    ];

    private static bool IsThere(Evidence evidence, Guid discharge) =>
        evidence.Cases.TryGetValue(HandOvers.CaseOf(discharge), out var there) && (!there.IsReadable || there.HistoryTo(there.Events.Count).Standing.Any(entry => entry.Fact is ReablementReferred && entry.RecordedBy.Id == Actor.HandOvers.Id));
}
