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
    /// <summary>What comes in the case of an arrival in a registered place, which says for itself what it is.</summary>
    /// <param name="bed">The place.</param>
    /// <param name="kind">What kind of place it is.</param>
    /// <param name="provider">The home it is in.</param>
    /// <param name="weeklyCost">What a week in it costs, in pence.</param>
    /// <param name="arrive">Decides on the arrival.</param>
    public static Decision<DischargeCaseEvent> ArrivalIn(Guid bed, PlaceKind kind, OdsCode provider, int weeklyCost, Func<InterimPlace, Decision<DischargeCaseEvent>> arrive) => kind switch
    {
        PlaceKind.Nursing => arrive(new(InterimBedKind.Nursing, provider, bed, weeklyCost)),
        PlaceKind.Residential => arrive(new(InterimBedKind.Residential, provider, bed, weeklyCost)),
        _ => OccupyInterimBed.NotAnInterimBed,
    };
}

/// <summary>Why somebody was moved straight from home into a care home, and on whose word.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Hazards">The risks that could not be managed at home.</param>
/// <param name="AgreedBy">The role of whoever agreed to it.</param>
/// <param name="Agreement">The entry by which the place had been agreed beforehand; null where none was.</param>
public sealed record DirectMove(DirectMoveReason Reason, Listed<Hazard> Hazards, StaffRole AgreedBy, long? Agreement = null);
