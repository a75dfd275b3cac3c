using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person has no home to go to, or is about to lose it. Never a reason to refuse anything (A19).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Situation">In which way.</param>
/// <param name="By">The role of whoever found it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RecordHomelessness(Instant OccurredAt, Homelessness Situation, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HomelessnessRecorded(OccurredAt, Situation, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
