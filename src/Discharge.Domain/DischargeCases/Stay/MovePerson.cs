using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The person was moved to another bed, ward or site, to the discharge lounge, or came under another consultant. They are still in hospital.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Site">The hospital site, where it is another.</param>
/// <param name="Ward">The ward, where it is another.</param>
/// <param name="Bed">The bed, where known.</param>
/// <param name="ToDischargeLounge">Whether to the discharge lounge.</param>
/// <param name="Consultant">The consultant or specialty now answering for them, in words.</param>
public sealed record MovePerson(
    Instant OccurredAt, OdsCode? Site = null, string? Ward = null, string? Bed = null, bool ToDischargeLounge = false, NoteRef? Consultant = null) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The move is dated after the person left.</summary>
    public static readonly Departure AfterLeaving = new("discharge.moved-after-leaving", "The move is dated after the person left the hospital.", Owner.Ward);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PersonMoved(OccurredAt, Site, Ward, Bed, ToDischargeLounge, Consultant);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        discharge.Record(Fact).Departing(AfterLeaving, unless: discharge.At(OccurredAt).Left is null);
}
