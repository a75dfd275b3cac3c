using Discharge.Domain.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>What of a stay grows at midnight. It is never stored: it is counted from dates each time a screen is read, so that no row is wrong after midnight.</summary>
/// <param name="LengthOfStay">Midnights since admission, until the person was gone: left, or died or back with no leaving on record.</param>
/// <param name="SinceReady">Midnights since the Discharge Ready Date, until they were gone.</param>
public sealed record DaysOfStay(int? LengthOfStay, int? SinceReady)
{
    /// <summary>The days of a stay on a date.</summary>
    public static DaysOfStay Of(HospitalStay stay, LocalDate today) => new(stay.LengthInDays(today), stay.DaysSinceReady(today));
}
