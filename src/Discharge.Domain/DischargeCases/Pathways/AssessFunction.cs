using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What the person can do, and what they will need, was assessed at the hospital (A1).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What they will need after discharge.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Detail">What was found in detail, where it is recorded.</param>
public sealed record AssessFunction(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, NoteRef? Note = null, FunctionDetail? Detail = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <summary>An assessment is on record already.</summary>
    public static readonly Refusal AlreadyAssessed = new(
        "discharge.already-assessed", "A functional assessment at the hospital is on record already.", "Withdraw the one on record as entered in error, then record this one.");

    /// <summary>The assessment is dated after the person left.</summary>
    public static readonly Departure AfterLeaving = new(
        "discharge.assessed-after-leaving", "The hospital assessment is dated after the person left.", Owner.CareTransferHub);

    /// <summary>The assessor's role is not one that assesses.</summary>
    public static readonly Departure ByNonAssessingRole = new(
        "discharge.assessed-by-non-assessing-role", "The assessment was made in a role that does not assess.", Owner.TherapyTeam);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new FunctionalAssessmentMade(OccurredAt, By, [.. Needs.Distinct().Order()], Note, Detail);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.FunctionalAssessment is null
        ? discharge.Record(Fact)
            .Departing(AfterLeaving, unless: discharge.At(OccurredAt).Left is null)
            .Departing(ByNonAssessingRole, unless: By.Assesses())
        : AlreadyAssessed.Naming(discharge.VersionOf<FunctionalAssessmentMade>());
}
