using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person or their carer was involved in planning the discharge (Care Act 2014 s74).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Who">Who was involved.</param>
/// <param name="By">The role of whoever involved them.</param>
/// <param name="Wants">What they said they want.</param>
/// <param name="Note">What is added in words.</param>
public sealed record Involve(Instant OccurredAt, Party Who, StaffRole By, NoteRef? Wants = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PartyInvolved(OccurredAt, Who, By, Wants, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
