using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed partial class DuePropertyTests
{
    [Test]
    public void The_clocks_change_twice_in_each_of_21_years_on_the_days_reckoned_by_hand() =>
        Assert.That(
            ClockChanges.All.Select(change => change.ToDateTimeUtc()),
            Is.EqualTo(Enumerable.Range(2015, 21).SelectMany(year => new[] { HandReckoning.ChangeOf(year, 3), HandReckoning.ChangeOf(year, 10) })));

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void An_elapsed_deadline_is_always_that_many_seconds_later(Instant change) =>
        Gen.Select(ClockChanges.StartsNear(change), Gen.Int[1, 200]).Sample((start, hours) =>
            DueOf(Elapsed.Hours(hours).DueAfter(start)).DueAt - start == Duration.FromSeconds(3_600L * hours));

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void A_day_deadline_never_depends_on_the_hour_of_its_start(Instant change) =>
        Gen.Select(ClockChanges.StartsNear(change), Gen.Double[0, 1], Gen.OneOf<Length>(
                new SameDay(), new LocalDays(1), new LocalDays(28), LocalDays.Weeks(6), FreeDays.Weeks(6), new AsAtDay(91, 105), LocalDayWindow.Weeks(6, 8), new LocalMonths(6)))
            .Sample((start, share, length) =>
            {
                var date = LocalCalendar.DateOf(start);
                var (midnight, next) = (LocalCalendar.StartOf(date), LocalCalendar.EndOf(date));
                var another = LocalCalendar.ToMicroseconds(midnight + ((next - LocalCalendar.Microsecond - midnight) * share));
                var (one, other) = (DueOf(length.DueAfter(start)), DueOf(length.DueAfter(another)));
                return LocalCalendar.DateOf(another) == date
                    && (one.DueOn, one.DueAt, one.BreachAt, one.EarliestAt) == (other.DueOn, other.DueAt, other.BreachAt, other.EarliestAt);
            });

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void A_day_deadline_is_met_by_any_moment_of_its_date_and_by_none_of_the_next(Instant change) =>
        Gen.Select(ClockChanges.StartsNear(change), Gen.Int[1, 100]).Sample((start, days) =>
        {
            var due = DueOf(new LocalDays(days).DueAfter(start));
            return due.DueOn == LocalCalendar.DateOf(start).PlusDays(days)
                && LocalCalendar.DateOf(due.DueAt) == due.DueOn
                && LocalCalendar.DateOf(due.BreachAt) == due.DueOn.Value.PlusDays(1)
                && LocalCalendar.TimeOf(due.BreachAt) == LocalTime.Midnight;
        });

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void A_month_deadline_has_the_day_of_its_start_or_is_the_last_of_a_shorter_month(Instant change) =>
        Gen.Select(ClockChanges.StartsHalfAYearFrom(change), Gen.Int[1, 24]).Sample((start, months) =>
        {
            var (from, on) = (HandReckoning.Date(start.ToDateTimeUtc()), DueOf(new LocalMonths(months).DueAfter(start)).DueOn!.Value);
            var monthsOn = (from.Year * 12) + from.Month - 1 + months;
            return (on.Year, on.Month) == (monthsOn / 12, (monthsOn % 12) + 1)
                && on.Day == Math.Min(from.Day, DateTime.DaysInMonth(on.Year, on.Month));
        });

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void A_statutory_period_has_expired_at_exactly_its_end_and_not_a_microsecond_before(Instant change) =>
        Gen.Select(ClockChanges.StartsNear(change), Gen.Int[1, 72]).Sample((start, hours) =>
        {
            var (due, end) = (DueOf(Statutory.Hours(hours).DueAfter(start)), start + Duration.FromHours(hours));
            return due.BreachAt == end && due.DueAt == end - LocalCalendar.Microsecond;
        });

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void Every_rule_is_late_one_microsecond_after_it_is_last_in_time(Instant change) =>
        Gen.Select(Gen.OneOf([.. RuleBook.Standard.Rules]), ClockChanges.StartsHalfAYearFrom(change)).Sample((rule, start) =>
            rule.DueAfter(start) is not Due due
            || (due.BreachAt - due.DueAt == LocalCalendar.Microsecond && due.DueAt >= start && !(due.EarliestAt > due.DueAt) && due.RuleId == rule.Id));

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void Every_explanation_begins_with_the_start_and_ends_in_the_moment_that_decides(Instant change) =>
        Gen.Select(Gen.OneOf([.. RuleBook.Standard.Rules]), ClockChanges.StartsHalfAYearFrom(change)).Sample((rule, start) =>
            rule.DueAfter(start) is not Due due
            || (InUniversalTime(due.Explanation[0]) == start
                && InUniversalTime(due.Explanation[^1]) == (rule.Length is Elapsed or ElapsedWindow ? due.DueAt : due.BreachAt)));

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void A_stranger_with_the_explanation_of_hours_comes_to_the_same_moment(Instant change) =>
        Gen.Select(ClockChanges.StartsHalfAYearFrom(change), Gen.Int[1, 200]).Sample((start, hours) =>
        {
            var steps = DueOf(Elapsed.Hours(hours).DueAfter(start)).Explanation;
            var began = InUniversalTime(steps[0]).ToDateTimeUtc();
            var ends = began.AddSeconds(Number(Seconds(), steps[1]));
            var changed = (HandReckoning.IsSummer(began), HandReckoning.IsSummer(ends)) switch
            {
                (false, true) => "one hour more",
                (true, false) => "one hour less",
                _ => null,
            };
            return InUniversalTime(steps[^1]).ToDateTimeUtc() == ends
                && steps[0].StartsWith($"Started {HandReckoning.Say(began)}", StringComparison.Ordinal)
                && steps[^1].StartsWith($"Due {HandReckoning.Say(ends)}", StringComparison.Ordinal)
                && (changed is null ? steps.Count == 3 : steps[2].Contains(changed, StringComparison.Ordinal));
        });

    [TestCaseSource(typeof(ClockChanges), nameof(ClockChanges.All))]
    public void A_stranger_with_the_explanation_of_days_comes_to_the_same_moment(Instant change) =>
        Gen.Select(ClockChanges.StartsHalfAYearFrom(change), Gen.Int[1, 120]).Sample((start, days) =>
        {
            var steps = DueOf(new LocalDays(days).DueAfter(start)).Explanation;
            var last = HandReckoning.Date(InUniversalTime(steps[0]).ToDateTimeUtc()).AddDays(Number(Days(), steps[2]));
            return InUniversalTime(steps[^1]).ToDateTimeUtc() == HandReckoning.Midnight(last.AddDays(1))
                && steps[^1].StartsWith($"Due by the end of {last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}:", StringComparison.Ordinal);
        });

    private static int Number(Regex where, string step) =>
        int.Parse(where.Match(step).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

    [GeneratedRegex("([0-9,]+) seconds")]
    private static partial Regex Seconds();

    [GeneratedRegex("^([0-9]+) days? later")]
    private static partial Regex Days();
}
