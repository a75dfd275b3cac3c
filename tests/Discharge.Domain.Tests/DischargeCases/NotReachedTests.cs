using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>A clock that nobody can meet any more, because the person died, is back in hospital or went from home into an interim bed (T01, left on 4 March at 14:00).</summary>
public sealed class NotReachedTests
{
    private static readonly Instant LongAfter = March(9, "09:00");

    private static readonly Instant LongAfterTheBed = March(15, "09:00");

    private static IEnumerable<TestCaseData> Endings =>
    [
        Row("Died", ClockStatus.NotReached, DiedAt(March(4, "20:00"))),
        Row("Readmitted", ClockStatus.NotReached, ReadmittedAt(March(4, "20:00"))),
        Row("Came back before being seen", ClockStatus.NotReached, new DischargeFailed(March(4, "20:00"), ReturnReason.Fall)),
        Row("Died in the last microsecond of the 24 hours", ClockStatus.NotReached, DiedAt(March(5, "14:00"))),
        Row("Died in the first microsecond after them: the breach stands", ClockStatus.Breached, DiedAt(March(5, "14:00") + LocalCalendar.Microsecond)),
        Row("Readmitted days later: the breach stands", ClockStatus.Breached, ReadmittedAt(March(7, "20:00"))),
        Row("Seen, then died", ClockStatus.Met, SeenAt(March(4, "19:00")), DiedAt(March(4, "20:00"))),
        Row("Seen as they died", ClockStatus.Met, SeenAt(March(4, "20:00")), DiedAt(March(4, "20:00"))),
        Row("Readmitted, then seen in time: the visit belongs to the next stay", ClockStatus.NotReached, ReadmittedAt(March(4, "20:00")), SeenAt(March(5, "10:00"))),
        Row("Breached, readmitted, then seen: not even met late", ClockStatus.Breached, ReadmittedAt(March(6, "20:00")), SeenAt(March(7, "10:00"))),
        Row("Seen late, then died: met late", ClockStatus.MetLate, SeenAt(March(6, "10:00")), DiedAt(March(6, "20:00"))),
        Row("Readmission dated before leaving ends nothing", ClockStatus.Breached, ReadmittedAt(March(4, "13:00"))),
        Row("Death dated before leaving ends it all the same", ClockStatus.NotReached, DiedAt(March(4, "13:00"))),
        Row("Readmitted and died: the first counts", ClockStatus.NotReached, ReadmittedAt(March(5, "09:00")), DiedAt(March(8, "09:00"))),
        Row("Death withdrawn", ClockStatus.Breached, DiedAt(March(4, "20:00")), Withdrawn(4, March(5, "09:00"))),
    ];

    [TestCaseSource(nameof(Endings))]
    public void Whichever_came_first_decides(ClockStatus status, Fact[] facts) => Assert.That(ClockAfter(facts).StatusAt(LongAfter), Is.EqualTo(status));

    [TestCaseSource(nameof(Endings))]
    public void A_breach_is_on_record_exactly_where_the_due_moment_came_first(ClockStatus status, Fact[] facts) =>
        Assert.That(ClockAfter(facts).WasBreachedBy(LongAfter), Is.EqualTo(status is ClockStatus.Breached or ClockStatus.MetLate));

    [Test]
    public void A_clock_not_reached_runs_no_longer_and_is_not_met() =>
        Assert.That(
            ClockAfter(DiedAt(March(4, "20:00"))) is var clock ? (clock.IsOpen, clock.StoppedAt, clock.EndedAt, clock.NextMomentAfter(March(4, "20:00"))) : default,
            Is.EqualTo((false, (Instant?)null, (Instant?)March(4, "20:00"), (Instant?)null)));

    [Test]
    public void A_breached_clock_runs_no_longer_either_once_nobody_can_meet_it() =>
        Assert.That(ClockAfter(DiedAt(March(7, "20:00"))) is var clock ? (clock.IsOpen, clock.StatusAt(LongAfter)) : default, Is.EqualTo((false, ClockStatus.Breached)));

    [Test]
    public void The_welfare_check_is_not_reached_either() =>
        Assert.That(CaseOf(Opened, OnPathway1, Left, DiedAt(March(4, "20:00"))).ClockOf("T25")!.StatusAt(LongAfter), Is.EqualTo(ClockStatus.NotReached));

    private static IEnumerable<TestCaseData> WaysIntoAnInterimBed =>
    [
        Moved("Back in an interim bed within the day", ClockStatus.NotReached, ClockStatus.NotReached, ArrivedAt(March(10, "20:00"))),
        Moved("Back in it the next morning: the check was owed the day before", ClockStatus.NotReached, ClockStatus.Breached, ArrivedAt(March(11, "09:00"))),
        Moved("Back in it days later: both breaches stand", ClockStatus.Breached, ClockStatus.Breached, ArrivedAt(March(13, "09:00"))),
        Moved("Seen and checked before it", ClockStatus.Met, ClockStatus.Met, SeenAt(March(10, "12:00")), FoundWellAt(March(10, "12:30")), ArrivedAt(March(10, "20:00"))),
        Moved("Seen in the bed after it: not at home", ClockStatus.NotReached, ClockStatus.NotReached, ArrivedAt(March(10, "20:00")), SeenAt(March(10, "21:00"))),
        Moved("The arrival was withdrawn", ClockStatus.Breached, ClockStatus.Breached, ArrivedAt(March(10, "20:00")), Withdrawn(12, March(10, "21:00"))),
    ];

    [TestCaseSource(nameof(WaysIntoAnInterimBed))]
    public void A_short_spell_at_home_that_ends_in_an_interim_bed_ends_what_was_owed_there(ClockStatus seen, ClockStatus checkedOn, Fact[] since)
    {
        var discharge = InTheBed([VacatedAt(March(10, "10:00")), .. since]);
        Assert.Multiple(() =>
        {
            Assert.That((discharge.ClockOf("T01")!.StatusAt(LongAfterTheBed), discharge.ClockOf("T25")!.StatusAt(LongAfterTheBed)), Is.EqualTo((seen, checkedOn)));
            Assert.That(discharge.ClockOf("T01")!.IsOpen, Is.EqualTo(since is [.., EntryWithdrawn]));
        });
    }

    [Test]
    public void What_was_owed_at_home_is_no_step_any_more_once_the_person_is_in_an_interim_bed() => Assert.That(
        InTheBed(VacatedAt(March(10, "10:00")), ArrivedAt(March(10, "20:00"))).NextAt(March(10, "21:00")), Does.Not.Contain("see-at-home").And.Not.Contain("check-welfare"));

    [Test]
    public void Straight_from_home_into_a_care_home_ends_what_was_owed_after_the_hospital_too()
    {
        var moved = new InterimBedOccupied(March(4, "20:00"), InNursingBed, new DirectMove(DirectMoveReason.CarerCouldNotGoOn, [], StaffRole.SocialWorker));
        Assert.That(ClockAfter(moved).StatusAt(LongAfter), Is.EqualTo(ClockStatus.NotReached));
    }

    [Test]
    public void Whoever_left_the_hospital_unassessed_for_a_care_home_is_still_to_be_seen_there() =>
        Assert.That(CaseOf(Opened, LeftForCareHome, ArrivedAt(March(4, "15:00"))).ClockOf("T01")!.StatusAt(LongAfter), Is.EqualTo(ClockStatus.Breached));

    [Test]
    public void A_move_recorded_after_the_breach_and_dated_before_it_withdraws_the_breach_as_not_reached() => Assert.That(
        HistoryOfAll([Opened, .. ToTheNursingBed, VacatedAt(March(10, "10:00")), FoundWellAt(March(10, "12:00"))])
            .LookedAt(March(11, "11:00"))
            .Then(ArrivedAt(March(11, "09:00")).RecordedAt(March(11, "12:00")))
            .LookedAt(March(11, "12:00"))
            .Told().TakeLast(3),
        Is.EqualTo(Lines("13 T01 breached", "14 InterimBedOccupied", "15 breach 13 withdrawn: NotReached")));

    [Test]
    public void A_rule_that_a_readmission_does_not_void_runs_on()
    {
        var binding = DischargeCaseTimelines.SeenAtHome with { RuleId = "T07", Conditions = new Dictionary<Condition, Func<DischargeCase, Due, Instant, bool>>() };
        Assert.That(binding.ClocksOf(CaseOf(Opened, OnPathway1, Left, ReadmittedAt(March(4, "20:00"))), new ClockTerms(RuleBook.Standard, [])).Single().IsOpen, Is.True);
        Assert.That(binding.ClocksOf(CaseOf(Opened, OnPathway1, Left, DiedAt(March(4, "20:00"))), new ClockTerms(RuleBook.Standard, [])).Single().IsOpen, Is.False);
    }

    [Test]
    public void Nothing_is_recorded_of_a_clock_not_reached() =>
        Assert.That(HistoryOf(Opened, OnPathway1, Left, FoundWell, DiedAt(March(4, "20:00"))).LookedAt(LongAfter).Version, Is.EqualTo(5));

    [Test]
    public void A_death_recorded_after_the_breach_and_dated_before_it_withdraws_the_breach_as_not_reached() =>
        Assert.That(
            HistoryOf(Opened, OnPathway1, Left, FoundWell)
                .LookedAt(March(5, "15:00"))
                .Then(DiedAt(March(5, "13:00")).RecordedAt(March(5, "16:00")))
                .LookedAt(March(5, "16:00"))
                .Told().Skip(4),
            Is.EqualTo(Lines("5 T01 breached", "6 PersonDied", "7 breach 5 withdrawn: NotReached")));

    [Test]
    public void A_death_dated_after_the_breach_withdraws_nothing() =>
        Assert.That(
            HistoryOf(Opened, OnPathway1, Left, FoundWell).LookedAt(March(5, "15:00")).Then(DiedAt(March(5, "15:30"))).LookedAt(LongAfter).Told().Skip(4),
            Is.EqualTo(Lines("5 T01 breached", "6 PersonDied")));

    [Test]
    public void When_the_death_is_withdrawn_as_entered_in_error_the_clock_is_breached_again() =>
        Assert.That(
            HistoryOf(Opened, OnPathway1, Left, FoundWell)
                .LookedAt(March(5, "15:00"))
                .Then(DiedAt(March(5, "13:00")).RecordedAt(March(5, "16:00")))
                .LookedAt(March(5, "16:00"))
                .Then(Withdrawn(6, March(5, "17:00")))
                .LookedAt(March(5, "17:00"))
                .Told().Skip(6),
            Is.EqualTo(Lines("7 breach 5 withdrawn: NotReached", "8 entry 6 withdrawn", "9 T01 breached")));

    private static Clock ClockAfter(params Fact[] facts) => CaseAfterOpening([OnPathway1, Left, .. facts]).ClockOf("T01")!;

    private static PersonDied DiedAt(Instant at) => new(at, PlaceOfDeath.AtHome);

    private static Readmitted ReadmittedAt(Instant at) => new(at, ReturnReason.Unwell);

    private static TestCaseData Moved(string description, ClockStatus seen, ClockStatus checkedOn, params Fact[] since) => new TestCaseData(seen, checkedOn, since).SetArgDisplayNames(description);

    private static TestCaseData Row(string description, ClockStatus status, params Fact[] facts) => new TestCaseData(status, facts).SetArgDisplayNames(description);
}
