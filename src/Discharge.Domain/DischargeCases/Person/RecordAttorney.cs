using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody acts for the person as attorney or deputy.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Power">In which power.</param>
/// <param name="DocumentSeen">Whether the document, or its register entry, was seen.</param>
/// <param name="Note">Who they are, and what was added in words.</param>
public sealed record RecordAttorney(Instant OccurredAt, PowerToAct Power, bool DocumentSeen, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Nobody has seen the document.</summary>
    public static readonly Departure NotSeen = new(
        "discharge.attorney-document-not-seen", "Somebody is said to act for the person, and nobody has seen the document.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new AttorneyRecorded(OccurredAt, Power, DocumentSeen, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(NotSeen, unless: DocumentSeen);
}
