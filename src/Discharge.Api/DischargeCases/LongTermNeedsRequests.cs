using Discharge.Api.OpenApi;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>The assessment of long-term needs was begun.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What is added in words.</param>
public sealed record LongTermAssessmentRequest(Instant OccurredAt, StaffRole By, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<LongTermAssessmentRequest>
{
    /// <inheritdoc/>
    public static LongTermAssessmentRequest Example => new(ExampleMoment.At(2026, 3, 16, 10, 0), StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new BeginLongTermAssessment(OccurredAt, By, note(Note));
}

/// <summary>It was found that the person has recovered as far as they will for now.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Finding">What was found.</param>
/// <param name="Ground">On what ground.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecoveryFindingRequest(Instant OccurredAt, RecoveryFinding Finding, RecoveryGround Ground, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<RecoveryFindingRequest>
{
    /// <inheritdoc/>
    public static RecoveryFindingRequest Example =>
        new(ExampleMoment.At(2026, 3, 30, 14, 0), RecoveryFinding.MaximumIndependenceReached, RecoveryGround.ScoresNoLongerRise, StaffRole.Physiotherapist);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new JudgeRecovery(OccurredAt, Finding, Ground, By, note(Note));
}

/// <summary>The assessment of long-term needs completed with its outcome.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">What it comes to.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What is added in words.</param>
public sealed record LongTermOutcomeRequest(Instant OccurredAt, LongTermOutcome Outcome, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<LongTermOutcomeRequest>
{
    /// <inheritdoc/>
    public static LongTermOutcomeRequest Example => new(ExampleMoment.At(2026, 4, 6, 16, 0), LongTermOutcome.HomeWithPackage, StaffRole.SocialWorker);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new CompleteLongTermAssessment(OccurredAt, Outcome, By, note(Note));
}

/// <summary>A Checklist for NHS continuing healthcare was received.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Positive">Whether it asks for a full assessment of eligibility.</param>
/// <param name="By">The role of whoever completed it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ChecklistRequest(Instant OccurredAt, bool Positive, StaffRole By, string? Note = null) : DischargeCaseRequest(OccurredAt, Note), IExample<ChecklistRequest>
{
    /// <inheritdoc/>
    public static ChecklistRequest Example => new(ExampleMoment.At(2026, 3, 18, 11, 0), Positive: true, StaffRole.Nurse);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new ReceiveChecklist(OccurredAt, Positive, By, note(Note));
}

/// <summary>Eligibility for NHS continuing healthcare decided.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Eligible">Whether the person is eligible.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ContinuingHealthcareDecisionRequest(Instant OccurredAt, bool Eligible, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ContinuingHealthcareDecisionRequest>
{
    /// <inheritdoc/>
    public static ContinuingHealthcareDecisionRequest Example => new(ExampleMoment.At(2026, 4, 1, 12, 0), Eligible: false);

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new RecordContinuingHealthcareDecision(OccurredAt, Eligible, note(Note));
}
