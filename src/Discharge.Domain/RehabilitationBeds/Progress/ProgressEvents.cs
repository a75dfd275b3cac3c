using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A goal was set with the person. Its entry is how it is addressed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Baseline">How they manage as it is set, from 0 (not at all) to 10 (alone).</param>
/// <param name="Target">How they want to manage, on the same scale.</param>
/// <param name="Note">The goal in the person's words.</param>
public sealed record RehabilitationGoalSet(Instant OccurredAt, RehabilitationGoalArea Area, int Baseline, int Target, NoteRef? Note = null) : RehabilitationEvent(OccurredAt);

/// <summary>It was scored how the person manages by then.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Goal">The entry that set the goal.</param>
/// <param name="Score">How they manage, from 0 to 10.</param>
public sealed record RehabilitationGoalScored(Instant OccurredAt, long Goal, int Score) : RehabilitationEvent(OccurredAt);

/// <summary>A therapy session was held with the person.</summary>
/// <param name="OccurredAt">When it began.</param>
/// <param name="By">Who held it, as their tokens have it; never a name.</param>
/// <param name="Discipline">Their profession.</param>
/// <param name="Minutes">How many minutes it took.</param>
/// <param name="Note">What was added in words.</param>
public sealed record TherapySessionHeld(Instant OccurredAt, Subject By, RehabilitationRole Discipline, int Minutes, NoteRef? Note = null) : RehabilitationEvent(OccurredAt);

/// <summary>How the person gets on was reviewed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Role">The profession that led the review.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What was added in words.</param>
public sealed record RehabilitationReviewed(Instant OccurredAt, RehabilitationRole Role, RehabilitationReviewOutcome Outcome, NoteRef? Note = null) : RehabilitationEvent(OccurredAt);

/// <summary>Rehabilitation ended.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Result">With what result.</param>
/// <param name="Note">What was added in words.</param>
public sealed record RehabilitationEnded(Instant OccurredAt, RehabilitationResult Result, NoteRef? Note = null) : RehabilitationEvent(OccurredAt);

/// <summary>What a goal of rehabilitation is about. A list of our own.</summary>
public enum RehabilitationGoalArea
{
    /// <summary>Getting in and out of bed, a chair, a car.</summary>
    Transfers,

    /// <summary>Walking.</summary>
    Walking,

    /// <summary>Stairs.</summary>
    Stairs,

    /// <summary>Washing and dressing.</summary>
    PersonalCare,

    /// <summary>Meals and drinks.</summary>
    Meals,

    /// <summary>Speaking, and swallowing safely.</summary>
    SpeechAndSwallowing,

    /// <summary>Taking medicines.</summary>
    Medication,
}

/// <summary>What came of a review. A list of our own.</summary>
public enum RehabilitationReviewOutcome
{
    /// <summary>It goes on as it is.</summary>
    GoOn,

    /// <summary>Goals or therapy change.</summary>
    Change,

    /// <summary>A home access visit is planned.</summary>
    PlanHomeAccessVisit,

    /// <summary>The end is planned.</summary>
    PlanTheEnd,
}

/// <summary>With what result rehabilitation ended. A list of our own.</summary>
public enum RehabilitationResult
{
    /// <summary>The goals were reached.</summary>
    GoalsReached,

    /// <summary>Some of them were.</summary>
    GoalsPartlyReached,

    /// <summary>No further gain was expected.</summary>
    NoFurtherGain,

    /// <summary>Home could not be managed.</summary>
    HomeNotManageable,

    /// <summary>The person did not want it, or no longer.</summary>
    PersonDeclined,

    /// <summary>They had to go to hospital.</summary>
    InHospital,

    /// <summary>They died.</summary>
    Died,
}
