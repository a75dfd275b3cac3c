namespace Discharge.Domain.DischargeCases;

/// <summary>A published band of delay days, such as 2 to 3.</summary>
/// <param name="From">The fewest days.</param>
/// <param name="To">The most days; null where there is no most.</param>
public sealed record DelayBand(int From, int? To)
{
    /// <summary>The bands as published: 0, 1, 2-3, 4-6, 7-13, 14-20, 21+.</summary>
    public static IReadOnlyList<DelayBand> All { get; } = [new(0, 0), new(1, 1), new(2, 3), new(4, 6), new(7, 13), new(14, 20), new(21, null)];

    /// <summary>The band's name, such as "2-3".</summary>
    public string Name => To switch
    {
        null => $"{From}+",
        { } to when to == From => $"{From}",
        { } to => $"{From}-{to}",
    };

    /// <summary>Whether this many days are in it.</summary>
    public bool Holds(int days) => days >= From && !(days > To);
}

/// <summary>What one band comes to.</summary>
/// <param name="Band">The band.</param>
/// <param name="Count">How many people.</param>
/// <param name="Share">Which part of all people, from 0 to 1; null where there is nobody.</param>
/// <param name="BedDays">The bed days lost to them.</param>
public sealed record BandMeasure(DelayBand Band, int Count, decimal? Share, int BedDays);

/// <summary>The delay measures over a list of people who left (delay days = date of discharge less Discharge Ready Date).</summary>
/// <param name="Count">How many people.</param>
/// <param name="Bands">Each band, in order.</param>
public sealed record DelayMeasures(int Count, IReadOnlyList<BandMeasure> Bands)
{
    /// <summary>The bed days lost.</summary>
    public int BedDays => Bands.Sum(band => band.BedDays);

    /// <summary>Which part left on their Discharge Ready Date, from 0 to 1; null where there is nobody.</summary>
    public decimal? ShareOnTheDay => Bands[0].Share;

    /// <summary>The average delay in days of everybody; null where there is nobody.</summary>
    public decimal? AverageIncludingZeroDays => Average(Count);

    /// <summary>The average delay in days of those who left later than on the day; null where nobody did.</summary>
    public decimal? AverageExcludingZeroDays => Average(Count - Bands[0].Count);

    /// <summary>The measures over cases. Those still in hospital, and those who left with no Discharge Ready Date, have no delay to count.</summary>
    public static DelayMeasures Of(IEnumerable<DischargeCase> cases) => Of(cases.Select(discharge => HospitalStay.Of(discharge).DelayDays).OfType<int>());

    /// <summary>The measures over delays in days, one for each person.</summary>
    public static DelayMeasures Of(IEnumerable<int> delays) => Of(delays.CountBy(days => days));

    /// <summary>The measures over how many people had each delay in days.</summary>
    public static DelayMeasures Of(IEnumerable<KeyValuePair<int, int>> peopleByDays)
    {
        KeyValuePair<int, int>[] counted = [.. peopleByDays];
        var all = counted.Sum(delay => delay.Value);
        return new(all, [.. DelayBand.All.Select(band => Measure(band, [.. counted.Where(delay => band.Holds(delay.Key))], all))]);
    }

    private static BandMeasure Measure(DelayBand band, KeyValuePair<int, int>[] within, int all)
    {
        var count = within.Sum(delay => delay.Value);
        return new(band, count, all == 0 ? null : (decimal)count / all, within.Sum(delay => delay.Key * delay.Value));
    }

    private decimal? Average(int people) => people == 0 ? null : (decimal)BedDays / people;
}
