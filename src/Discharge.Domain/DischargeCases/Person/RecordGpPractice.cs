using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person's GP practice; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Practice">The practice; none where the person is registered with none.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordGpPractice(Instant OccurredAt, OdsCode? Practice = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new GpPracticeRecorded(OccurredAt, Practice, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
