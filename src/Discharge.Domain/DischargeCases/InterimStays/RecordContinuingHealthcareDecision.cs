using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Eligibility for NHS continuing healthcare was decided, which is not ours to decide and so is recorded as it came. It meets the 28 days (T29).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Eligible">Whether the person is eligible.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordContinuingHealthcareDecision(Instant OccurredAt, bool Eligible, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ContinuingHealthcareDecided(OccurredAt, Eligible, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
