using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person arrived where they were going.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="ReceivedBy">In what role somebody received them.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ArrivedAtDestination(Instant OccurredAt, ReceiverRole ReceivedBy, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

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

/// <summary>The person came back to hospital before being seen at home: the discharge failed.</summary>
/// <param name="OccurredAt">When they came back.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What was added in words.</param>
public sealed record DischargeFailed(Instant OccurredAt, ReturnReason Reason, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person was admitted to hospital again. It ends this case; the next stay has a case of its own.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Site">The hospital site, where known.</param>
/// <param name="Note">What was added in words.</param>
public sealed record Readmitted(Instant OccurredAt, ReturnReason Reason, OdsCode? Site = null, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The person died.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Place">Where.</param>
/// <param name="Note">What was added in words.</param>
public sealed record PersonDied(Instant OccurredAt, PlaceOfDeath Place, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>What the person needs was assessed further in the community (A1).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Needs">What they need now.</param>
/// <param name="Note">What was added in words.</param>
public sealed record CommunityAssessmentMade(Instant OccurredAt, StaffRole By, Listed<FunctionalNeed> Needs, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>A package of care started, or started again.</summary>
/// <param name="OccurredAt">When care first came under it.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Start">Whether it is new, or the one from before at the same or another level.</param>
/// <param name="VisitsADay">Visits a day.</param>
/// <param name="DoubleHanded">Whether two come to each visit.</param>
/// <param name="Note">What was added in words.</param>
public sealed record PackageOfCareStarted(Instant OccurredAt, OdsCode Provider, PackageStart Start, int VisitsADay, bool DoubleHanded, NoteRef? Note = null)
    : DischargeCaseEvent(OccurredAt);

/// <summary>The long-term outcome was recorded. A later one takes its place and both stay on record.</summary>
/// <param name="OccurredAt">When it was so.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Note">What was added in words.</param>
public sealed record OutcomeRecorded(Instant OccurredAt, CaseOutcome Outcome, NoteRef? Note = null) : DischargeCaseEvent(OccurredAt);

/// <summary>The case was closed with its outcome.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Note">What was added in words.</param>
/// <param name="Override">A senior's decision to close with something missing.</param>
public sealed record CaseClosed(Instant OccurredAt, CaseOutcome Outcome, NoteRef? Note = null, Override? Override = null) : DischargeCaseEvent(OccurredAt);
