using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>
/// London calendar days. The date of the start is day 0; met on any date up to day n, whatever the hour; breached from the local midnight that ends day n.
/// </summary>
public sealed record LocalDays : Length
{
    /// <summary>So many days after the date of the start, at least one.</summary>
    public LocalDays(int count) => Count = Least(1, count);

    /// <summary>The day number that is the due date.</summary>
    public int Count { get; }

    /// <summary>The date after which nothing runs on, where the scheme itself ended; the due date is never later.</summary>
    public LocalDate? NotAfter { get; init; }

    internal override int Units => Count;

    /// <inheritdoc/>
    public override string Words => NotAfter is { } last ? $"{Plural(Count, "day")}, not after {LocalCalendar.Say(last)}" : Plural(Count, "day");

    /// <inheritdoc/>
    public override string Calendar => "local days";

    /// <summary>So many weeks of seven days.</summary>
    public static LocalDays Weeks(int count) => new(count * 7);

    private protected override Length WithUnits(int units) => new LocalDays(units) { NotAfter = NotAfter };

    private protected override Reckoning Reckon(Instant startedAt)
    {
        var (dayNought, counted) = (LocalCalendar.DateOf(startedAt), Later(startedAt, Count));
        return NotAfter switch
        {
            { } last when dayNought > last => NoDue.NoSingleDue($"Nothing starting after {LocalCalendar.Say(last)} falls under this rule."),
            { } last when counted > last => Steps.DueOn(last, startedAt, () => [Step(Count, counted), $"The scheme ended on {LocalCalendar.Say(last)}, which comes first."]),
            _ => Steps.DueOn(counted, startedAt, () => [Step(Count, counted)]),
        };
    }

    internal static LocalDate Later(Instant startedAt, int days) => LocalCalendar.DateOf(startedAt).PlusDays(days);

    internal static string Step(int days, LocalDate date) => $"{Plural(days, "day")} later by the calendar is {LocalCalendar.Say(date)}.";
}

/// <summary>On the London date of the start, whatever the hour: the day is not over before local midnight.</summary>
public sealed record SameDay : Length
{
    /// <inheritdoc/>
    public override string Words => "the same day";

    /// <inheritdoc/>
    public override string Calendar => "same local day";

    private protected override Reckoning Reckon(Instant startedAt) =>
        Steps.DueOn(LocalCalendar.DateOf(startedAt), startedAt, () => ["It is owed on that date."]);
}

/// <summary>
/// Days free of charge: no charge on day 0 to day n − 1; by the end of day n the service has ended or charging has lawfully begun.
/// </summary>
public sealed record FreeDays : Length
{
    private FreeDays(int count) => Count = Least(1, count);

    /// <summary>How many dates are free, the date of the start being the first.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public override string Words => $"{Plural(Count, "day")} free of charge";

    /// <inheritdoc/>
    public override string Calendar => "local days";

    /// <summary>So many weeks of seven days.</summary>
    public static FreeDays Weeks(int count) => new(count * 7);

    /// <summary>The first London date on which a charge may be made for a service that started at this moment.</summary>
    public LocalDate ChargeableFrom(Instant startedAt) => LocalCalendar.DateOf(startedAt).PlusDays(Count);

    private protected override Reckoning Reckon(Instant startedAt)
    {
        var date = LocalDays.Later(startedAt, Count);
        return Steps.DueOn(date, startedAt, () => [LocalDays.Step(Count, date), "Free before that date; a charge may start on it."]);
    }
}
