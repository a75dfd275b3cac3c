using NodaTime;
using NodaTime.Text;

namespace Discharge.Domain.Timelines;

/// <summary>
/// The calendar on the ward wall: the one place where instants become Europe/London dates and times, and back.
/// Its rules are those of NodaTime's own tz database, so that every machine counts alike.
/// </summary>
public static class LocalCalendar
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];
    private static readonly LocalDatePattern DayMonthYear = LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu");
    private static readonly LocalDateTimePattern ToTheMinute = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu HH:mm");
    private static readonly LocalDateTimePattern ToTheSecond = LocalDateTimePattern.CreateWithInvariantCulture("d MMMM uuuu HH:mm:ss.FFFFFF");

    /// <summary>The smallest step of time on record, and so the distance between the last moment in time and the first that is late.</summary>
    public static Duration Microsecond { get; } = Duration.FromNanoseconds(1_000);

    /// <summary>The first moment this calendar answers for: the beginning of 1970 in Universal Time.</summary>
    public static Instant Earliest { get; } = Instant.FromUtc(1970, 1, 1, 0, 0);

    /// <summary>The first moment this calendar no longer answers for: the beginning of 3000 in Universal Time.</summary>
    public static Instant Latest { get; } = Instant.FromUtc(3000, 1, 1, 0, 0);

    /// <summary>The version of the tz database the calendar counts with, named in every explanation that is given out.</summary>
    public static string TzdbVersion => DateTimeZoneProviders.Tzdb.VersionId;

    /// <summary>The moment cut down to whole microseconds, as it is stored; never a later moment than the one given.</summary>
    public static Instant ToMicroseconds(Instant moment)
    {
        // Ticks are tenths of a microsecond and are rounded down; the remainder is taken so that moments before 1970 go down too.
        var ticks = moment.ToUnixTimeTicks();
        return Instant.FromUnixTimeTicks(ticks - (((ticks % 10) + 10) % 10));
    }

    /// <summary>The moment as London writes it, with the offset from Universal Time that held then.</summary>
    public static OffsetDateTime InLondon(Instant moment) => moment.InZone(London).ToOffsetDateTime();

    /// <summary>The London date on which a moment falls.</summary>
    public static LocalDate DateOf(Instant moment) => moment.InZone(London).Date;

    /// <summary>What the clock on the wall shows at a moment.</summary>
    public static LocalTime TimeOf(Instant moment) => moment.InZone(London).TimeOfDay;

    /// <summary>The local midnight with which a London date begins.</summary>
    public static Instant StartOf(LocalDate date) => London.AtStartOfDay(date).ToInstant();

    /// <summary>The local midnight with which a London date ends, which already belongs to the next date.</summary>
    public static Instant EndOf(LocalDate date) => StartOf(date.PlusDays(1));

    /// <summary>
    /// The moment at which London's wall clock shows a time on a date: the first of the two when autumn repeats the hour,
    /// and the time moved on by the missing hour when spring skips it.
    /// </summary>
    public static Instant At(LocalDate date, LocalTime time) => London.AtLeniently(date.At(time)).ToInstant();

    /// <summary>The date in words, such as "29 March 2026".</summary>
    public static string Say(LocalDate date) => DayMonthYear.Format(date);

    /// <summary>The moment in words, with GMT or BST, such as "29 March 2026 21:00 BST".</summary>
    public static string Say(Instant moment) => Say(moment, London.GetZoneInterval(moment));

    /// <summary>The moment in words and in Universal Time, such as "29 March 2026 21:00 BST (2026-03-29T20:00:00Z)".</summary>
    public static string SayExactly(Instant moment) => $"{Say(moment)} ({InstantPattern.ExtendedIso.Format(moment)})";

    /// <summary>Each change of the clocks after a moment and up to another, in order, as "forward" or "back" and when in words.</summary>
    internal static IEnumerable<(bool Forward, string When)> ChangesWithin(Instant after, Instant upTo)
    {
        for (var before = London.GetZoneInterval(after); before.HasEnd && before.End <= upTo; before = London.GetZoneInterval(before.End))
        {
            var then = London.GetZoneInterval(before.End);
            if (then.WallOffset != before.WallOffset)
                yield return (then.WallOffset > before.WallOffset, SayOn(before));
        }

        // The moment of a change is said as the clock showed it until then: spring changes at 01:00 GMT, autumn at 02:00 BST.
        static string SayOn(NodaTime.TimeZones.ZoneInterval before)
        {
            var shown = before.End.WithOffset(before.WallOffset).LocalDateTime;
            return $"{Say(shown.Date)} at {shown.TimeOfDay.ToString("HH:mm", null)} {before.Name}";
        }
    }

    private static string Say(Instant moment, NodaTime.TimeZones.ZoneInterval interval)
    {
        var shown = moment.WithOffset(interval.WallOffset).LocalDateTime;
        var pattern = shown.Second == 0 && shown.NanosecondOfSecond == 0 ? ToTheMinute : ToTheSecond;
        return $"{pattern.Format(shown)} {interval.Name}";
    }
}
