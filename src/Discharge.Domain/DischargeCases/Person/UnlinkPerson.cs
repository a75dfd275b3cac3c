using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To take a link back: the two records are of two people after all.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="Other">The other record.</param>
/// <param name="Note">What is added in words.</param>
public sealed record UnlinkPerson(Instant OccurredAt, PersonRef Other, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Whether the two are linked as all cases of either record have it; null where only this case is asked.</summary>
    public bool? Linked { get; init; }

    /// <summary>The two are not linked.</summary>
    public static readonly Refusal NotLinked = new(
        "discharge.person-not-linked", "These two records are not linked, in this case or in another.", "The reference of a record that this case's person is linked with.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PersonUnlinked(OccurredAt, Other, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        (Linked ?? PersonLinks.Of(discharge).Contains(Other)) ? discharge.RecordHoweverEarly(Fact) : NotLinked;
}
