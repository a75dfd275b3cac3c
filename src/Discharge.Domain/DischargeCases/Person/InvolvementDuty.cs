using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// How the duty stands to involve the person and their carer as soon as is feasible after plans for the discharge begin to be made (Care Act 2014 s74,
/// from 1 July 2022). It warns and never blocks.
/// </summary>
/// <param name="PlanningBeganAt">When plans began to be made, by the earliest fact that is one; null where there are none yet.</param>
/// <param name="PersonInvolvedAt">When the person was first involved.</param>
/// <param name="CarerInvolvedAt">When a carer was first involved.</param>
/// <param name="HasCarer">Whether a carer is named.</param>
public sealed record InvolvementDuty(Instant? PlanningBeganAt, Instant? PersonInvolvedAt, Instant? CarerInvolvedAt, bool HasCarer)
{
    /// <summary>Plans are being made and the person is not recorded as involved.</summary>
    public static readonly Departure PersonNotInvolved = new(
        "discharge.person-not-involved", "Plans for the discharge are being made, and nothing says that the person was involved.", Owner.CareTransferHub);

    /// <summary>Plans are being made and no carer is recorded as involved, though one is named.</summary>
    public static readonly Departure CarerNotInvolved = new(
        "discharge.carer-not-involved", "Plans for the discharge are being made, and nothing says that the carer was involved.", Owner.CareTransferHub);

    /// <summary>Whether the person is still to be involved.</summary>
    public bool PersonIsOutstanding => PlanningBeganAt is not null && PersonInvolvedAt is null;

    /// <summary>Whether a carer is still to be involved.</summary>
    public bool CarerIsOutstanding => PlanningBeganAt is not null && HasCarer && CarerInvolvedAt is null;

    /// <summary>What of the duty is not on record as done.</summary>
    public IEnumerable<Departure> Warnings() =>
        [.. PersonIsOutstanding ? (Departure[])[PersonNotInvolved] : [], .. CarerIsOutstanding ? (Departure[])[CarerNotInvolved] : []];

    /// <summary>The duty in a case.</summary>
    public static InvolvementDuty Of(DischargeCase discharge) => new(
        discharge.Opening is null ? null : discharge.Facts.All<DischargeCaseEvent>().FirstOrDefault(IsAPlan)?.OccurredAt,
        FirstInvolved(discharge, Party.Person),
        FirstInvolved(discharge, Party.Carer),
        discharge.Facts.Any<CarerNamed>());

    /// <summary>Whether a fact is a plan relating to the discharge, so that the duty stands from it on.</summary>
    public static bool IsAPlan(DischargeCaseEvent fact) => fact is DischargePlanOpened or DischargeExpected or PathwayRecommended or PathwayDecided or DischargeDecided;

    private static Instant? FirstInvolved(DischargeCase discharge, Party who) =>
        discharge.Facts.All<PartyInvolved>().FirstOrDefault(involved => involved.Who == who)?.OccurredAt;
}
