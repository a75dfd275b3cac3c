using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The person's consent to reablement was answered, at whatever point.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Answer">What they said.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ReablementConsentAnswered(Instant OccurredAt, ReablementConsent Answer, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>A date on which to start was offered to the person, or confirmed by them.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="On">The date.</param>
/// <param name="Confirmed">Whether they confirmed it.</param>
public sealed record StartDated(Instant OccurredAt, LocalDate On, bool Confirmed) : ReablementEvent(OccurredAt);

/// <summary>The part of the team's area the person lives in was said.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Patch">What the team calls it; never where the person lives.</param>
public sealed record PatchAssigned(Instant OccurredAt, string Patch) : ReablementEvent(OccurredAt);

/// <summary>A care provider bridges until the team can come, or until longer care is there.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Provider">The provider.</param>
public sealed record BridgingStarted(Instant OccurredAt, OdsCode Provider) : ReablementEvent(OccurredAt);

/// <summary>The provider bridges no longer.</summary>
/// <param name="OccurredAt">Since when.</param>
public sealed record BridgingEnded(Instant OccurredAt) : ReablementEvent(OccurredAt);

/// <summary>A functional assessment by the reablement therapists was requested. Its entry is how it is addressed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What was added in words.</param>
public sealed record AssessmentRequested(Instant OccurredAt, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>A request for a functional assessment was responded to.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Request">The entry that requested it.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="BookedFor">When the assessment is booked for, where it is.</param>
public sealed record AssessmentAnswered(Instant OccurredAt, long Request, AssessmentAnswer Answer, Instant? BookedFor = null) : ReablementEvent(OccurredAt);

/// <summary>The person's function was assessed at home, the milestone of a request for it.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who assessed.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Request">The entry that requested it, where one did.</param>
/// <param name="Note">What was found, in words.</param>
public sealed record FunctionAssessed(Instant OccurredAt, Subject By, ReablementRole Role, long? Request = null, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>A goal was set with the person. Its entry is how it is addressed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Baseline">How they manage as it is set, from 0 (not at all) to 10 (alone).</param>
/// <param name="Target">How they want to manage, on the same scale.</param>
/// <param name="Note">The goal in the person's words.</param>
public sealed record GoalSet(Instant OccurredAt, GoalArea Area, int Baseline, int Target, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>It was scored how the person manages by then.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Goal">The entry that set the goal.</param>
/// <param name="Score">How they manage, from 0 to 10.</param>
public sealed record GoalScored(Instant OccurredAt, long Goal, int Score) : ReablementEvent(OccurredAt);

/// <summary>How the person gets on was reviewed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Role">The profession that led the review.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record ReablementReviewed(Instant OccurredAt, ReablementRole Role, ReviewOutcome Outcome, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>A need of equipment or of a way into or about the home was noted.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Need">What.</param>
/// <param name="Note">What was added in words.</param>
public sealed record HomeNeedNoted(Instant OccurredAt, HomeNeed Need, NoteRef? Note = null) : ReablementEvent(OccurredAt);

/// <summary>It was recorded how much care the person has: at the start, whenever it changes, and at the end.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="MinutesAWeek">How many minutes of care a week.</param>
/// <param name="DoubleHanded">Whether two come at once.</param>
public sealed record CareRecorded(Instant OccurredAt, int MinutesAWeek, bool DoubleHanded) : ReablementEvent(OccurredAt);
