using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using NodaTime;

namespace Discharge.Api.RehabilitationBeds;

/// <summary>A goal set with the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Baseline">How they manage now, from 0 (not at all) to 10 (alone).</param>
/// <param name="Target">How they want to manage, on the same scale.</param>
/// <param name="Note">The goal in their words.</param>
public sealed record RehabilitationGoalRequest(Instant OccurredAt, RehabilitationGoalArea Area, int Baseline, int Target, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<RehabilitationGoalRequest>
{
    /// <inheritdoc/>
    public static RehabilitationGoalRequest Example => new(ExampleMoment.At(2026, 3, 3, 9, 30), RehabilitationGoalArea.Transfers, 2, 8, "To get out of my chair by myself.");

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) =>
    [
        .. AmissIn(Baseline, "baseline"),
        .. AmissIn(Target, "target"),
        .. Target <= Baseline ? [("target", "Give a target above the baseline.")] : Array.Empty<(string, string)>(),
    ];

    internal static IEnumerable<(string Field, string Sentence)> AmissIn(int score, string field) => score is < 0 or > SetRehabilitationGoal.Best ? [(field, "Give a number from 0 to 10.")] : [];

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new SetRehabilitationGoal(OccurredAt, Area, Baseline, Target, note(Note));
}

/// <summary>How the person manages by now.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Goal">The entry that set the goal.</param>
/// <param name="Score">How they manage, from 0 to 10.</param>
public sealed record RehabilitationGoalScoreRequest(Instant OccurredAt, long Goal, int Score) : RehabilitationRequest(OccurredAt), IDated, IExample<RehabilitationGoalScoreRequest>
{
    /// <inheritdoc/>
    public static RehabilitationGoalScoreRequest Example => new(ExampleMoment.At(2026, 3, 9, 9, 0), 4, 5);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => RehabilitationGoalRequest.AmissIn(Score, "score");

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new ScoreRehabilitationGoal(OccurredAt, Goal, Score);
}

/// <summary>A therapy session.</summary>
/// <param name="OccurredAt">When it began.</param>
/// <param name="By">Who held it: the subject of their tokens, never a name.</param>
/// <param name="Discipline">Their profession.</param>
/// <param name="Minutes">How many minutes it took.</param>
/// <param name="Note">What is added in words.</param>
public sealed record TherapySessionRequest(Instant OccurredAt, Subject By, RehabilitationRole Discipline, int Minutes, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IDated, IExample<TherapySessionRequest>
{
    // A day.
    private const int Longest = 24 * 60;

    /// <inheritdoc/>
    public static TherapySessionRequest Example => new(ExampleMoment.At(2026, 3, 3, 11, 0), Subject.Parse("w-204"), RehabilitationRole.Physiotherapist, 45);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Minutes is < 1 or > Longest ? [("minutes", "Give the minutes the session took, from 1 to 1440.")] : [];

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new HoldTherapySession(OccurredAt, By, Discipline, Minutes, note(Note));
}

/// <summary>A review.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Role">The profession that led it.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RehabilitationReviewRequest(Instant OccurredAt, RehabilitationRole Role, RehabilitationReviewOutcome Outcome, string? Note = null)
    : RehabilitationRequest(OccurredAt, Note), IExample<RehabilitationReviewRequest>
{
    /// <inheritdoc/>
    public static RehabilitationReviewRequest Example => new(ExampleMoment.At(2026, 3, 9, 9, 30), RehabilitationRole.OccupationalTherapist, RehabilitationReviewOutcome.PlanHomeAccessVisit);

    /// <inheritdoc/>
    protected override RehabilitationCommand ToCommand(Func<string?, NoteRef?> note) => new ReviewRehabilitation(OccurredAt, Role, Outcome, note(Note));
}
