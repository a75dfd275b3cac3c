using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The named worker leaves the team, and its lead holds the case until it is handed over.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Lead">The team lead.</param>
public sealed record LeaveTeam(Instant OccurredAt, Subject Lead) : ReablementCommand(OccurredAt)
{
    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement)
    {
        ReablementEvent fact = new WorkerLeft(OccurredAt, Lead);
        return Deciding(reablement, fact, () => reablement.At(OccurredAt).Responsible is null ? HandOverCase.NobodyHasIt : fact);
    }
}
