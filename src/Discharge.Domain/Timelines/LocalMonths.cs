using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>
/// London calendar months: the same day of a later month, or that month's last day where it is too short; met and breached as days are.
/// </summary>
public sealed record LocalMonths : Length
{
    /// <summary>So many calendar months after the date of the start, at least one.</summary>
    public LocalMonths(int count) => Count = Least(1, count);

    /// <summary>How many months are allowed.</summary>
    public int Count { get; }

    internal override int Units => Count;

    /// <inheritdoc/>
    public override string Words => Plural(Count, "month");

    /// <inheritdoc/>
    public override string Calendar => "calendar months";

    private protected override Length WithUnits(int units) => new LocalMonths(units);

    private protected override Reckoning Reckon(Instant startedAt)
    {
        var dayNought = LocalCalendar.DateOf(startedAt);
        var date = dayNought.PlusMonths(Count);
        return Steps.DueOn(date, startedAt, () => [Counted(dayNought, date)]);
    }

    private string Counted(LocalDate dayNought, LocalDate date) =>
        $"{Plural(Count, "calendar month")} later is {LocalCalendar.Say(date)}"
        + (date.Day == dayNought.Day ? "." : $", the last day of a month that has no day {dayNought.Day}.");
}
