using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The named worker leaves the team, and its lead holds the case until it is handed over.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Lead">The team lead.</param>
public sealed record LeaveTeam(Instant OccurredAt, Subject Lead) : ReablementCommand(OccurredAt)
{
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
            _ when there.Worker == Lead => IsTheWorker.Naming(there.Entry),
            _ => fact,
        });
    }
}
