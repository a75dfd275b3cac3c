using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Somebody who cares for the person is named, as a party of their own (A18). The number of the entry is how they are addressed from then on.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Relationship">What they are to the person.</param>
/// <param name="LivesWithPerson">Whether they live with the person.</param>
/// <param name="Note">Who they are, and what was added in words.</param>
public sealed record NameCarer(Instant OccurredAt, CarerRelationship Relationship, bool LivesWithPerson, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CarerNamed(OccurredAt, Relationship, LivesWithPerson, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
