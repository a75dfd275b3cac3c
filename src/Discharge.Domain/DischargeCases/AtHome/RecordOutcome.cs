using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The long-term outcome. It may be recorded again when it changes; the last counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordOutcome(Instant OccurredAt, CaseOutcome Outcome, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The outcome says otherwise than the record whether the person lives.</summary>
    public static readonly Departure ContradictsDeath = new(
        "discharge.outcome-contradicts-death", "The outcome and the rest of the record differ on whether the person died.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new OutcomeRecorded(OccurredAt, Outcome, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(OutOfCourse.NotLeftYet, unless: discharge.HadLeftBy(OccurredAt) || discharge.At(OccurredAt).Death is not null)
        .Departing(ContradictsDeath, unless: (Outcome is CaseOutcome.Died) == (discharge.At(OccurredAt).Death is not null));
}
