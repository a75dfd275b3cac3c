using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A Checklist for NHS continuing healthcare was received. A positive one starts the 28 days to a decision (T29).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Positive">Whether it asks for a full assessment of eligibility.</param>
/// <param name="By">The role of whoever completed it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ReceiveChecklist(Instant OccurredAt, bool Positive, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ChecklistReceived(OccurredAt, Positive, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact).Departing(OutOfCourse.AfterDeath, unless: !discharge.HadDiedBefore(OccurredAt));
}
