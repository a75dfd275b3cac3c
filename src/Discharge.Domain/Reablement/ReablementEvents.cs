using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>Somebody was referred for reablement; the case begins.</summary>
/// <param name="OccurredAt">When the referral was received.</param>
/// <param name="Person">Who.</param>
/// <param name="PersonHash">The commitment to their details as they were then.</param>
/// <param name="Source">Who referred them.</param>
/// <param name="Referrer">The organisation that did, and is told of the answer.</param>
/// <param name="Team">The reablement team.</param>
/// <param name="Urgent">Whether they must be contacted on the same day.</param>
/// <param name="DischargeCase">The case of the stay in hospital they were handed over from, where they were.</param>
/// <param name="SixtyFiveOrOver">Whether they were 65 or over as they left the hospital; null where their date of birth was not known.</param>
public sealed record ReablementReferred(
    Instant OccurredAt, PersonRef Person, string PersonHash, ReablementSource Source, OdsCode Referrer, OdsCode Team, bool Urgent, Guid? DischargeCase = null, bool? SixtyFiveOrOver = null)
    : ReablementEvent(OccurredAt);

/// <summary>A referral turned out to be urgent.</summary>
/// <param name="OccurredAt">When.</param>
public sealed record ReferralMarkedUrgent(Instant OccurredAt) : ReablementEvent(OccurredAt);

/// <summary>A person answered a referral; an automatic receipt is no answer.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Answer">What.</param>
/// <param name="ReferrerTold">Whether the referrer was told; until then it has not been responded to.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ReferralAnswered(Instant OccurredAt, ReferralAnswer Answer, bool ReferrerTold, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>The case was given to a named worker.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Worker">Who, as their tokens have it; never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="OverCapacity">Whether the team was full.</param>
/// <param name="InsteadOf">Who was asked for, where it is the worker on duty who was given it because the team was full.</param>
public sealed record WorkerAllocated(Instant OccurredAt, Subject Worker, ReablementRole Role, bool OverCapacity = false, Subject? InsteadOf = null) : ReablementEvent(OccurredAt);

/// <summary>The case was handed from one named worker to another.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="From">Who had it.</param>
/// <param name="To">Who has it from then on.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What was added in words.</param>
public sealed record WorkerHandedOver(Instant OccurredAt, Subject From, Subject To, ReablementRole Role, HandOverReason Reason, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>The named worker is sick and a named colleague stands in.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="By">The colleague.</param>
/// <param name="Role">Their profession.</param>
public sealed record WorkerCovered(Instant OccurredAt, Subject By, ReablementRole Role) : ReablementEvent(OccurredAt);

/// <summary>The named worker is back.</summary>
/// <param name="OccurredAt">Since when.</param>
public sealed record CoverEnded(Instant OccurredAt) : ReablementEvent(OccurredAt);

/// <summary>The named worker left the team and its lead holds the case until it is handed over.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Lead">The team lead.</param>
/// <param name="Worker">Who left; null where that was not kept yet.</param>
public sealed record WorkerLeft(Instant OccurredAt, Subject Lead, Subject? Worker = null) : ReablementEvent(OccurredAt);

/// <summary>The team was in contact with the person. The first contact is where reablement starts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who was.</param>
/// <param name="Role">Their profession.</param>
/// <param name="How">How.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Visit">The entry that planned it, where it was a planned visit.</param>
/// <param name="With">Who came as well.</param>
public sealed record ContactMade(
    Instant OccurredAt, Subject By, ReablementRole Role, ContactBy How, NoteRef? Note = null, long? Visit = null, Listed<Subject>? With = null) : ReablementEvent(OccurredAt)
{
    internal IEnumerable<Subject> Came => With is { } others ? [By, .. others] : [By];
}
