namespace Discharge.Domain.Tests.Timelines;

/// <summary>
/// London time reckoned by hand and without a tz database: summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
/// It is how a stranger would check an explanation, and holds since 1996.
/// </summary>
internal static class HandReckoning
{
    public static DateTime ChangeOf(int year, int month)
    {
        var last = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        return last.AddDays(-(int)last.DayOfWeek);
    }

    public static bool IsSummer(DateTime utc) => utc >= ChangeOf(utc.Year, 3) && utc < ChangeOf(utc.Year, 10);

    public static DateTime Wall(DateTime utc) => DateTime.SpecifyKind(utc.AddHours(IsSummer(utc) ? 1 : 0), DateTimeKind.Unspecified);

    public static DateOnly Date(DateTime utc) => DateOnly.FromDateTime(Wall(utc));

    /// <summary>Local midnight, which no change of the clocks touches.</summary>
    public static DateTime Midnight(DateOnly date)
    {
        var asIfWinter = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return IsSummer(asIfWinter) ? asIfWinter.AddHours(-1) : asIfWinter;
    }

    /// <summary>The moment as the ward would write it, to the minute.</summary>
    public static string Say(DateTime utc) =>
        $"{Wall(utc).ToString("d MMMM yyyy HH:mm", System.Globalization.CultureInfo.InvariantCulture)} {(IsSummer(utc) ? "BST" : "GMT")}";
}
