using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The named worker leaves the team, and its lead holds the case until it is handed over.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Lead">The team lead.</param>
/// <param name="Worker">Who leaves; whoever has the case where it is not said.</param>
public sealed record LeaveTeam(Instant OccurredAt, Subject Lead, Subject? Worker = null) : ReablementCommand(OccurredAt)
{
    /// <summary>The case is another's.</summary>
    public static readonly Refusal NotTheirs = new("reablement.leaves-case-of-another", "By then this case was another's, so it does not become the lead's by their leaving.", "Whoever had the case by then.");

    /// <summary>The lead came to hold the case at this very moment.</summary>
    public static readonly Refusal LeftThen = new(
        "reablement.left-then", "At this very moment a lead came to hold the case.", "A later moment; or withdraw that entry, where it is wrong.")
    { TakenByAnother = true };

    /// <summary>Whoever leaves does not hold the case.</summary>
    public static readonly Refusal IsTheWorker = new("reablement.leaves-to-themselves", "This is the worker who leaves, who cannot hold the case after it.", "The team lead, or who holds it in their place.");

    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement)
    {
        var there = reablement.At(OccurredAt).Responsible;
        ReablementEvent fact = new WorkerLeft(OccurredAt, Lead, there?.Worker);
        return Deciding(reablement, fact, () => there switch
        {
            null => HandOverCase.NobodyHasIt,
            { HeldByLead: true } when there.Worker == Lead => [],
            { HeldByLead: true, Since: var since } when since == OccurredAt => LeftThen.Naming(there.Entry) with { Sentence = $"At this very moment {there.Worker} came to hold the case." },
            _ when Worker is { } leaving && leaving != there.Worker => NotTheirs.Naming(there.Entry) with { Sentence = $"By then this case was {there.Worker}'s, so it does not become the lead's by {leaving}'s leaving." },
            _ when there.Worker == Lead => IsTheWorker.Naming(there.Entry),
            _ => fact,
        });
    }
}
