using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>A functional assessment made at the hospital.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What the person will need after discharge.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Detail">What was found in detail, where it is recorded.</param>
public sealed record FunctionalAssessmentRequest(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, string? Note = null, FunctionDetailRequest? Detail = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<FunctionalAssessmentRequest>
{
    /// <inheritdoc/>
    public static FunctionalAssessmentRequest Example => new(ExampleMoment.At(2026, 3, 4, 11, 0), StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement, FunctionalNeed.Equipment]);

    /// <inheritdoc/>
    protected override IEnumerable<string?> Words => [Note, Detail?.Goals];

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new AssessFunction(OccurredAt, By, Needs, note(Note), Detail?.ToDetail(note));
}

/// <summary>What a functional assessment found in detail, each as far as it was looked at.</summary>
/// <param name="Moving">How the person moves, and what handling takes.</param>
/// <param name="Cognition">How memory and thinking were found.</param>
/// <param name="Equipment">The equipment found to be needed.</param>
/// <param name="Baseline">The score that later scores are compared with.</param>
/// <param name="Goals">What the person wants to be able to do, in words.</param>
public sealed record FunctionDetailRequest(
    MovingAndHandling? Moving = null, Cognition? Cognition = null, Listed<EquipmentKind>? Equipment = null, FunctionScore? Baseline = null, string? Goals = null)
{
    internal FunctionDetail ToDetail(Func<string?, NoteRef?> note) => new(Moving, Cognition, Equipment ?? [], Baseline, note(Goals));
}

/// <summary>A pathway decided.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Pathway">Which.</param>
/// <param name="Reason">Why this one.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Note">What is added in words.</param>
/// <param name="Difference">Why it is not the pathway recommended, where it is not.</param>
public sealed record PathwayDecisionRequest(Instant OccurredAt, Pathway Pathway, PathwayReason Reason, StaffRole By, string? Note = null, ReasonForDifference? Difference = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<PathwayDecisionRequest>
{
    /// <inheritdoc/>
    public static PathwayDecisionRequest Example => new(ExampleMoment.At(2026, 3, 4, 14, 20), Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new DecidePathway(OccurredAt, Pathway, Reason, By, note(Note), Difference);
}

/// <summary>A decision to discharge.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever decided.</param>
/// <param name="Override">A senior's decision to discharge with something missing; needs a permission of its own.</param>
public sealed record DischargeDecisionRequest(Instant OccurredAt, StaffRole By, OverrideRequest? Override = null) : DischargeCaseRequest(OccurredAt, Override?.Note), ICaseRequest, IExample<DischargeDecisionRequest>
{
    /// <inheritdoc/>
    public static DischargeDecisionRequest Example => new(ExampleMoment.At(2026, 3, 4, 15, 0), StaffRole.Consultant);

    // Not a field of the body, so it must not be seen as one.
    Operation? IDated.AlsoNeeds => Override is null ? null : Operation.OverrideDischargeDecision;

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) =>
        new DecideDischarge(OccurredAt, By, Override?.ToOverride(note));
}

/// <summary>A senior's decision against a rule that allows it.</summary>
/// <param name="Role">The senior's professional role.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record OverrideRequest(SeniorRole Role, OverrideReason Reason, string? Note = null)
{
    internal Override ToOverride(Func<string?, NoteRef?> note) => new(Role, Reason, note(Note));
}

/// <summary>One way to manage a risk that was considered.</summary>
/// <param name="Way">Which way.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RiskOptionRequest(WayToManageRisk Way, string? Note = null);
