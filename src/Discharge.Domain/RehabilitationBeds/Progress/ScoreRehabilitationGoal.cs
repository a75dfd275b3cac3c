using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>It is scored how the person manages by now.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Goal">The entry that set the goal.</param>
/// <param name="Score">How they manage, from 0 to 10.</param>
public sealed record ScoreRehabilitationGoal(Instant OccurredAt, long Goal, int Score) : RehabilitationRecord(OccurredAt)
{
    /// <summary>There is no such goal.</summary>
    public static readonly Refusal NoSuchGoal = new("rehabilitation.no-such-goal", "No entry of that number set a goal in this case.", "The number of a goal as the case shows it.");

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationGoalScored(OccurredAt, Goal, Score);

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) =>
        rehabilitation.Facts.EntriesOf<RehabilitationGoalSet>().Any(entry => entry.Version == Goal) ? Happened(rehabilitation, Fact) : NoSuchGoal;
}
