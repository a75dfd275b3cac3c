using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Something was offered to a carer in their own right (A18).</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Carer">The entry that named the carer.</param>
/// <param name="Offer">What was offered.</param>
/// <param name="Answer">What they answered.</param>
/// <param name="By">The role of whoever offered it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record OfferToCarer(Instant OccurredAt, long Carer, CarerOffer Offer, OfferAnswer Answer, StaffRole By, NoteRef? Note = null)
    : DischargeCaseCommand(OccurredAt)
{
    /// <summary>No entry of that number names a carer.</summary>
    public static readonly Refusal NoSuchCarer = new(
        "discharge.no-such-carer", "No standing entry of that number names a carer in this case.", "The number of the entry that named the carer, as the case shows it.");

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new CarerOfferMade(OccurredAt, Carer, Offer, Answer, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => Carers.IsNamed(discharge, Carer) ? discharge.Record(Fact) : NoSuchCarer;
}
