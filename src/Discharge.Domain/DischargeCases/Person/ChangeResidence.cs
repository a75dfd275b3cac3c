using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Where the person usually lives is not what the opening said, or no longer; the last record counts.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="Residence">Where they usually live.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ChangeResidence(Instant OccurredAt, UsualResidence Residence, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ResidenceChanged(OccurredAt, Residence, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
