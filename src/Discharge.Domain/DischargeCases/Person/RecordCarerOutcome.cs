using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What came of it for a carer (A18).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Carer">The entry that named the carer.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="By">The role of whoever records it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordCarerOutcome(Instant OccurredAt, long Carer, CarerOutcome Outcome, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CarerOutcomeRecorded(OccurredAt, Carer, Outcome, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => Carers.IsNamed(discharge, Carer) ? discharge.Record(Fact) : OfferToCarer.NoSuchCarer;
}
