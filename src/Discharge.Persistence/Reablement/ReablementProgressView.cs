using Discharge.Domain.Reablement;
using NodaTime;

namespace Discharge.Persistence.Reablement;

/// <summary>The date on which to start.</summary>
/// <param name="On">The date offered last.</param>
/// <param name="Confirmed">Whether the person confirmed it.</param>
public sealed record StartView(LocalDate On, bool Confirmed)
{
    /// <summary>The start of a case; null where no date was offered.</summary>
    internal static StartView? Of(ReablementCase reablement) => reablement.Facts.Last<StartDated>() is { } last
        ? new(last.On, reablement.Facts.All<StartDated>().Any(dated => dated.Confirmed && dated.On == last.On))
        : null;
}

/// <summary>A functional assessment that was requested.</summary>
/// <param name="Request">The entry that requested it.</param>
/// <param name="RequestedAt">When.</param>
/// <param name="Answer">How the request was responded to.</param>
/// <param name="AnsweredAt">When.</param>
/// <param name="BookedFor">When the assessment is booked for.</param>
/// <param name="AssessedAt">When the person's function was assessed.</param>
public sealed record AssessmentRequestView(long Request, Instant RequestedAt, AssessmentAnswer? Answer, Instant? AnsweredAt, Instant? BookedFor, Instant? AssessedAt)
{
    internal static IEnumerable<AssessmentRequestView> Of(ReablementCase reablement) =>
        from request in reablement.Facts.EntriesOf<AssessmentRequested>()
        let answer = reablement.Facts.All<AssessmentAnswered>().LastOrDefault(answered => answered.Request == request.Version)
        select new AssessmentRequestView(
            request.Version, request.Fact.OccurredAt, answer?.Answer, answer?.OccurredAt, answer?.BookedFor,
            reablement.Facts.All<FunctionAssessed>().FirstOrDefault(assessed => assessed.Request == request.Version)?.OccurredAt);
}

/// <summary>A goal, and how near the person has come to it.</summary>
/// <param name="Goal">The entry that set it.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Baseline">How they managed as it was set, from 0 (not at all) to 10 (alone).</param>
/// <param name="Target">How they want to manage.</param>
/// <param name="Score">How they manage as scored last.</param>
/// <param name="Reached">Whether that is as they want it.</param>
public sealed record GoalView(long Goal, GoalArea Area, int Baseline, int Target, int Score, bool Reached)
{
    internal static IEnumerable<GoalView> Of(ReablementCase reablement) =>
        from entry in reablement.Facts.EntriesOf<GoalSet>()
        let goal = (GoalSet)entry.Fact
        let score = reablement.Facts.All<GoalScored>().LastOrDefault(scored => scored.Goal == entry.Version)?.Score ?? goal.Baseline
        select new GoalView(entry.Version, goal.Area, goal.Baseline, goal.Target, score, score >= goal.Target);
}

/// <summary>A review.</summary>
/// <param name="At">When.</param>
/// <param name="Role">The profession that led it.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ReablementReviewView(Instant At, ReablementRole Role, ReviewOutcome Outcome);

/// <summary>How much care somebody has.</summary>
/// <param name="StartMinutes">Minutes a week at the start.</param>
/// <param name="StartDoubleHanded">Whether two came at once then.</param>
/// <param name="Minutes">Minutes a week now, or at the end.</param>
/// <param name="DoubleHanded">Whether two come at once now.</param>
/// <param name="MinutesSaved">How much less of staff's time that is a week, in minutes, where two at once take twice the time.</param>
public sealed record CareView(int StartMinutes, bool StartDoubleHanded, int Minutes, bool DoubleHanded, int MinutesSaved);

/// <summary>How reablement ended.</summary>
/// <param name="At">When.</param>
/// <param name="Sequel">What came after it.</param>
public sealed record EndingView(Instant At, ReablementSequel Sequel);

/// <summary>Where the person is on day 91.</summary>
/// <param name="Day">Day 91.</param>
/// <param name="Until">The last day on which it is still accepted.</param>
/// <param name="Whereabouts">Where they were, once it is known.</param>
/// <param name="RecordedAt">When it was found out.</param>
public sealed record FollowUpView(LocalDate Day, LocalDate Until, Whereabouts? Whereabouts, Instant? RecordedAt);
