using CsCheck;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class MomentTests
{
    private static IEnumerable<string> Said(IEnumerable<Moment> moments) =>
        moments.Select(moment => $"{moment.At:uuuu-MM-dd'T'HH:mm'Z'} {moment.Level?.ToString() ?? "warn"}");

    private static IReadOnlyList<Moment> MomentsOf(string id, string start) =>
        Rule(id).MomentsFor(At(start), Rule(id).DueAfter(At(start)) as Due);

    [Test]
    public void Seen_at_home_warns_at_leaving_and_after_18_hours_and_tells_the_hub_at_the_breach() =>
        Assert.That(Said(MomentsOf("T01", "2026-03-28T20:00Z")), Is.EqualTo(Lines(
            "2026-03-28T20:00Z warn", "2026-03-28T20:00Z L1", "2026-03-29T14:00Z warn", "2026-03-29T14:00Z L1", "2026-03-29T20:00Z L3")));

    [Test]
    public void The_warning_at_leaving_is_given_only_where_no_visit_is_booked() =>
        Assert.That(
            MomentsOf("T01", "2026-03-28T20:00Z").Where(moment => moment.If is not null).Select(moment => (moment.At, moment.If)),
            Is.All.EqualTo((At("2026-03-28T20:00Z"), Condition.NoVisitBooked)).And.Exactly(2).Items);

    [TestCase("2026-03-29T08:00Z", "2026-03-29T11:00Z", Description = "A morning referral warns at 12:00 on the wall")]
    [TestCase("2026-07-06T11:00Z", "2026-07-06T13:00Z", Description = "A referral at noon is a later one: two hours on")]
    [TestCase("2026-07-06T14:10Z", "2026-07-06T16:10Z", Description = "Two hours after an afternoon referral")]
    [TestCase("2026-07-06T17:00Z", "2026-07-06T19:00Z", Description = "Two hours on is just when the service closes")]
    [TestCase("2026-07-06T18:00Z", "2026-07-06T18:00Z", Description = "Two hours on would be after closing: at once")]
    [TestCase("2026-07-06T22:30Z", "2026-07-06T22:30Z", Description = "After closing: at once")]
    public void An_urgent_referral_warns_while_somebody_is_there(string start, string warning) =>
        Assert.That(MomentsOf("T03", start)[0].At, Is.EqualTo(At(warning)));

    [TestCase("2026-07-06T10:00Z", "2026-07-06T17:00Z", Description = "18:00 on the wall")]
    [TestCase("2026-07-06T17:30Z", "2026-07-06T17:30Z", Description = "Left after 18:00: what is past is said at once")]
    public void The_welfare_check_warns_at_six_in_the_evening(string start, string warning) =>
        Assert.That(Said(MomentsOf("T25", start)), Is.EqualTo(Lines(
            $"{warning} warn", $"{warning} L2", "2026-07-06T23:00Z L2")));

    [Test]
    public void An_interim_nursing_bed_warns_on_three_mornings() =>
        Assert.That(Said(MomentsOf("T07", "2026-03-02T10:00Z")), Is.EqualTo(Lines(
            "2026-03-16T08:00Z warn", "2026-03-23T08:00Z warn", "2026-03-23T08:00Z L2", "2026-03-28T08:00Z warn", "2026-03-30T23:00Z L3")));

    [Test]
    public void A_detention_climbs_the_ladder_hour_by_hour() =>
        Assert.That(MomentsOf("T20", "2026-05-05T09:00Z").Where(moment => moment.Level is not null).Select(moment => (moment.At, moment.Who)), Is.EqualTo(new[]
        {
            (At("2026-05-05T21:00Z"), "owning team lead"),
            (At("2026-05-06T03:00Z"), "hub lead or service manager"),
            (At("2026-05-06T07:00Z"), "on-call director, MHA office and AMHP lead"),
        }));

    [Test]
    public void An_extension_warns_four_hours_and_one_hour_before_its_end() =>
        Assert.That(
            MomentsOf("T22", "2026-05-06T09:00Z").Where(moment => moment.Level is null).Select(moment => moment.At),
            Is.EqualTo(new[] { At("2026-05-06T17:00Z"), At("2026-05-06T20:00Z") }));

    [Test]
    public void A_grant_warns_by_calendar_months() =>
        Assert.That(
            MomentsOf("T17", "2026-10-31T10:00Z").Where(moment => moment.Level is null).Select(moment => moment.At),
            Is.EqualTo(new[] { At("2027-02-28T08:00Z"), At("2027-03-31T07:00Z") }));

    [Test]
    public void A_bed_hold_speaks_up_every_evening_and_midnight_while_the_visit_lasts()
    {
        var rule = Rule("T09");
        var start = At("2026-03-28T10:00Z");
        Assert.Multiple(() =>
        {
            Assert.That(rule.MomentsFor(start, null), Is.Empty);
            Assert.That(Said(rule.RecurringMomentsFor(start, At("2026-03-30T00:00Z"))), Is.EqualTo(Lines(
                "2026-03-28T20:00Z warn", "2026-03-28T20:00Z L1", "2026-03-29T00:00Z warn", "2026-03-29T00:00Z L2",
                "2026-03-29T19:00Z warn", "2026-03-29T19:00Z L1", "2026-03-29T23:00Z warn", "2026-03-29T23:00Z L2")));
        });
    }

    [TestCase("2026-03-28T20:00Z", "2026-03-28T20:00Z", 0, Description = "Started at the very moment: not yet, and not again when one looks at once")]
    [TestCase("2026-03-28T19:59Z", "2026-03-28T20:00Z", 2, Description = "Still open a minute later")]
    [TestCase("2026-03-28T20:00Z", "2026-03-29T19:00Z", 4, Description = "The last look was at 20:00: next are midnight and the following evening, an hour earlier in Universal Time")]
    public void A_moment_that_comes_again_lies_after_the_last_look_and_not_after_this_one(string after, string until, int moments) =>
        Assert.That(Rule("T09").RecurringMomentsFor(At(after), At(until)), Has.Count.EqualTo(moments));

    [Test]
    public void What_recurs_is_said_once_however_often_one_looks() =>
        Gen.Select(ClockChanges.StartsAround, Gen.Int[0, 10_000], Gen.Int[0, 10_000]).Sample((start, minutes, more) =>
        {
            var (look, next) = (start + Duration.FromMinutes(minutes), start + Duration.FromMinutes(minutes + more));
            var twice = Rule("T09").RecurringMomentsFor(start, look).Concat(Rule("T09").RecurringMomentsFor(look, next));
            return twice.SequenceEqual(Rule("T09").RecurringMomentsFor(start, next));
        });

    [Test]
    public void A_pause_of_an_adaptation_reaches_the_team_lead_every_fortnight() =>
        Assert.That(Said(Rule("T16").PauseMomentsFor(At("2026-03-02T10:00Z"), At("2026-03-31T10:00Z"))), Is.EqualTo(Lines(
            "2026-03-16T08:00Z L2", "2026-03-30T07:00Z L2")));

    [Test]
    public void A_reservation_warns_before_the_booked_time_and_in_the_evening_of_its_day() =>
        Assert.Multiple(() =>
        {
            Assert.That(Said(MomentsOf("T19", "2026-03-28T15:00Z")), Is.EqualTo(Lines("2026-03-29T19:00Z warn", "2026-03-29T19:00Z L2", "2026-03-29T23:00Z L2")));
            Assert.That(Said(Rule("T19").BookingMomentsFor(At("2026-03-28T15:00Z"), At("2026-03-29T10:00Z"))), Is.EqualTo(Lines("2026-03-29T08:00Z warn", "2026-03-29T08:00Z L2")));
        });

    [Test]
    public void Moments_come_in_order_and_lie_between_start_and_breach() =>
        Gen.Select(Gen.OneOf([.. RuleBook.Standard.Rules]), ClockChanges.StartsAround).Sample((rule, start) =>
        {
            var due = rule.DueAfter(start) as Due;
            var moments = rule.MomentsFor(start, due).Select(moment => moment.At).ToList();
            return moments.SequenceEqual(moments.Order())
                && moments.All(at => at >= start && (due is null || at <= due.BreachAt));
        });

    [Test]
    public void No_warning_waits_for_the_breach() =>
        Gen.Select(Gen.OneOf([.. RuleBook.Standard.Rules]), ClockChanges.StartsAround).Sample((rule, start) =>
            rule.DueAfter(start) is not Due due || rule.MomentsFor(start, due).Where(moment => moment.Level is null).All(moment => moment.At <= due.DueAt));
}
