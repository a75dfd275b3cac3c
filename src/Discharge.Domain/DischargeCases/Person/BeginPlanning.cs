using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Plans for the discharge began to be made; from then on the person and their carer are to be involved as soon as is feasible (Care Act 2014 s74).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever began.</param>
/// <param name="Note">What is added in words.</param>
public sealed record BeginPlanning(Instant OccurredAt, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another beginning is on record.</summary>
    public static readonly Refusal AlreadyBegan = new(
        "discharge.planning-already-began", "When planning began is on record already, at another moment or in another role.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PlanningBegan(OccurredAt, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Facts.Any<PlanningBegan>()
        ? AlreadyBegan.Naming(discharge.VersionOf<PlanningBegan>())
        : discharge.Record(Fact);
}
