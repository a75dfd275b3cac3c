using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

/// <summary>Left on Monday 2 March 2026, so that day 91 is Monday 1 June and day 105 Monday 15 June.</summary>
public sealed class FollowUpTests : ReablementDecisions
{
    private static ReablementReferred Older => Referred with { Source = ReablementSource.Discharge, DischargeCase = Id, SixtyFiveOrOver = true };

    private static FollowUpRecorded AtHome => new(June(2, "10:00"), Whereabouts.Home);

    [TestCase(1, "00:00", ClockStatus.Met)]
    [TestCase(1, "23:59", ClockStatus.Met)]
    [TestCase(15, "23:59", ClockStatus.Met, Description = "Within its window")]
    [TestCase(16, "00:00", ClockStatus.MetLate)]
    public void The_status_on_day_91_is_recorded_within_its_window(int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T11", Older, AtHome with { OccurredAt = June(day, time) }).StatusAt(July(1, "09:00")), Is.EqualTo(status));

    [Test]
    public void It_is_not_met_by_a_status_found_out_before_day_91() => Assert.That(ClockOf("T11", Older, AtHome with { OccurredAt = May(31, "23:59") }).IsOpen);

    [TestCase(5, 25, "07:59", ClockStatus.Running)]
    [TestCase(5, 25, "08:00", ClockStatus.Warned, Description = "Day 84")]
    [TestCase(6, 16, "00:00", ClockStatus.Breached)]
    public void It_is_asked_for_and_breached_where_nobody_finds_out(int month, int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T11", Older).StatusAt(month == 5 ? May(day, time) : June(day, time)), Is.EqualTo(status));

    [Test]
    public void It_is_asked_for_of_people_of_65_and_over_discharged_into_reablement_and_of_nobody_else() => Assert.Multiple(() =>
    {
        Assert.That(RulesOf(Older), Does.Contain("T11"));
        Assert.That(RulesOf(Older with { SixtyFiveOrOver = false }), Does.Not.Contain("T11"));
        Assert.That(RulesOf(Older with { SixtyFiveOrOver = null }), Does.Not.Contain("T11"));
        Assert.That(RulesOf(Referred), Does.Not.Contain("T11"));
    });

    [Test]
    public void A_date_of_birth_that_comes_out_or_is_corrected_after_the_hand_over_counts() => Assert.Multiple(() =>
    {
        Assert.That(RulesOf(Older with { SixtyFiveOrOver = null }, new AgeHandedOver(March(2, "09:00"), SixtyFiveOrOver: true)), Does.Contain("T11"));
        Assert.That(RulesOf(Older, new AgeHandedOver(March(2, "09:00"), SixtyFiveOrOver: false)), Does.Not.Contain("T11"));
        var measure = MeasureBook.For(new(2023, 3, 31)).Single(one => one.Id == "at-home-after-91-days-all-year");
        Assert.That(
            measure.Count(CaseOf(Older with { SixtyFiveOrOver = null }, new AgeHandedOver(March(2, "09:00"), SixtyFiveOrOver: true), AtHome), new(new(2026, 1, 1), new(2026, 12, 31), new(2026, 12, 31))),
            Is.EqualTo(Counted.For(CountingReason.AtHome)));
    });

    [TestCase(null, null)]
    [TestCase(true, true)]
    [TestCase(false, false)]
    public void The_age_that_comes_out_is_said_beside_what_opened_the_case(bool? known, bool? said)
    {
        var handed = new HandOverFromDischarge(March(2, "09:00"), Id, Referred.Person, "ab12", Referrer, Team);
        var there = CaseOf(handed.Fact);
        Assert.That((handed with { SixtyFiveOrOver = known }).FactsIn(there), Is.EqualTo(said is { } older ? new ReablementEvent[] { handed.Fact, new AgeHandedOver(March(2, "09:00"), older) } : [handed.Fact]));
    }

    [Test]
    public void An_age_that_is_known_no_longer_is_kept_and_one_as_first_handed_over_needs_nothing_beside_it() => Assert.Multiple(() =>
    {
        var handed = new HandOverFromDischarge(March(2, "09:00"), Id, Referred.Person, "ab12", Referrer, Team, SixtyFiveOrOver: false);
        var corrected = CaseOf(handed.Fact, new AgeHandedOver(March(2, "09:00"), SixtyFiveOrOver: true));
        Assert.That((handed with { SixtyFiveOrOver = null }).FactsIn(corrected), Is.EqualTo(new ReablementEvent[] { handed.Fact, new AgeHandedOver(March(2, "09:00"), SixtyFiveOrOver: true) }));
        Assert.That(handed.FactsIn(corrected), Is.EqualTo(new[] { handed.Fact }));
        Assert.That((handed with { OccurredAt = March(2, "10:00") }).FactsIn(corrected), Is.EqualTo(new[] { handed.Fact with { OccurredAt = March(2, "10:00") } }), "Left at another moment, the case is opened anew.");
    });

    [TestCase("1961-03-02", true, Description = "65 on the day")]
    [TestCase("1961-03-03", false, Description = "65 on the next")]
    [TestCase(null, null)]
    public void The_age_is_that_on_the_day_of_leaving(string? born, bool? older) => Assert.That(
        new HandOverFromDischarge(March(2, "23:30"), Id, Referred.Person, "ab12", Referrer, Team)
            .Of(born is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(born).Value).Fact.SixtyFiveOrOver, Is.EqualTo(older));

    [Test]
    public void Every_status_of_the_return_can_be_recorded([Values] Whereabouts whereabouts) =>
        Given(Older).When(new RecordFollowUp(June(2, "10:00"), whereabouts).Decide).ThenRecorded(new FollowUpRecorded(June(2, "10:00"), whereabouts));

    [Test]
    public void It_is_asked_for_also_once_reablement_has_ended() => Assert.Multiple(() =>
    {
        var ended = new ReablementEnded(April(1, "10:00"), ReablementSequel.NoneNoNeeds);
        Given(Older, FirstContact, ended).When(new RecordFollowUp(June(2, "10:00"), Whereabouts.Home).Decide).ThenRecorded(AtHome);
        Assert.That(ClockOf("T11", Older, FirstContact, ended).IsOpen);
    });

    [TestCase(5, 31)]
    [TestCase(6, 16)]
    public void Outside_its_window_it_is_recorded_and_says_so(int month, int day) => Given(Older)
        .When(new RecordFollowUp(month == 5 ? May(day, "10:00") : June(day, "10:00"), Whereabouts.Home).Decide).ThenDeparting(RecordFollowUp.OutsideItsWindow);

    [Test]
    public void Of_somebody_who_was_not_in_hospital_it_is_recorded_and_says_so() =>
        Given(Referred).When(new RecordFollowUp(June(2, "10:00"), Whereabouts.Home).Decide).ThenDeparting(RecordFollowUp.NotFromHospital);

    [TestCase(5, 31)]
    [TestCase(6, 16)]
    public void One_found_out_outside_the_window_does_not_block_the_true_one_and_that_counts(int month, int day) => Assert.Multiple(() =>
    {
        var outside = new FollowUpRecorded(month == 5 ? May(day, "10:00") : June(day, "10:00"), Whereabouts.Hospital);
        Given(Older, outside).When(new RecordFollowUp(June(2, "10:00"), Whereabouts.Home).Decide).ThenRecorded(AtHome);
        Assert.That(FollowUpWindow.StatusIn(CaseOf(Older, outside, AtHome)), Is.EqualTo(AtHome));
        Assert.That(
            MeasureBook.For(new(2023, 3, 31)).Single(one => one.Id == "at-home-after-91-days-all-year").Count(CaseOf(Older, outside, AtHome), new(new(2026, 1, 1), new(2026, 12, 31), new(2026, 12, 31))),
            Is.EqualTo(Counted.For(CountingReason.AtHome)));
        Given(Older, outside).When(new RecordFollowUp(May(30, "10:00"), Whereabouts.Home).Decide).ThenRefused(RecordFollowUp.RecordedAlready.Naming(2));
    });

    [Test]
    public void It_is_recorded_once() =>
        Given(Older, AtHome).When(new RecordFollowUp(June(3, "10:00"), Whereabouts.Hospital).Decide).ThenRefused(RecordFollowUp.RecordedAlready.Naming(2));
}
