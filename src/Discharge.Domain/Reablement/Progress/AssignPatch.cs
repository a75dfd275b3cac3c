using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To say in which part of the team's area the person lives.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Patch">What the team calls it.</param>
public sealed record AssignPatch(Instant OccurredAt, string Patch) : ReablementDecision(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new PatchAssigned(OccurredAt, Patch);
}
