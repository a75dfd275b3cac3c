using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To link this person's record with another of the same person. Nothing is merged: both histories stay as they are.</summary>
/// <param name="OccurredAt">When it was found out.</param>
/// <param name="Other">The other record.</param>
/// <param name="Ground">How it was found out.</param>
/// <param name="Note">What is added in words.</param>
public sealed record LinkPerson(Instant OccurredAt, PersonRef Other, LinkGround Ground, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Whether the two are linked as all cases of either record have it; null where only this case is asked.</summary>
    public bool? Linked { get; init; }

    /// <summary>The other record is this one.</summary>
    public static readonly Refusal SameRecord = new(
        "discharge.person-linked-to-self", "This is the record of this very case's person.", "The reference of another record of the same person.");

    /// <summary>The two records are linked already.</summary>
    public static readonly Refusal AlreadyLinked = new(
        "discharge.person-already-linked", "These two records are linked already.", "Nothing: the link on record stands, whichever case says it. To end it, take it back in a case of either record.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PersonLinked(OccurredAt, Other, Ground, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge switch
    {
        { Opening.Person: var person } when person == Other => SameRecord,
        _ when Linked ?? PersonLinks.Of(discharge).Contains(Other) => AlreadyLinked,
        _ => discharge.RecordHoweverEarly(Fact),
    };
}
