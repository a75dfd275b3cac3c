using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class BreachTests
{
    private static readonly Instant BreachMoment = March(5, "14:00") + LocalCalendar.Microsecond;

    private static History GoneHome => HistoryOf(Opened, OnPathway1, Left, FoundWell);

    [Test]
    public void A_breach_is_recorded_when_the_due_moment_has_passed_and_not_before() =>
        Assert.Multiple(() =>
        {
            Assert.That(GoneHome.LookedAt(March(5, "14:00")).Version, Is.EqualTo(4));
            Assert.That(GoneHome.LookedAt(BreachMoment).Version, Is.EqualTo(5));
        });

    [Test]
    public void It_happened_at_the_due_moment_however_late_it_was_noticed() =>
        Assert.That(
            GoneHome.LookedAt(March(8, "03:00")).Entries[^1],
            Is.EqualTo(new Entry(5, new ClockBreached(BreachMoment, "T01", 3, March(5, "14:00"), March(8, "03:00")), March(8, "03:00"), Recorded.Coordinator)));

    [Test]
    public void It_is_recorded_once_however_often_anybody_looks() =>
        Assert.That(GoneHome.LookedAt(BreachMoment).LookedAt(March(5, "14:01")).LookedAt(March(9, "09:00")).Version, Is.EqualTo(5));

    [Test]
    public void Both_clocks_have_a_breach_of_their_own_in_the_order_in_which_they_passed() =>
        Assert.That(HistoryOf(Opened, OnPathway1, Left).LookedAt(March(9, "09:00")).Told().Skip(3), Is.EqualTo(Lines("4 T25 breached", "5 T01 breached")));

    [Test]
    public void A_visit_in_time_leaves_nothing_to_record() => Assert.That(GoneHome.Then(Seen).LookedAt(March(9, "09:00")).Version, Is.EqualTo(5));

    [Test]
    public void A_visit_after_the_due_moment_meets_the_clock_late_and_the_breach_stands() =>
        Assert.That(
            GoneHome.LookedAt(March(5, "15:00")).Then(SeenAt(March(5, "16:00"))).LookedAt(March(5, "16:00")).Told().Skip(4),
            Is.EqualTo(Lines("5 T01 breached", "6 HomeVisitMade")));

    [Test]
    public void A_late_visit_that_nobody_had_noticed_the_breach_before_still_records_it() =>
        Assert.That(GoneHome.Then(SeenAt(March(5, "16:00"))).LookedAt(March(5, "16:00")).Told().Skip(4), Is.EqualTo(Lines("5 HomeVisitMade", "6 T01 breached")));

    [Test]
    public void A_visit_recorded_after_the_breach_that_happened_in_time_withdraws_it_and_history_shows_all_three()
    {
        var history = GoneHome.LookedAt(March(5, "15:00")).Then(Seen.RecordedAt(March(5, "16:00"))).LookedAt(March(5, "16:00"));
        Assert.Multiple(() =>
        {
            Assert.That(
                history.Told().Skip(2),
                Is.EqualTo(Lines("3 DischargedFromHospital", "4 WelfareCheckCompleted", "5 T01 breached", "6 HomeVisitMade", "7 breach 5 withdrawn: MetInTime")));
            Assert.That(Breaches.StandingIn(history), Is.Empty);
            Assert.That(Breaches.StandingIn(history.KnownAt(March(5, "15:59"))).Single().Version, Is.EqualTo(5));
        });
    }

    [Test]
    public void When_that_visit_is_withdrawn_as_entered_in_error_the_clock_is_breached_a_second_time()
    {
        var history = GoneHome
            .LookedAt(March(5, "15:00"))
            .Then(Seen.RecordedAt(March(5, "16:00")))
            .LookedAt(March(5, "16:00"))
            .Then(Withdrawn(6, March(5, "17:00")))
            .LookedAt(March(5, "17:00"));
        Assert.Multiple(() =>
        {
            Assert.That(history.Told().Skip(6), Is.EqualTo(Lines("7 breach 5 withdrawn: MetInTime", "8 entry 6 withdrawn", "9 T01 breached")));
            Assert.That(Breaches.StandingIn(history).Single().Fact.OccurredAt, Is.EqualTo(BreachMoment));
            Assert.That(Breaches.StandingIn(history).Select(entry => (ClockBreached)entry.Fact).Select(breach => (breach.Number, breach.Cause)), Is.EqualTo(new[] { (2, BreachCause.CompletionWithdrawn) }));
        });
    }

    [Test]
    public void Leaving_put_on_record_after_its_due_moment_is_breached_because_it_was_recorded_late() =>
        Assert.That(
            BreachesIn(HistoryOf(Opened, OnPathway1, LeftAt(March(4, "14:00")).RecordedAt(March(6, "09:00")), FoundWell).LookedAt(March(6, "09:00"))),
            Is.EqualTo(new[] { (1, BreachCause.StartRecordedLate) }));

    [Test]
    public void What_comes_back_after_it_was_taken_away_says_what_brought_it_back() =>
        Assert.Multiple(() =>
        {
            Assert.That(Again(Withdrawn(3, March(5, "16:00"))), Is.EqualTo((2, BreachCause.StartRestored)));
            Assert.That(Again(OnPathway(Pathway.Pathway0) with { OccurredAt = March(4, "13:00") }), Is.EqualTo((2, BreachCause.OwedAgain)));
            Assert.That(Again(new PersonDied(March(5, "13:00"), PlaceOfDeath.AtHome)), Is.EqualTo((2, BreachCause.EndingWithdrawn)));
        });

    // Breached, taken away by a fact, and that fact withdrawn as entered in error.
    private static (int, BreachCause) Again(Fact takingAway)
    {
        var taken = GoneHome.LookedAt(March(5, "15:00")).Then(takingAway.RecordedAt(March(5, "16:00"))).LookedAt(March(5, "16:00"));
        return BreachesIn(taken.Then(Withdrawn(6, March(5, "17:00"))).LookedAt(March(5, "17:00"))).Last();
    }

    private static IEnumerable<(int, BreachCause)> BreachesIn(History history) =>
        history.Entries.Select(entry => entry.Fact).OfType<ClockBreached>().Select(breach => (breach.Number, breach.Cause));

    [Test]
    public void And_when_that_withdrawal_is_itself_withdrawn_the_second_breach_goes_too() =>
        Assert.That(
            GoneHome
                .Then(Seen)
                .Then(Withdrawn(5, March(5, "15:00")))
                .LookedAt(March(5, "15:00"))
                .Then(Withdrawn(6, March(5, "16:00")))
                .LookedAt(March(5, "16:00"))
                .Told().Skip(6),
            Is.EqualTo(Lines("7 T01 breached", "8 entry 6 withdrawn", "9 breach 7 withdrawn: MetInTime")));

    [TestCase(StaffRole.DeliveryDriver)]
    [TestCase(StaffRole.CareWorker)]
    public void A_visit_by_somebody_who_does_not_assess_withdraws_nothing(StaffRole by) =>
        Assert.That(GoneHome.LookedAt(March(5, "15:00")).Then(SeenAt(March(5, "10:00"), by)).LookedAt(March(5, "16:00")).Told().Last(), Is.EqualTo("6 HomeVisitMade"));

    [Test]
    public void Leaving_withdrawn_as_entered_in_error_withdraws_its_breaches() =>
        Assert.That(
            HistoryOf(Opened, OnPathway1, Left).LookedAt(March(6, "09:00")).Then(Withdrawn(3, March(6, "10:00"))).LookedAt(March(6, "10:00")).Told().Skip(5),
            Is.EqualTo(Lines("6 entry 3 withdrawn", "7 breach 4 withdrawn: StartWithdrawn", "8 breach 5 withdrawn: StartWithdrawn")));

    [Test]
    public void Leaving_recorded_anew_has_a_clock_and_a_breach_of_its_own() =>
        Assert.That(
            GoneHome
                .LookedAt(March(5, "15:00"))
                .Then(Withdrawn(3, March(5, "15:10")))
                .LookedAt(March(5, "15:10"))
                .Then(LeftAt(March(4, "14:30")).RecordedAt(March(5, "15:20")))
                .LookedAt(March(5, "15:20"))
                .Told().Skip(4),
            Is.EqualTo(Lines("5 T01 breached", "6 entry 3 withdrawn", "7 breach 5 withdrawn: StartWithdrawn", "8 DischargedFromHospital", "9 T01 breached")));

    [Test]
    public void A_case_opened_in_error_withdraws_its_breaches_as_never_owed() =>
        Assert.That(
            GoneHome.LookedAt(March(5, "15:00")).Then(Withdrawn(1, March(5, "16:00"))).LookedAt(March(5, "16:00")).Told().Skip(5),
            Is.EqualTo(Lines("6 entry 1 withdrawn", "7 breach 5 withdrawn: NotOwed")));

    [Test]
    public void A_pathway_that_owes_no_visit_decided_before_leaving_and_recorded_late_withdraws_them_as_never_owed() =>
        Assert.That(
            GoneHome
                .LookedAt(March(5, "15:00"))
                .Then((OnPathway(Pathway.Pathway0) with { OccurredAt = March(4, "13:00") }).RecordedAt(March(5, "16:00")))
                .LookedAt(March(5, "16:00"))
                .Told().Skip(5),
            Is.EqualTo(Lines("6 PathwayDecided", "7 breach 5 withdrawn: NotOwed")));

    [Test]
    public void A_due_moment_that_moved_and_has_not_passed_withdraws_the_breach()
    {
        var history = GoneHome.LookedAt(March(5, "15:00"));
        var clock = history.AsDischargeCase().ClockOf("T01")!;
        var moved = clock with { Due = clock.Due with { DueAt = March(6, "14:00"), BreachAt = March(6, "14:00") + LocalCalendar.Microsecond } };
        Assert.That(
            Breaches.MissingFrom(history, [moved], March(5, "16:00")),
            Is.EqualTo(new Fact[] { new BreachWithdrawn(March(5, "16:00"), 5, "T01", BreachWithdrawalCause.DueMoved) }));
    }

    [TestCase("2026-03-28T20:00Z", "2026-03-29T20:00Z", Description = "Spring")]
    [TestCase("2026-10-24T19:00Z", "2026-10-25T19:00Z", Description = "Autumn")]
    public void Over_a_change_of_the_clocks_it_is_breached_after_24_lived_hours(string left, string due)
    {
        var history = HistoryOf(Opened, OnPathway1, LeftAt(At(left)), FoundWellAt(At(left)));
        Assert.Multiple(() =>
        {
            Assert.That(history.LookedAt(At(due)).Version, Is.EqualTo(4));
            Assert.That(history.LookedAt(At(due) + LocalCalendar.Microsecond).Entries[^1].Fact.OccurredAt, Is.EqualTo(At(due) + LocalCalendar.Microsecond));
        });
    }
}
