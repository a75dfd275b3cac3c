using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>To set a goal with the person.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Baseline">How they manage now, from 0 (not at all) to 10 (alone).</param>
/// <param name="Target">How they want to manage, on the same scale.</param>
/// <param name="Note">The goal in their words.</param>
public sealed record SetRehabilitationGoal(Instant OccurredAt, RehabilitationGoalArea Area, int Baseline, int Target, NoteRef? Note = null) : RehabilitationDecision(OccurredAt)
{
    /// <summary>The best score: alone.</summary>
    public const int Best = 10;

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationGoalSet(OccurredAt, Area, Baseline, Target, Note);
}
