using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A place is no longer reserved for the person, before its moment. Whether it was theirs, the place knows.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Bed">The place.</param>
/// <param name="As">Why.</param>
public sealed record EndRehabilitationReservation(Instant OccurredAt, Guid Bed, ReservationEnd As) : RehabilitationRecord(OccurredAt)
{
    /// <summary>The place reserved for the person is theirs no longer.</summary>
    public static readonly Departure PlaceLost = new("rehabilitation.place-lost", "A place that was reserved for the person is theirs no longer: find them another.", Owner.RehabilitationTeam);

    /// <inheritdoc/>
    protected override RehabilitationEvent Fact => new RehabilitationReservationEnded(OccurredAt, Bed, As);

    // Given up by what made it needless, it is given up.
    /// <inheritdoc/>
    private protected override RehabilitationEvent Said(RehabilitationEvent there) => there is RehabilitationReservationEnded ended ? ended with { Follows = false } : there;

    /// <inheritdoc/>
    private protected override Decision<RehabilitationEvent> Judge(RehabilitationCase rehabilitation) => Happened(rehabilitation, Fact).Departing(PlaceLost, unless: As is ReservationEnd.NoLongerNeeded);
}
