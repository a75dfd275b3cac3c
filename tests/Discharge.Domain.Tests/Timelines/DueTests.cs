using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class DueTests
{
    [TestCase("2026-03-28T20:00Z", 24, "2026-03-29T20:00Z", "29 March 2026 21:00 BST", Description = "The hour that spring skips is not lived, so the wall clock says 21:00")]
    [TestCase("2026-10-24T20:00+01:00", 24, "2026-10-25T19:00Z", "25 October 2026 19:00 GMT", Description = "The hour that autumn repeats is lived twice, so the wall clock says 19:00")]
    [TestCase("2026-03-27T12:00Z", 48, "2026-03-29T13:00+01:00", "29 March 2026 13:00 BST", Description = "48 hours over the spring change")]
    [TestCase("2026-10-25T01:30+01:00", 24, "2026-10-26T00:30Z", "26 October 2026 00:30 GMT", Description = "The first 01:30 of the repeated hour")]
    [TestCase("2026-10-25T01:30+00:00", 24, "2026-10-26T01:30Z", "26 October 2026 01:30 GMT", Description = "The second 01:30 of the repeated hour")]
    [TestCase("2028-02-28T12:00Z", 24, "2028-02-29T12:00Z", "29 February 2028 12:00 GMT", Description = "Into 29 February")]
    public void Elapsed_and_statutory_hours_end_at_the_same_moment_and_only_elapsed_includes_it(string start, int hours, string end, string onTheWall)
    {
        var (elapsed, statutory) = (DueOf(Elapsed.Hours(hours).DueAfter(At(start))), DueOf(Statutory.Hours(hours).DueAfter(At(start))));
        Assert.Multiple(() =>
        {
            Assert.That((elapsed.DueAt, elapsed.BreachAt), Is.EqualTo((At(end), At(end) + LocalCalendar.Microsecond)));
            Assert.That((statutory.DueAt, statutory.BreachAt), Is.EqualTo((At(end) - LocalCalendar.Microsecond, At(end))));
            Assert.That(elapsed.Explanation[^1], Does.StartWith($"Due {onTheWall}"));
            Assert.That(statutory.Explanation[^1], Does.StartWith($"Expires {onTheWall}"));
            Assert.That((elapsed.DueOn, statutory.DueOn), Is.EqualTo(((LocalDate?)null, (LocalDate?)null)));
        });
    }

    [TestCase("2026-03-02T10:00Z", 28, "2026-03-30", "2026-03-30T23:00Z", Description = "28 days over the spring change")]
    [TestCase("2026-02-15T09:00Z", 42, "2026-03-29", "2026-03-29T23:00Z", Description = "42 days to the day of the spring change")]
    [TestCase("2026-09-20T09:00+01:00", 42, "2026-11-01", "2026-11-02T00:00Z", Description = "42 days over the autumn change")]
    [TestCase("2026-06-30T23:30Z", 28, "2026-07-29", "2026-07-29T23:00Z", Description = "Universal Time still says 30 June, but the local date is 1 July")]
    [TestCase("2028-02-01T09:00Z", 28, "2028-02-29", "2028-03-01T00:00Z", Description = "Due on 29 February")]
    [TestCase("2028-02-29T09:00Z", 28, "2028-03-28", "2028-03-28T23:00Z", Description = "From 29 February over the spring change")]
    public void Local_days_are_due_by_the_end_of_a_date(string start, int days, string dueOn, string breachAt)
    {
        var due = DueOf(new LocalDays(days).DueAfter(At(start)));
        Assert.That((due.DueOn, due.BreachAt, due.DueAt), Is.EqualTo(((LocalDate?)On(dueOn), At(breachAt), At(breachAt) - LocalCalendar.Microsecond)));
    }

    [TestCase("2026-06-30T23:30Z", "2026-07-01", "2026-07-01T23:00Z", Description = "The local date, not the one in Universal Time")]
    [TestCase("2026-03-29T00:59Z", "2026-03-29", "2026-03-29T23:00Z", Description = "The last minute before spring skips an hour")]
    [TestCase("2026-10-25T22:59Z", "2026-10-25", "2026-10-26T00:00Z", Description = "Late on the day that has 25 hours")]
    [TestCase("2028-02-29T23:59Z", "2028-02-29", "2028-03-01T00:00Z", Description = "The last minute of 29 February")]
    public void The_same_day_lasts_until_local_midnight(string start, string dueOn, string breachAt)
    {
        var due = DueOf(new SameDay().DueAfter(At(start)));
        Assert.That((due.DueOn, due.BreachAt), Is.EqualTo(((LocalDate?)On(dueOn), At(breachAt))));
    }

    [TestCase("2026-08-31T10:00+01:00", 6, "2027-02-28", Description = "February has no 31st")]
    [TestCase("2027-08-31T10:00+01:00", 6, "2028-02-29", Description = "In a leap year it ends on the 29th")]
    [TestCase("2028-02-29T10:00Z", 12, "2029-02-28", Description = "A year after 29 February")]
    [TestCase("2028-02-29T10:00Z", 6, "2028-08-29", Description = "Clipped only where the month is too short")]
    [TestCase("2026-05-31T10:00+01:00", 6, "2026-11-30", Description = "November has no 31st")]
    [TestCase("2026-01-15T10:00Z", 6, "2026-07-15", Description = "The same day of a later month")]
    public void Calendar_months_are_clipped_at_a_short_months_end(string start, int months, string dueOn)
    {
        var due = DueOf(new LocalMonths(months).DueAfter(At(start)));
        Assert.That((due.DueOn, due.BreachAt), Is.EqualTo(((LocalDate?)On(dueOn), LocalCalendar.EndOf(On(dueOn)))));
    }

    [Test]
    public void A_window_of_hours_is_due_at_its_end_and_says_when_it_opens()
    {
        var due = DueOf(Rule("T33").DueAfter(At("2026-03-28T20:00Z")));
        Assert.That((due.EarliestAt, due.DueAt), Is.EqualTo(((Instant?)At("2026-03-29T20:00Z"), At("2026-03-31T20:00Z"))));
    }

    [Test]
    public void A_window_of_weeks_is_due_on_its_last_date_and_says_when_it_opens()
    {
        var due = DueOf(Rule("T31").DueAfter(At("2026-02-15T09:00Z")));
        Assert.That((due.EarliestAt, due.DueOn), Is.EqualTo(((Instant?)At("2026-03-29T00:00Z"), (LocalDate?)On("2026-04-12"))));
    }

    [Test]
    public void The_91_day_status_is_due_on_day_91_and_accepted_until_day_105()
    {
        var due = DueOf(Rule("T11").DueAfter(At("2026-01-01T15:00Z")));
        Assert.That((due.EarliestAt, due.DueOn, due.BreachAt), Is.EqualTo(((Instant?)At("2026-04-01T23:00Z"), (LocalDate?)On("2026-04-02"), At("2026-04-16T23:00Z"))));
    }

    [Test]
    public void Six_free_weeks_end_before_the_date_on_which_a_charge_may_start()
    {
        var start = At("2026-02-15T09:00Z");
        Assert.Multiple(() =>
        {
            Assert.That(DueOf(Rule("T12").DueAfter(start)).DueOn, Is.EqualTo(On("2026-03-29")));
            Assert.That(((FreeDays)Rule("T12").Length).ChargeableFrom(start), Is.EqualTo(On("2026-03-29")));
        });
    }

    [TestCase("T09")]
    [TestCase("T23")]
    [TestCase("T24")]
    [TestCase("T32")]
    [TestCase("T34")]
    [TestCase("T35")]
    public void A_rule_without_a_single_due_moment_says_so(string id) =>
        Assert.That(Rule(id).DueAfter(At("2020-01-06T09:00Z")), Is.InstanceOf<NoDue>().With.Property(nameof(NoDue.Code)).EqualTo("timeline.no-single-due"));

    [Test]
    public void A_minimum_says_the_earliest_date_it_allows() =>
        Assert.That(((NoDue)Rule("T34").DueAfter(At("2020-02-28T09:00Z"))).Sentence, Does.EndWith("no sooner than 1 March 2020."));

    [TestCase("1969-12-31T23:59Z", Description = "Before the calendar begins")]
    [TestCase("3000-01-01T00:00Z", Description = "When it has ended")]
    [TestCase("9999-12-31T23:59Z", Description = "At the end of all dates")]
    public void A_start_outside_the_calendars_years_is_refused_and_does_not_throw(string start) =>
        Assert.That(
            RuleBook.Standard.Rules.Select(rule => rule.DueAfter(At(start))).OfType<NoDue>().Select(none => none.Code),
            Is.All.EqualTo("timeline.start-out-of-range").And.Exactly(RuleBook.Standard.Rules.Count).Items);

    [Test]
    public void A_length_of_nothing_cannot_be_made() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => Elapsed.Hours(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => Statutory.Hours(-1), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new LocalDays(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new LocalMonths(0), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => ElapsedWindow.Hours(3, 3), Throws.InstanceOf<ArgumentOutOfRangeException>());
            Assert.That(() => new AsAtDay(91, 90), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });

    [Test]
    public void A_start_is_counted_from_its_whole_microsecond() =>
        Assert.That(DueOf(Elapsed.Hours(1).DueAfter(At("2026-01-05T09:00Z") + Duration.FromNanoseconds(999))).DueAt, Is.EqualTo(At("2026-01-05T10:00Z")));
}
