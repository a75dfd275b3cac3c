using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>What a place can serve, or what it costs, changes. Whoever is in it stays.</summary>
/// <param name="OccurredAt">When.</param>
/// <param name="Offer">What holds from then on.</param>
public sealed record ChangeOffer(Instant OccurredAt, BedOffer Offer) : BedCommand(OccurredAt)
{
    /// <inheritdoc/>
    protected override BedEvent Fact => new BedOfferChanged(OccurredAt, Offer);

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed) => Fact;
}
