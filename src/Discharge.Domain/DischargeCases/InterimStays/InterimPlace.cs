using Discharge.Domain.Deciding;
using Discharge.Domain.People;

namespace Discharge.Domain.DischargeCases;

/// <summary>An interim bed as the case knows it.</summary>
/// <param name="Kind">Its kind, which fixes the limit.</param>
/// <param name="Provider">The home it is in.</param>
/// <param name="Bed">The place in the registry of beds; null for a place that is not registered.</param>
/// <param name="WeeklyCost">What a week in it costs, in pence, where known.</param>
public sealed record InterimPlace(InterimBedKind Kind, OdsCode Provider, Guid? Bed = null, int? WeeklyCost = null)
{
    /// <summary>The kind of interim bed that a registered place is; null where it is none.</summary>
    public static InterimBedKind? KindOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Nursing => InterimBedKind.Nursing,
        PlaceKind.Residential => InterimBedKind.Residential,
        _ => null,
    };
}

/// <summary>Why somebody was moved straight from home into a care home, and on whose word.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Hazards">The risks that could not be managed at home.</param>
/// <param name="AgreedBy">The role of whoever agreed to it.</param>
/// <param name="Agreement">The entry by which the place had been agreed beforehand; null where none was.</param>
public sealed record DirectMove(DirectMoveReason Reason, Listed<Hazard> Hazards, StaffRole AgreedBy, long? Agreement = null);
