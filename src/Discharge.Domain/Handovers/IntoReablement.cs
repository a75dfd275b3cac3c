using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;

namespace Discharge.Domain.Handovers;

/// <summary>What leaving the hospital asks of reablement: somebody who left for home on Pathway 1 with a need for reablement is handed over to the team, as they left, and so are their death and their return.</summary>
public static class IntoReablement
{
    /// <summary>What is to be opened for a discharge; null where nothing is, or the leaving was withdrawn since.</summary>
    public static HandOverFromDischarge? Of(DischargeCase discharge) =>
        discharge is { Opening: { } opening, Left: { } left } && left.To.MayBeHome()
        && discharge.At(left.OccurredAt) is { PathwayDecision.Pathway: Pathway.Pathway1 } then
        && then.FunctionalAssessment?.Needs.Contains(FunctionalNeed.Reablement) is true
            ? new(left.OccurredAt, discharge.Id, opening.Person, opening.PersonHash, then.Hub ?? opening.Hub, TeamOf(then) ?? then.Hub ?? opening.Hub)
            : null;

    /// <summary>What happened to whoever is handed over: their death, and each return to hospital from the leaving on. Nothing where nobody is.</summary>
    public static IReadOnlyList<ReablementEvent> Since(DischargeCase discharge) => Of(discharge) is not { OccurredAt: var left } ? [] :
    [
        .. discharge.Facts.All<DischargeCaseEvent>().Select(fact => (ReablementEvent?)(fact switch
        {
            PersonDied => new DeathHandedOver(fact.OccurredAt),
            Readmitted or DischargeFailed when fact.OccurredAt >= left => new ReturnHandedOver(fact.OccurredAt),
            _ => null,
        })).OfType<ReablementEvent>().Distinct(),
    ];

    // The team that was asked; where none was, the hub answers for it until somebody is allocated.
    private static OdsCode? TeamOf(DischargeCase discharge) => discharge.Facts.All<ReferralSent>().LastOrDefault(sent => sent.To is ReferredService.Reablement)?.Owner;
}
