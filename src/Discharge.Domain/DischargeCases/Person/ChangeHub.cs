using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Another care transfer hub answers for the case from now on; the last record counts.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Hub">Which hub.</param>
/// <param name="Reason">Why it is another.</param>
/// <param name="Note">What is added in words.</param>
public sealed record ChangeHub(Instant OccurredAt, OdsCode Hub, HubChangeReason Reason, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new HubChanged(OccurredAt, Hub, Reason, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
