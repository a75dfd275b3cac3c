using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The plan for the discharge was opened; the sooner after admission, the better (A1).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever opened it.</param>
public sealed record OpenPlan(Instant OccurredAt, StaffRole By) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>A plan is open already.</summary>
    public static readonly Refusal AlreadyPlanned = new(
        "discharge.plan-opened-already", "The plan for this discharge was opened already.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <summary>The plan was opened after the person had left.</summary>
    public static readonly Departure AfterLeaving = new(
        "discharge.plan-opened-after-leaving", "The plan was opened after the person had left the hospital.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new DischargePlanOpened(OccurredAt, By);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Facts.Any<DischargePlanOpened>()
        ? AlreadyPlanned.Naming(discharge.VersionOf<DischargePlanOpened>())
        : discharge.Record(Fact).Departing(AfterLeaving, unless: discharge.At(OccurredAt).Left is null);
}
