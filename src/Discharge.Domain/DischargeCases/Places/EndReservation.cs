using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>A place is no longer reserved for the person, before its moment. Whether it was theirs, the place knows.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Bed">The place.</param>
/// <param name="As">Why.</param>
public sealed record EndReservation(Instant OccurredAt, Guid Bed, ReservationEnd As) : DischargeCaseCommand(OccurredAt)
{
    /// <summary>The place reserved for the person is theirs no longer, and they have no other.</summary>
    public static readonly Departure PlaceLost = new(
        "discharge.place-lost", "A place that was reserved for the person is theirs no longer: find them another.", Owner.CareTransferHub);

    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PlaceReservationEnded(OccurredAt, Bed, As);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> Judge(DischargeCase discharge) =>
        discharge.Record(Fact).Departing(PlaceLost, unless: As is ReservationEnd.NoLongerNeeded);
}
