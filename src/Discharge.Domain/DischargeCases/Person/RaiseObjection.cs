using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person or their carer objects. It is recorded and shown, it stops nothing, and it is next to be settled until it is. The number of the entry is how it is addressed.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Who">Who objects.</param>
/// <param name="To">What to.</param>
/// <param name="By">The role of whoever heard it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record RaiseObjection(Instant OccurredAt, Party Who, ObjectionTo To, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>Somebody objects to what is planned.</summary>
    public static readonly Departure Objected = new(
        "discharge.objection-raised", "The person or their carer objects to what is planned; talk with them.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ObjectionRaised(OccurredAt, Who, To, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact)
        .Departing(Objected, unless: false);
}
