using System.Globalization;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>The sentences an explanation is made of, so that every kind of length says the same thing the same way.</summary>
internal static class Steps
{
    public static string Started(Instant at) => $"Started {LocalCalendar.SayExactly(at)}.";

    public static string DayNought(Instant start)
    {
        var (local, utc) = (LocalCalendar.DateOf(start), start.InUtc().Date);
        return local == utc
            ? $"The local date is {LocalCalendar.Say(local)}: day 0."
            : $"The local date is {LocalCalendar.Say(local)}, though in Universal Time it is still {LocalCalendar.Say(utc)}; the local date is day 0.";
    }

    /// <summary>What the clock changes do to the wall clock while hours are counted.</summary>
    public static IEnumerable<string> ChangesSeen(Instant start, Instant end) =>
        LocalCalendar.ChangesWithin(start, end).Select(change => change.Forward
            ? $"The clocks go forward on {change.When}, so the wall clock shows one hour more."
            : $"The clocks go back on {change.When}, so the wall clock shows one hour less.");

    /// <summary>That the clock changes do not move a date.</summary>
    public static IEnumerable<string> ChangesPassed(Instant start, Instant end) =>
        LocalCalendar.ChangesWithin(start, end).Select(change =>
            $"The clocks go {(change.Forward ? "forward" : "back")} on {change.When}; days are counted by date, so the due date does not move.");

    public static string Seconds(int hours) => (hours * 3_600L).ToString("N0", CultureInfo.InvariantCulture) + " seconds";

    public static string Seconds(Duration elapsed) => elapsed.TotalSeconds.ToString("#,0.######", CultureInfo.InvariantCulture) + " seconds";

    public static string DueByTheEndOf(LocalDate date) =>
        $"Due by the end of {LocalCalendar.Say(date)}: late from {LocalCalendar.SayExactly(LocalCalendar.EndOf(date))}.";

    /// <summary>A due date as every day calendar gives it: met on that date, breached from the local midnight that ends it.</summary>
    public static Due DueOn(LocalDate date, Instant startedAt, Func<IEnumerable<string>> counted)
    {
        var breachAt = LocalCalendar.EndOf(date);
        return new Due(null, startedAt, breachAt - LocalCalendar.Microsecond, date, breachAt,
            () => [Started(startedAt), DayNought(startedAt), .. counted(), .. ChangesPassed(startedAt, breachAt), DueByTheEndOf(date)]);
    }
}
