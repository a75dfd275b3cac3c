using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A pathway is recommended. It is set beside the pathway decided; where they differ, the decision says why.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Pathway">Which.</param>
/// <param name="By">The role of whoever recommends it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecommendPathway(Instant OccurredAt, Pathway Pathway, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PathwayRecommended(OccurredAt, Pathway, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
