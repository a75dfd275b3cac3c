using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A choice was offered and answered.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="To">To whom.</param>
/// <param name="Of">Of what.</param>
/// <param name="Answer">What they answered.</param>
/// <param name="By">The role of whoever offered it.</param>
/// <param name="Note">What is added in words.</param>
public sealed record OfferChoice(Instant OccurredAt, Party To, ChoiceOf Of, OfferAnswer Answer, StaffRole By, NoteRef? Note = null) : DischargeCaseCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new ChoiceOffered(OccurredAt, To, Of, Answer, By, Note);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) => discharge.Record(Fact);
}
