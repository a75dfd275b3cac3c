using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody to talk to about the case, such as at the local authority.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Kind">Whom they are.</param>
/// <param name="Organisation">Their organisation, where it has a code.</param>
/// <param name="Note">Full name with telephone or e-mail, in words.</param>
public sealed record NameContact(Instant OccurredAt, ContactKind Kind, OdsCode? Organisation = null, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ContactNamed(OccurredAt, Kind, Organisation, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
