using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To assign the case to a case manager, so that it is among theirs; whom it was assigned to last counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="CaseManager">Who, as their tokens have it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record AssignCase(Instant OccurredAt, Subject CaseManager, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CaseAssigned(OccurredAt, CaseManager, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
