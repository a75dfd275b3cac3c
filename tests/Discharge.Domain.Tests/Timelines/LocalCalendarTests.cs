using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class LocalCalendarTests
{
    [TestCase("2026-06-30T23:30Z", "2026-07-01", Description = "In summer London is an hour ahead, so the date has already changed")]
    [TestCase("2026-06-30T22:59Z", "2026-06-30", Description = "A minute before London's midnight in summer")]
    [TestCase("2026-01-31T23:30Z", "2026-01-31", Description = "In winter London and Universal Time agree")]
    public void The_date_of_a_moment_is_the_one_on_the_wall_in_london(string moment, string date) =>
        Assert.That(LocalCalendar.DateOf(At(moment)), Is.EqualTo(On(date)));

    [TestCase("2026-03-29", "2026-03-29T00:00Z", "2026-03-29T23:00Z", Description = "The day the clocks go forward has 23 hours")]
    [TestCase("2026-10-25", "2026-10-24T23:00Z", "2026-10-26T00:00Z", Description = "The day the clocks go back has 25 hours")]
    [TestCase("2028-02-29", "2028-02-29T00:00Z", "2028-03-01T00:00Z", Description = "29 February is a day like any other")]
    public void A_date_lasts_from_local_midnight_to_local_midnight(string date, string from, string to) =>
        Assert.That((LocalCalendar.StartOf(On(date)), LocalCalendar.EndOf(On(date))), Is.EqualTo((At(from), At(to))));

    [TestCase("2026-03-29", 1, 30, "2026-03-29T01:30Z", Description = "01:30 is skipped in spring: moved on to 02:30 BST")]
    [TestCase("2026-10-25", 1, 30, "2026-10-25T00:30Z", Description = "01:30 comes twice in autumn: the first, in BST")]
    [TestCase("2026-07-01", 8, 0, "2026-07-01T07:00Z", Description = "An ordinary summer morning")]
    public void A_wall_clock_time_is_always_one_moment(string date, int hour, int minute, string moment) =>
        Assert.That(LocalCalendar.At(On(date), new LocalTime(hour, minute)), Is.EqualTo(At(moment)));

    [TestCase(1_234_567_899L, 1_234_567_000L, Description = "Nanoseconds past a microsecond are cut off")]
    [TestCase(-1L, -1_000L, Description = "Before 1970 too the moment goes down, never up")]
    [TestCase(-2_000L, -2_000L, Description = "A whole microsecond before 1970 stays")]
    [TestCase(5_000L, 5_000L, Description = "A whole microsecond stays")]
    public void Moments_are_cut_to_whole_microseconds(long nanoseconds, long cut) =>
        Assert.That(
            LocalCalendar.ToMicroseconds(Instant.FromUnixTimeTicks(0) + Duration.FromNanoseconds(nanoseconds)),
            Is.EqualTo(Instant.FromUnixTimeTicks(0) + Duration.FromNanoseconds(cut)));

    [Test]
    public void Moments_are_said_with_the_name_of_the_time_that_holds() =>
        Assert.That(
            new[] { LocalCalendar.Say(At("2026-10-25T00:30Z")), LocalCalendar.Say(At("2026-10-25T01:30Z")), LocalCalendar.SayExactly(At("2026-03-29T20:00Z")) },
            Is.EqualTo(Lines("25 October 2026 01:30 BST", "25 October 2026 01:30 GMT", "29 March 2026 21:00 BST (2026-03-29T20:00:00Z)")));

    [Test]
    public void Seconds_are_said_only_where_there_are_any() =>
        Assert.That(
            new[] { LocalCalendar.Say(At("2026-01-05T09:00Z") + Duration.FromSeconds(7)), LocalCalendar.Say(At("2026-01-05T09:00Z") - LocalCalendar.Microsecond) },
            Is.EqualTo(Lines("5 January 2026 09:00:07 GMT", "5 January 2026 08:59:59.999999 GMT")));

    [Test]
    public void The_tz_database_in_use_is_named() =>
        Assert.That(LocalCalendar.TzdbVersion, Is.EqualTo(DateTimeZoneProviders.Tzdb.VersionId).And.StartsWith("TZDB: 20"));

    [Test]
    public void A_moment_is_written_with_the_offset_that_held() =>
        Assert.That(LocalCalendar.InLondon(At("2026-03-29T20:00Z")).Offset, Is.EqualTo(Offset.FromHours(1)));
}
