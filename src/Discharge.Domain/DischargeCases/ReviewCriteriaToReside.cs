using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The criteria to reside were reviewed, as they are for everybody in a bed at least twice a day.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Met">The criteria met; none when the person no longer meets criteria to reside.</param>
/// <param name="MedicallyStable">Whether they are medically stable.</param>
/// <param name="By">The role of whoever reviewed.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReviewCriteriaToReside(Instant OccurredAt, Listed<CriterionToReside> Met, bool MedicallyStable, StaffRole By, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <summary>A review is dated after the person left.</summary>
    public static readonly Departure AfterLeaving = new("discharge.reviewed-after-leaving", "The review is dated after the person left the hospital.", Owner.Ward);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CriteriaToResideReviewed(OccurredAt, Met, MedicallyStable, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        discharge.Record(Fact).Departing(AfterLeaving, unless: discharge.At(OccurredAt).Left is null);
}
