using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What the person can do, and what they will need, was assessed at the hospital (A1). It may be assessed again; the last assessment counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What they will need after discharge.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Detail">What was found in detail, where it is recorded.</param>
public sealed record AssessFunction(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, NoteRef? Note = null, FunctionDetail? Detail = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Another assessment of that moment is on record already.</summary>
    public static readonly Refusal AlreadyAssessed = new(
        "discharge.already-assessed", "Another functional assessment at the hospital is on record already for this moment.", "The moment at which this one was made; or withdraw the one on record as entered in error, then record this one.");

    /// <summary>The assessment is dated after the person left.</summary>
    public static readonly Departure AfterLeaving = new(
        "discharge.assessed-after-leaving", "The hospital assessment is dated after the person left.", Owner.CareTransferHub);

    /// <summary>The assessor's role is not one that assesses.</summary>
    public static readonly Departure ByNonAssessingRole = new(
        "discharge.assessed-by-non-assessing-role", "The assessment was made in a role that does not assess.", Owner.TherapyTeam);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new FunctionalAssessmentMade(OccurredAt, By, [.. Needs.Distinct().Order()], Note, Detail);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        discharge.Facts.EntriesOf<FunctionalAssessmentMade>().FirstOrDefault(entry => entry.Fact.OccurredAt == OccurredAt) is { } other
            ? AlreadyAssessed.Naming(other.Version)
            : discharge.Record(Fact)
                .Departing(AfterLeaving, unless: discharge.At(OccurredAt).Left is null)
                .Departing(ByNonAssessingRole, unless: By.Assesses());
}
