using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person was referred to a service. Several referrals may be open at once.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The referral's id, made by the server.</param>
/// <param name="To">Which service.</param>
/// <param name="Owner">The organisation that now owns it.</param>
/// <param name="By">The role of whoever refers.</param>
/// <param name="Due">By when an answer or the service is due; it may lie ahead.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ReferralSent(Instant OccurredAt, Guid Referral, ReferredService To, OdsCode Owner, StaffRole By, Instant? Due = null, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>A referral was received, triaged, accepted, declined, allocated, done, or taken back.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Referral">The referral.</param>
/// <param name="Step">Which step.</param>
/// <param name="Reason">Why it was declined, where it was.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ReferralStepTaken(Instant OccurredAt, Guid Referral, ReferralStep Step, DeclineReason? Reason = null, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>Something is to be done by somebody.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Task">The task's id, made by the server.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Owner">The organisation that owns it.</param>
/// <param name="By">The role of whoever sets it.</param>
/// <param name="Due">By when; it may lie ahead.</param>
/// <param name="Note">What is to be done, in words.</param>
public sealed record TaskSet(Instant OccurredAt, Guid Task, TaskKind What, OdsCode Owner, StaffRole By, Instant? Due = null, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>A task was done, or is no longer needed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Task">The task.</param>
/// <param name="As">How it ended.</param>
/// <param name="By">The role of whoever ended it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record TaskEnded(Instant OccurredAt, Guid Task, TaskEnd As, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
