using Discharge.Domain.Handovers;
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
           where one.IsReadable && one.Type == DischargeCaseType.Instance && IntoReablement.Of(DischargeCaseType.StateOf(one.Id, one.HistoryTo(one.Events.Count))) is not null
           where !evidence.Cases.ContainsKey(HandOvers.CaseOf(one.Id))
           select $"{one.Id} was discharged into reablement, and no case was opened there",
    ];
}
