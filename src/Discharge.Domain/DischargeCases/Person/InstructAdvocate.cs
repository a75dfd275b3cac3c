using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>An advocate was instructed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Kind">Which kind.</param>
/// <param name="By">The role of whoever instructed them.</param>
/// <param name="Organisation">The advocate's organisation, where it has a code.</param>
/// <param name="Note">Who the advocate is, and what was added in words.</param>
public sealed record InstructAdvocate(Instant OccurredAt, AdvocateKind Kind, StaffRole By, OdsCode? Organisation = null, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new AdvocateInstructed(OccurredAt, Kind, By, Organisation, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
