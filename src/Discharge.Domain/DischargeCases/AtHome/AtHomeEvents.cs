using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody checked on the day of discharge that the person is safe and well.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of whoever checked.</param>
/// <param name="Outcome">What they found.</param>
/// <param name="Note">What was added in words.</param>
public sealed record WelfareCheckCompleted(Instant OccurredAt, StaffRole By, WelfareOutcome Outcome, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person was seen face to face, wherever they are staying.</summary>
/// <param name="OccurredAt">When they were seen.</param>
/// <param name="By">The role of whoever saw them; only an assessing role meets the 24 hours.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeVisitMade(Instant OccurredAt, StaffRole By, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>Somebody came and did not see the person. The clock runs on.</summary>
/// <param name="OccurredAt">When they came.</param>
/// <param name="By">The role of whoever came.</param>
/// <param name="Reason">Why the person was not seen.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeVisitFailed(Instant OccurredAt, StaffRole By, FailedVisitReason Reason, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The case was closed with its outcome.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CaseClosed(Instant OccurredAt, CaseOutcome Outcome, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);
