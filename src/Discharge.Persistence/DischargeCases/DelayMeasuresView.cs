using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>The delay measures over everybody who left within a period (delay days = date of discharge less Discharge Ready Date; 0 for who left on the day of admission).</summary>
/// <param name="Site">The hospital site they left from; null for all.</param>
/// <param name="From">The first date of leaving counted; null for no first.</param>
/// <param name="To">The last date of leaving counted; null for no last.</param>
/// <param name="Live">Whether the measures are of the record as it stands when they are asked for, so that what was recorded just now is in them. They always are.</param>
/// <param name="Count">How many people are counted.</param>
/// <param name="LeftWithNoReadyDate">How many left beside them with no Discharge Ready Date, and so with no delay to count.</param>
/// <param name="DecidedAgainstRule">For how many of all who left a senior had decided to discharge against a rule (A1).</param>
/// <param name="BedDays">The bed days lost.</param>
/// <param name="ShareOnTheDay">Which part left on their Discharge Ready Date, from 0 to 1; null where there is nobody.</param>
/// <param name="AverageIncludingZeroDays">The average delay in days of everybody; it is the average below times the share that did not leave on the day.</param>
/// <param name="AverageExcludingZeroDays">The average delay in days of those who left later than on the day.</param>
/// <param name="Bands">Each published band, in order.</param>
public sealed record DelayMeasuresView(
    OdsCode? Site,
    LocalDate? From,
    LocalDate? To,
    bool Live,
    int Count,
    int LeftWithNoReadyDate,
    int DecidedAgainstRule,
    int BedDays,
    decimal? ShareOnTheDay,
    decimal? AverageIncludingZeroDays,
    decimal? AverageExcludingZeroDays,
    IReadOnlyList<DelayBandView> Bands)
{
    /// <summary>The view of measures.</summary>
    public static DelayMeasuresView Of(OdsCode? site, LocalDate? from, LocalDate? to, DelayMeasures measures, int leftWithNoReadyDate, int decidedAgainstRule) => new(
        site,
        from,
        to,
        Live: true,
        measures.Count,
        leftWithNoReadyDate,
        decidedAgainstRule,
        measures.BedDays,
        measures.ShareOnTheDay,
        measures.AverageIncludingZeroDays,
        measures.AverageExcludingZeroDays,
        [.. measures.Bands.Select(band => new DelayBandView(band.Band.Name, band.Count, band.Share, band.BedDays))]);
}

/// <summary>What one band comes to.</summary>
/// <param name="Days">The band, such as "2-3" or "21+".</param>
/// <param name="Count">How many people.</param>
/// <param name="Share">Which part of all counted, from 0 to 1; null where there is nobody.</param>
/// <param name="BedDays">The bed days lost to them.</param>
public sealed record DelayBandView(string Days, int Count, decimal? Share, int BedDays);
