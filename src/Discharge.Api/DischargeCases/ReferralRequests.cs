using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Api.DischargeCases;

/// <summary>The person was referred to a service. Several referrals may be open at once.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">Which service.</param>
/// <param name="Owner">The organisation that now owns it.</param>
/// <param name="By">The role of whoever refers.</param>
/// <param name="Due">By when an answer or the service is due; it may lie ahead.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReferralSentRequest(Instant OccurredAt, ReferredService To, OdsCode Owner, StaffRole By, Instant? Due = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ReferralSentRequest>
{
    /// <inheritdoc/>
    public static ReferralSentRequest Example => new(ExampleMoment.At(2026, 3, 3, 14, 40), ReferredService.Reablement, OdsCode.Parse("QDEMO"), StaffRole.DischargeCoordinator, ExampleMoment.At(2026, 3, 5, 14, 40));

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new SendReferral(OccurredAt, Guid.CreateVersion7(), To, Owner, By, Due, note(Note));
}

/// <summary>A referral was received, triaged, accepted, declined, allocated, done, or taken back.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Step">Which step.</param>
/// <param name="Reason">Why it was declined, where it was.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReferralStepTakenRequest(Instant OccurredAt, ReferralStep Step, DeclineReason? Reason = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<ReferralStepTakenRequest>
{
    /// <inheritdoc/>
    public static ReferralStepTakenRequest Example => new(ExampleMoment.At(2026, 3, 3, 15, 0), ReferralStep.Received);

    /// <summary>The referral, from the path.</summary>
    internal Guid Referral { get; init; }

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new TakeReferralStep(OccurredAt, Referral, Step, Reason, note(Note));
}

/// <summary>Something is to be done by somebody.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Owner">The organisation that owns it.</param>
/// <param name="By">The role of whoever sets it.</param>
/// <param name="Due">By when; it may lie ahead.</param>
/// <param name="Note">What is to be done, in words; needed where no kind of task says it.</param>
public sealed record TaskSetRequest(Instant OccurredAt, TaskKind What, OdsCode Owner, StaffRole By, Instant? Due = null, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), ICaseRequest, IExample<TaskSetRequest>
{
    /// <inheritdoc/>
    public static TaskSetRequest Example => new(ExampleMoment.At(2026, 3, 3, 14, 45), TaskKind.ArrangeKeys, OdsCode.Parse("QDEMO"), StaffRole.DischargeCoordinator, ExampleMoment.At(2026, 3, 4, 12, 0));

    // Nobody could do a task of which nobody says what it is.
    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) =>
        What is TaskKind.Other && string.IsNullOrWhiteSpace(Note) ? [("note", "Say in words what is to be done: other alone says nothing.")] : [];

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new SetTask(OccurredAt, Guid.CreateVersion7(), What, Owner, By, Due, note(Note));
}

/// <summary>A task was done, or is no longer needed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="As">How it ended.</param>
/// <param name="By">The role of whoever ended it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record TaskEndedRequest(Instant OccurredAt, TaskEnd As, StaffRole By, string? Note = null)
    : DischargeCaseRequest(OccurredAt, Note), IExample<TaskEndedRequest>
{
    /// <inheritdoc/>
    public static TaskEndedRequest Example => new(ExampleMoment.At(2026, 3, 3, 16, 0), TaskEnd.Done, StaffRole.Nurse);

    /// <summary>The task, from the path.</summary>
    internal Guid Task { get; init; }

    /// <inheritdoc/>
    protected override DischargeCaseCommand ToCommand(Func<string?, NoteRef?> note) => new EndTask(OccurredAt, Task, As, By, note(Note));
}
