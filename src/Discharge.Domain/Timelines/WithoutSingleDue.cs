using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>Until it is concluded, however long that takes: no timer may end it.</summary>
public sealed record OpenEnded : Length
{
    /// <inheritdoc/>
    public override string Words => "until concluded; no timer ends it";

    /// <inheritdoc/>
    public override string Calendar => "none";

    private protected override Reckoning Reckon(Instant startedAt) =>
        NoDue.NoSingleDue("It lasts until it is concluded; no moment ends it by itself.");
}

/// <summary>Owed again on every London date, the first and the last of a stay exempt.</summary>
/// <param name="Times">How many are owed on each date.</param>
/// <param name="ByADoctor">How many of them a doctor must have made.</param>
public sealed record EachLocalDate(int Times, int ByADoctor) : Length
{
    /// <inheritdoc/>
    public override string Words => $"{Times} on each date, {ByADoctor} of them or more by a doctor; not on the first and the last day";

    /// <inheritdoc/>
    public override string Calendar => "local days";

    private protected override Reckoning Reckon(Instant startedAt) =>
        NoDue.NoSingleDue($"{Times} are owed on each date in hospital but the first and the last, so no single moment is due.");
}

/// <summary>A count of London days that is shown in bands and never due: the difference of two dates.</summary>
/// <param name="Bands">The bands it is shown in, from the lowest, without gap.</param>
public sealed record CountedDays(IReadOnlyList<DayBand> Bands) : Length
{
    /// <inheritdoc/>
    public override string Words => $"days counted in bands {string.Join(", ", Bands)}";

    /// <inheritdoc/>
    public override string Calendar => "local days";

    /// <summary>The band that a number of days, nought or more, falls into.</summary>
    public DayBand BandOf(int days) => Bands.Last(band => band.From <= days);

    private protected override Reckoning Reckon(Instant startedAt) =>
        NoDue.NoSingleDue("It is a measure: days are counted and shown in bands, and no day is the due one.");
}

/// <summary>A band of days, both ends included.</summary>
/// <param name="From">The lowest number of days in it.</param>
/// <param name="To">The highest; absent for the band without an upper end.</param>
public sealed record DayBand(int From, int? To)
{
    /// <summary>The band as it is written: "0", "2-3", "21+".</summary>
    public override string ToString() => To switch
    {
        null => $"{From}+",
        { } to when to == From => $"{From}",
        { } to => $"{From}-{to}",
    };
}

/// <summary>A duty that arises with a decision when a long stay is expected, judged on the expected total of interim stays; no number of days runs.</summary>
/// <param name="HospitalDays">In hospital: expected to last longer than so many days.</param>
/// <param name="CareHomeWeeks">In a care home: expected to last longer than so many weeks.</param>
public sealed record WhenLongStayExpected(int HospitalDays, int CareHomeWeeks) : Length
{
    /// <inheritdoc/>
    public override string Words => $"when more than {HospitalDays} days in hospital or {CareHomeWeeks} weeks in a care home are likely";

    /// <inheritdoc/>
    public override string Calendar => "local days";

    private protected override Reckoning Reckon(Instant startedAt) =>
        NoDue.NoSingleDue($"It is owed with the decision, {Words}; the days are a condition and not a time limit.");
}

/// <summary>A minimum between a notice and what may follow it: an earliest date, never a latest one.</summary>
/// <param name="Days">How many days must lie between, at least.</param>
/// <param name="What">What may not come sooner, such as "the relevant day".</param>
public sealed record NoSoonerThan(int Days, string What) : Length
{
    /// <inheritdoc/>
    public override string Words => $"{What} no sooner than {Plural(Days, "day")} later";

    /// <inheritdoc/>
    public override string Calendar => "local days";

    private protected override Reckoning Reckon(Instant startedAt) =>
        NoDue.NoSingleDue($"It is a minimum and not a limit: {What} could be no sooner than {LocalCalendar.Say(LocalDays.Later(startedAt, Days))}.");
}
