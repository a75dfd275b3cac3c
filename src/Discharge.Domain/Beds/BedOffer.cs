using Discharge.Domain.Deciding;

namespace Discharge.Domain.Beds;

/// <summary>What a place can serve, and at what cost.</summary>
/// <param name="Features">What it can serve.</param>
/// <param name="WeeklyCost">What a week costs, in pence.</param>
/// <param name="Funders">Whose money it may be paid with.</param>
public sealed record BedOffer(Listed<BedFeature> Features, int WeeklyCost, Listed<Funder> Funders);
