using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person's capacity to make one decision was assessed (Mental Capacity Act 2005).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="For">The decision.</param>
/// <param name="Found">What was found.</param>
/// <param name="By">The role of the assessor.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AssessCapacity(Instant OccurredAt, DecisionInQuestion For, Capacity Found, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CapacityAssessed(OccurredAt, For, Found, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
