using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The next of kin was told.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="What">What they were told.</param>
/// <param name="By">The role of whoever told them.</param>
/// <param name="Note">Who was told, and what was added in words.</param>
public sealed record TellNextOfKin(Instant OccurredAt, NextOfKinNews What, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new NextOfKinTold(OccurredAt, What, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
