using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.RehabilitationBeds;

public sealed class RehabilitationClockTests
{
    [TestCase(4, "23:59", ClockStatus.Met, Description = "On the second day after the referral")]
    [TestCase(5, "00:01", ClockStatus.MetLate)]
    public void Bed_based_care_starts_within_two_days_of_the_referral(int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T26", Referred, Accepted, Admitted with { OccurredAt = March(day, time) }).StatusAt(March(10, "09:00")), Is.EqualTo(status));

    [TestCase(3, "07:59", ClockStatus.Running)]
    [TestCase(3, "08:00", ClockStatus.Warned, Description = "On the morning of day 1")]
    [TestCase(5, "00:00", ClockStatus.Breached)]
    public void A_referral_that_nobody_is_admitted_on_is_warned_of_and_breached(int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T26", Referred).StatusAt(March(day, time)), Is.EqualTo(status));

    [Test]
    public void Whoever_is_declined_dies_or_ends_it_before_is_not_reached() => Assert.Multiple(() =>
    {
        Assert.That(ClockOf("T26", Referred, Declined).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.NotReached));
        Assert.That(ClockOf("T26", Referred, new RehabilitationBedLeft(March(3, "09:00"), LeavingFor.Died)).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.NotReached));
        Assert.That(ClockOf("T26", Referred, new RehabilitationEnded(March(3, "09:00"), RehabilitationResult.PersonDeclined)).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.NotReached));
        Assert.That(ClockOf("T26", Referred, new RehabilitationDeclined(March(6, "09:00"), RehabilitationDeclineReason.NoBed)).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.Breached), "What was late by then stays late.");
    });

    [TestCase(10, "19:59", ClockStatus.Running)]
    [TestCase(10, "20:00", ClockStatus.Warned)]
    [TestCase(31, "23:59", ClockStatus.Warned, Description = "However long it takes, it is never breached")]
    public void A_visit_still_open_in_the_evening_is_warned_of_and_never_ends_by_a_timer(int day, string time, ClockStatus status) => Assert.Multiple(() =>
    {
        var clock = ClockOf("T09", Referred, Accepted, Admitted, Out);
        Assert.That(clock.StatusAt(March(day, time)), Is.EqualTo(status));
        Assert.That((clock.IsOpen, clock.IsOpenEnded, clock.DueAt, clock.BreachAt, clock.WasBreachedBy(March(day, time))), Is.EqualTo((true, true, (NodaTime.Instant?)null, (NodaTime.Instant?)null, false)));
        Assert.That(clock.Due.Explanation, Has.Count.EqualTo(2).And.Some.Contains("no moment ends it"));
    });

    [Test]
    public void It_is_escalated_at_20_00_and_at_every_local_midnight() => Assert.That(
        ClockOf("T09", Referred, Accepted, Admitted, Out).MomentsBy(March(12, "00:00")).Where(moment => moment.Level is not null).Select(moment => (moment.At, moment.Level!.Value)),
        Is.EqualTo([
            (March(10, "20:00"), LadderLevel.L1), (March(11, "00:00"), LadderLevel.L2), (March(11, "20:00"), LadderLevel.L1), (March(12, "00:00"), LadderLevel.L2),
        ]));

    [TestCase("2026-03-28T10:00Z", "2026-03-28T20:00Z", Description = "By the clock on a London wall, before the clocks go forward")]
    [TestCase("2026-03-29T10:00Z", "2026-03-29T19:00Z", Description = "And after")]
    public void The_evening_is_that_of_london(string start, string evening)
    {
        var at = NodaTime.Text.InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm'Z'");
        Assert.That(ClockOf("T09", Referred, Accepted, Admitted, Out with { OccurredAt = at.Parse(start).Value }).FirstSpeaksAt, Is.EqualTo(at.Parse(evening).Value));
    }

    [Test]
    public void It_stops_with_the_outcome_and_waits_for_the_next_evening_until_then() => Assert.Multiple(() =>
    {
        var concluded = ClockOf("T09", Referred, Accepted, Admitted, Out, BackInBed);
        Assert.That((concluded.IsOpen, concluded.StatusAt(March(12, "09:00")), concluded.MomentsBy(March(12, "09:00"))), Is.EqualTo((false, ClockStatus.Met, Array.Empty<Moment>())));
        var open = ClockOf("T09", Referred, Accepted, Admitted, Out);
        Assert.That(open.NextMomentAfter(March(10, "10:00")), Is.EqualTo(March(10, "20:00")));
        Assert.That(open.NextMomentAfter(March(10, "20:00")), Is.EqualTo(March(11, "00:00")));
        Assert.That(open.NextMomentAfter(March(20, "21:00")), Is.EqualTo(March(21, "00:00")));
    });

    [Test]
    public void Whoever_dies_in_a_care_home_or_on_a_visit_has_met_nothing_and_whoever_leaves_has() => Assert.Multiple(() =>
    {
        RehabilitationBedLeft Gone(LeavingFor why) => new(March(25, "09:00"), why);
        Assert.That(ClockOf("T07", Referred, Accepted, Admitted, Moved, Gone(LeavingFor.Died)).StatusAt(March(31, "09:00")), Is.EqualTo(ClockStatus.NotReached));
        Assert.That(ClockOf("T07", Referred, Accepted, Admitted, Moved, Gone(LeavingFor.Home)).StatusAt(March(31, "09:00")), Is.EqualTo(ClockStatus.Met));
        Assert.That(ClockOf("T09", Referred, Accepted, Admitted, Out, BackInBed with { Outcome = VisitOutcome.Died }).StatusAt(March(31, "09:00")), Is.EqualTo(ClockStatus.NotReached));
    });

    [Test]
    public void An_outcome_of_another_visit_does_not_stop_it() => Assert.That(ClocksOf(Referred, Accepted, Admitted, Out, BackInBed, Out with { OccurredAt = March(12, "10:00") }).Where(clock => clock.Rule.Id == "T09").Select(clock => clock.IsOpen), Is.EqualTo([false, true]));

    [Test]
    public void A_case_referred_in_error_owes_nothing() => Assert.Multiple(() =>
    {
        Assert.That(ClocksOf(Referred, ReferralWithdrawn), Is.Empty);
        Assert.That(ClockOf("T09", Referred, ReferralWithdrawn, Admitted, Out, WentHome with { OccurredAt = March(12, "09:00") }).StatusAt(March(12, "09:00")), Is.EqualTo(ClockStatus.Voided));
        Assert.That(ClocksOf(Referred, ReferralWithdrawn, Admitted).Where(clock => clock.IsOpen), Is.Empty);
    });

    [Test]
    public void Whoever_is_in_a_place_of_a_case_referred_in_error_is_there_all_the_same() => Assert.Multiple(() =>
    {
        var history = HistoryOf(Referred, Admitted, Out, ReferralWithdrawn with { OccurredAt = March(10, "11:00") });
        var inError = history.AsRehabilitation();
        Assert.That(ClockOf("T09", Referred, Admitted, Out, ReferralWithdrawn with { OccurredAt = March(10, "11:00") }).StatusAt(March(10, "20:00")), Is.EqualTo(ClockStatus.Warned));
        Assert.That(inError, Has.Property("Phase").EqualTo(RehabilitationPhase.OnHomeAccessVisit).And.Property("IsOpen").True);
        Assert.That(RehabilitationContradictions.In(inError), Is.EqualTo([RehabilitationContradictions.InErrorInAPlace]));
        Assert.That(StepsOf(Referred, Admitted, Out, ReferralWithdrawn with { OccurredAt = March(10, "11:00") }), Is.EqualTo(["conclude-home-access-visit"]));
        Assert.That(ClockOf("T07", Referred, WentHome, Moved, ReferralWithdrawn with { OccurredAt = March(21, "11:00") }).IsOpen, "The limit in a care home goes on too.");
    });

    [Test]
    public void What_is_due_first_is_next_first() => Assert.That(RehabilitationSteps.Of(CaseOf(Referred, Admitted, Out), ClocksOf(Referred, Out), March(10, "12:00")).Select(step => (step.What, step.Due is null)), Is.EqualTo([("admit", false), ("conclude-home-access-visit", true)]));
}
