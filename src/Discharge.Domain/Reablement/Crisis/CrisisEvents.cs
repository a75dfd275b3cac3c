using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The urgent community response was asked to see to somebody in a crisis. Its entry is how the request is addressed.</summary>
/// <param name="OccurredAt">When it received the referral.</param>
/// <param name="Service">The service that was asked.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CrisisResponseRequested(Instant OccurredAt, OdsCode Service, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>The urgent community response was in contact with the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Request">The entry that requested it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CrisisContactMade(Instant OccurredAt, long Request, NoteRef? Note = null) : ReablementEvent(OccurredAt);
