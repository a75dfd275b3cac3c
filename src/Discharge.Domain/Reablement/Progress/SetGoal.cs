using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To set a goal with the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Baseline">How they manage now, from 0 (not at all) to 10 (alone).</param>
/// <param name="Target">How they want to manage, on the same scale.</param>
/// <param name="Note">The goal in their words.</param>
public sealed record SetGoal(Instant OccurredAt, GoalArea Area, int Baseline, int Target, NoteRef? Note = null) : ReablementDecision(OccurredAt)
{
    /// <summary>The best score: alone.</summary>
    public const int Best = 10;

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new GoalSet(OccurredAt, Area, Baseline, Target, Note);
}
