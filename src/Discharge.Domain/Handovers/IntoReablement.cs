using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;

namespace Discharge.Domain.Handovers;

/// <summary>What leaving the hospital asks of reablement: somebody who left on Pathway 1 with a need for reablement is handed over to the team, as they left.</summary>
public static class IntoReablement
{
    /// <summary>What is to be opened for a discharge; null where nothing is, or the leaving was withdrawn since.</summary>
    public static HandOverFromDischarge? Of(DischargeCase discharge) =>
        discharge is { Opening: { } opening, Left: { } left }
        && discharge.At(left.OccurredAt) is { PathwayDecision.Pathway: Pathway.Pathway1 } then
        && then.FunctionalAssessment?.Needs.Contains(FunctionalNeed.Reablement) is true
            ? new(left.OccurredAt, discharge.Id, opening.Person, opening.PersonHash, then.Hub ?? opening.Hub, TeamOf(then) ?? then.Hub ?? opening.Hub)
            : null;

    // The team that was asked; where none was, the hub answers for it until somebody is allocated.
    private static OdsCode? TeamOf(DischargeCase discharge) => discharge.Facts.All<ReferralSent>().LastOrDefault(sent => sent.To is ReferredService.Reablement)?.Owner;
}
