using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>It is scored how the person manages by now.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Goal">The entry that set the goal.</param>
/// <param name="Score">How they manage, from 0 to 10.</param>
public sealed record ScoreGoal(Instant OccurredAt, long Goal, int Score) : ReablementRecord(OccurredAt)
{
    /// <summary>There is no such goal.</summary>
    public static readonly Refusal NoSuchGoal = new("reablement.no-such-goal", "No entry of that number set a goal in this case.", "The number of a goal as the case shows it.");

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new GoalScored(OccurredAt, Goal, Score);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement) =>
        reablement.Facts.EntriesOf<GoalSet>().Any(entry => entry.Version == Goal) ? Happened(reablement, Fact) : NoSuchGoal;
}
