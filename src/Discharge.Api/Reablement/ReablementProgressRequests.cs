using Discharge.Api.Cases;
using Discharge.Api.OpenApi;
using Discharge.Api.Requests;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using NodaTime;

namespace Discharge.Api.Reablement;

/// <summary>A visit to plan.</summary>
/// <param name="OccurredAt">When it is planned.</param>
/// <param name="VisitAt">When somebody is to come.</param>
/// <param name="By">Who is to come: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
public sealed record PlannedVisitRequest(Instant OccurredAt, Instant VisitAt, Subject By, ReablementRole Role) : ReablementRequest(OccurredAt), IExample<PlannedVisitRequest>
{
    /// <inheritdoc/>
    public static PlannedVisitRequest Example => new(ExampleMoment.At(2026, 3, 9, 9, 30), ExampleMoment.At(2026, 3, 10, 10, 0), Subject.Parse("w-204"), ReablementRole.Physiotherapist);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new PlanVisit(OccurredAt, VisitAt, By, Role);
}

/// <summary>A planned visit that was missed.</summary>
/// <param name="OccurredAt">When that was found.</param>
/// <param name="Visit">The entry that planned it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">What is added in words.</param>
public sealed record MissedVisitRequest(Instant OccurredAt, long Visit, MissedVisitReason Reason, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<MissedVisitRequest>
{
    /// <inheritdoc/>
    public static MissedVisitRequest Example => new(ExampleMoment.At(2026, 3, 10, 10, 20), 10, MissedVisitReason.NoAnswer);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new ReportMissedVisit(OccurredAt, Visit, Reason, note(Note));
}

/// <summary>What the person said to reablement.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Answer">What they said.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReablementConsentRequest(Instant OccurredAt, ReablementConsent Answer, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<ReablementConsentRequest>
{
    /// <inheritdoc/>
    public static ReablementConsentRequest Example => new(ExampleMoment.At(2026, 3, 10, 11, 0), ReablementConsent.Given);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new AnswerReablementConsent(OccurredAt, Answer, note(Note));
}

/// <summary>A date to start on.</summary>
/// <param name="OccurredAt">When it is offered or confirmed.</param>
/// <param name="On">The date.</param>
/// <param name="Confirmed">Whether the person confirms it; otherwise it is offered.</param>
public sealed record StartDateRequest(Instant OccurredAt, LocalDate On, bool Confirmed = false) : ReablementRequest(OccurredAt), IExample<StartDateRequest>
{
    /// <inheritdoc/>
    public static StartDateRequest Example => new(ExampleMoment.At(2026, 3, 10, 11, 5), new(2026, 3, 11), Confirmed: true);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new DateStart(OccurredAt, On, Confirmed);
}

/// <summary>In which part of the team's area the person lives.</summary>
/// <param name="OccurredAt">When it was said.</param>
/// <param name="Patch">What the team calls it; never an address.</param>
public sealed record PatchRequest(Instant OccurredAt, [property: Longest(60)] string Patch) : ReablementRequest(OccurredAt), IExample<PatchRequest>
{
    /// <inheritdoc/>
    public static PatchRequest Example => new(ExampleMoment.At(2026, 3, 10, 11, 10), "North");

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new AssignPatch(OccurredAt, Patch);
}

/// <summary>A care provider bridges for the person.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Provider">The ODS code of the provider.</param>
public sealed record BridgingRequest(Instant OccurredAt, OdsCode Provider) : ReablementRequest(OccurredAt), IExample<BridgingRequest>
{
    /// <inheritdoc/>
    public static BridgingRequest Example => new(ExampleMoment.At(2026, 3, 10, 12, 0), OdsCode.Parse("VHELP"));

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new Bridge(OccurredAt, Provider);
}

/// <summary>The provider bridges no longer.</summary>
/// <param name="OccurredAt">Since when.</param>
public sealed record BridgingEndRequest(Instant OccurredAt) : ReablementRequest(OccurredAt), IExample<BridgingEndRequest>
{
    /// <inheritdoc/>
    public static BridgingEndRequest Example => new(ExampleMoment.At(2026, 3, 16, 8, 0));

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new EndBridging(OccurredAt);
}

/// <summary>A functional assessment by the reablement therapists is requested.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AssessmentRequest(Instant OccurredAt, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<AssessmentRequest>
{
    /// <inheritdoc/>
    public static AssessmentRequest Example => new(ExampleMoment.At(2026, 3, 10, 13, 0), "Bathing.");

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new RequestAssessment(OccurredAt, note(Note));
}

/// <summary>A request for a functional assessment is responded to.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Request">The entry that requested it.</param>
/// <param name="Answer">What is answered.</param>
/// <param name="BookedFor">When the assessment is booked for, where it is.</param>
public sealed record AssessmentAnswerRequest(Instant OccurredAt, long Request, AssessmentAnswer Answer, Instant? BookedFor = null) : ReablementRequest(OccurredAt), IExample<AssessmentAnswerRequest>
{
    /// <inheritdoc/>
    public static AssessmentAnswerRequest Example => new(ExampleMoment.At(2026, 3, 10, 15, 0), 16, AssessmentAnswer.Booked, ExampleMoment.At(2026, 3, 11, 9, 0));

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new AnswerAssessmentRequest(OccurredAt, Request, Answer, BookedFor);
}

/// <summary>The person's function was assessed at home.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="By">Who assessed: the subject of their tokens, never a name.</param>
/// <param name="Role">Their profession.</param>
/// <param name="Request">The entry that requested it, where one did.</param>
/// <param name="Note">What was found, in words.</param>
public sealed record HomeAssessmentRequest(Instant OccurredAt, Subject By, ReablementRole Role, long? Request = null, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<HomeAssessmentRequest>
{
    /// <inheritdoc/>
    public static HomeAssessmentRequest Example => new(ExampleMoment.At(2026, 3, 11, 9, 45), Subject.Parse("w-118"), ReablementRole.OccupationalTherapist, 16, "Manages with a bath board.");

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new AssessFunctionAtHome(OccurredAt, By, Role, Request, note(Note));
}

/// <summary>A goal to set with the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Baseline">How they manage now, from 0 (not at all) to 10 (alone).</param>
/// <param name="Target">How they want to manage, on the same scale.</param>
/// <param name="Note">The goal in their words.</param>
public sealed record GoalRequest(Instant OccurredAt, GoalArea Area, int Baseline, int Target, string? Note = null) : ReablementRequest(OccurredAt, Note), IDated, IExample<GoalRequest>
{
    /// <inheritdoc/>
    public static GoalRequest Example => new(ExampleMoment.At(2026, 3, 11, 10, 0), GoalArea.PersonalCare, 3, 8, "To wash without help.");

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => [.. Scores.Amiss("baseline", Baseline), .. Scores.Amiss("target", Target)];

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new SetGoal(OccurredAt, Area, Baseline, Target, note(Note));
}

/// <summary>How the person manages by now.</summary>
/// <param name="OccurredAt">When it was scored.</param>
/// <param name="Goal">The entry that set the goal.</param>
/// <param name="Score">How they manage, from 0 (not at all) to 10 (alone).</param>
public sealed record GoalScoreRequest(Instant OccurredAt, long Goal, int Score) : ReablementRequest(OccurredAt), IDated, IExample<GoalScoreRequest>
{
    /// <inheritdoc/>
    public static GoalScoreRequest Example => new(ExampleMoment.At(2026, 3, 25, 10, 0), 19, 6);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => Scores.Amiss("score", Score);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new ScoreGoal(OccurredAt, Goal, Score);
}

/// <summary>A review of how the person gets on.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Role">The profession that led it.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReablementReviewRequest(Instant OccurredAt, ReablementRole Role, ReviewOutcome Outcome, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<ReablementReviewRequest>
{
    /// <inheritdoc/>
    public static ReablementReviewRequest Example => new(ExampleMoment.At(2026, 3, 25, 10, 30), ReablementRole.OccupationalTherapist, ReviewOutcome.GoOn);

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new ReviewReablement(OccurredAt, Role, Outcome, note(Note));
}

/// <summary>Something the person needs at home beside visits.</summary>
/// <param name="OccurredAt">When it was noted.</param>
/// <param name="Need">What.</param>
/// <param name="Note">What is added in words.</param>
public sealed record HomeNeedRequest(Instant OccurredAt, HomeNeed Need, string? Note = null) : ReablementRequest(OccurredAt, Note), IExample<HomeNeedRequest>
{
    /// <inheritdoc/>
    public static HomeNeedRequest Example => new(ExampleMoment.At(2026, 3, 11, 10, 10), HomeNeed.Access, "A key safe by the side door.");

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new NoteHomeNeed(OccurredAt, Need, note(Note));
}

/// <summary>How much care the person has.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="MinutesAWeek">How many minutes of care a week.</param>
/// <param name="DoubleHanded">Whether two come at once.</param>
public sealed record CareRequest(Instant OccurredAt, int MinutesAWeek, bool DoubleHanded = false) : ReablementRequest(OccurredAt), IDated, IExample<CareRequest>
{
    private const int AWeek = 7 * 24 * 60;

    /// <inheritdoc/>
    public static CareRequest Example => new(ExampleMoment.At(2026, 3, 11, 10, 15), 840, DoubleHanded: true);

    IEnumerable<(string Field, string Sentence)> IDated.Amiss(LocalDate today) => MinutesAWeek is < 0 or > AWeek ? [("minutesAWeek", "Give minutes a week, from 0 to 10080.")] : [];

    /// <inheritdoc/>
    protected override ReablementCommand ToCommand(Func<string?, NoteRef?> note) => new RecordCare(OccurredAt, MinutesAWeek, DoubleHanded);
}

internal static class Scores
{
    public static IEnumerable<(string Field, string Sentence)> Amiss(string field, int score) => score is < 0 or > SetGoal.Best ? [(field, "Give a score from 0 (not at all) to 10 (alone).")] : [];
}
