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

/// <summary>The limits of an interim stay: 28 days in a nursing bed (T07), six weeks in a residential home (T08).</summary>
public sealed class InterimStayClockTests : DischargeCaseDecisions
{
    [TestCase(InterimBedKind.Nursing, "2026-03-02T10:00Z", "2026-03-30", "2026-03-30T23:00Z", Description = "28 days over the spring change, by local dates")]
    [TestCase(InterimBedKind.Nursing, "2026-06-30T23:30Z", "2026-07-29", "2026-07-29T23:00Z", Description = "Already 1 July in London")]
    [TestCase(InterimBedKind.Residential, "2026-02-15T09:00Z", "2026-03-29", "2026-03-29T23:00Z", Description = "42 days to the day of the spring change")]
    [TestCase(InterimBedKind.Residential, "2026-09-20T08:00Z", "2026-11-01", "2026-11-02T00:00Z", Description = "42 days over the autumn change")]
    public void Days_are_local_days_and_the_day_of_arrival_is_day_0(InterimBedKind kind, string arrived, string dueOn, string breachAt)
    {
        var clock = CaseAfterOpening([ArrivedAt(At(arrived), new InterimPlace(kind, Rosewood))]).Clocks().Single(clock => clock.Rule.Id is "T07" or "T08");
        Assert.That((clock.Due.DueOn, clock.Due.BreachAt), Is.EqualTo(((LocalDate?)On(dueOn), At(breachAt))));
    }

    [TestCase("T07", "14, 21, 26")]
    [TestCase("T08", "28, 35, 40")]
    public void It_warns_on_the_mornings_of_three_days_and_tells_the_team_lead_on_the_second_and_the_hub_lead_at_the_breach(string rule, string days)
    {
        var place = rule == "T07" ? InNursingBed : InResidentialHome;
        var clock = CaseAfterOpening([ArrivedAt(June(1, "10:00"), place)]).Clocks().Single(clock => clock.Rule.Id == rule);
        var warned = days.Split(", ").Select(day => LocalCalendar.At(new LocalDate(2026, 6, 1).PlusDays(int.Parse(day, null)), new LocalTime(8, 0))).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(clock.Moments.Where(moment => moment.Level is null).Select(moment => moment.At), Is.EqualTo(warned));
            Assert.That(clock.Moments.Where(moment => moment.Level is not null).Select(moment => (moment.Level, moment.At)), Is.EqualTo(new[] { ((LadderLevel?)LadderLevel.L2, warned[1]), (LadderLevel.L3, clock.Due.BreachAt) }));
        });
    }

    private static IEnumerable<TestCaseData> Ways =>
    [
        Row("In the last minute of the last day", ClockStatus.Met, VacatedAt(April(1, "23:59"))),
        Row("A minute later", ClockStatus.MetLate, VacatedAt(April(2, "00:00"))),
        Row("Still there", ClockStatus.Breached),
        Row("For a long-term place", ClockStatus.Met, VacatedAt(March(30, "10:00"), LeavingInterimBedFor.LongTermNursing)),
        Row("For another interim bed, and not arrived there yet: it goes on", ClockStatus.Breached, VacatedAt(March(30, "10:00"), LeavingInterimBedFor.AnotherInterimBed)),
        Row("For a residential home, by way of leaving first", ClockStatus.Met, VacatedAt(March(30, "10:00"), LeavingInterimBedFor.AnotherInterimBed), ArrivedAt(April(3, "10:00"), InResidentialHome)),
        Row("Back in the same home after a night at home that did not work out: a stay of its own", ClockStatus.Met, VacatedAt(March(10, "10:00")), ArrivedAt(March(11, "10:00"))),
        Row("Readmitted with the bed held: it goes on", ClockStatus.Breached, Back(March(20, "10:00")), Held(March(20, "12:00"))),
        Row("Readmitted, the bed held, and back in it: it goes on", ClockStatus.Breached, Back(March(20, "10:00")), Held(March(20, "12:00")), ArrivedAt(March(26, "10:00"))),
        Row("Readmitted and nobody says what becomes of the bed: it goes on", ClockStatus.Breached, Back(March(20, "10:00"))),
        Row("Readmitted and the bed given up", ClockStatus.Met, Back(March(20, "10:00")), VacatedAt(March(21, "10:00"), LeavingInterimBedFor.Hospital)),
        Row("Died there", ClockStatus.NotReached, new PersonDied(March(20, "10:00"), PlaceOfDeath.CareHome)),
        Row("Died there, and the bed given back at that moment", ClockStatus.NotReached, new PersonDied(March(20, "12:00"), PlaceOfDeath.CareHome), VacatedAt(March(20, "12:00"), LeavingInterimBedFor.Died)),
        Row("Died there, which only the bed says that was given back", ClockStatus.NotReached, VacatedAt(March(20, "12:00"), LeavingInterimBedFor.Died)),
        Row("Died there, and the bed given back", ClockStatus.NotReached, new PersonDied(March(20, "10:00"), PlaceOfDeath.CareHome), VacatedAt(March(20, "12:00"), LeavingInterimBedFor.Died)),
        Row("Extended: the breach stands", ClockStatus.Breached, Extended),
        Row("The leaving was withdrawn", ClockStatus.Breached, VacatedAt(March(30, "10:00")), Withdrawn(11, March(31, "10:00"))),
    ];

    [TestCaseSource(nameof(Ways))]
    public void The_first_limit_ends_in_time_or_is_breached(ClockStatus status, Fact[] since) =>
        Assert.That(InTheBed(since).Limits(April(10, "09:00")).First(), Is.EqualTo(("T07", (LocalDate?)new LocalDate(2026, 4, 1), status)));

    [Test]
    public void Back_in_a_bed_of_the_first_kind_after_one_of_the_other_is_a_limit_of_its_own() => Assert.That(
        InTheBed(ArrivedAt(March(20, "11:00"), InResidentialHome), ArrivedAt(March(25, "11:00"))).Limits(March(26, "09:00")).Select(limit => (limit.Rule, limit.DueOn)),
        Is.EquivalentTo(new[] { ("T07", (LocalDate?)new LocalDate(2026, 4, 1)), ("T08", new LocalDate(2026, 5, 1)), ("T07", new LocalDate(2026, 4, 22)) }));

    [Test]
    public void An_arrival_withdrawn_as_entered_in_error_takes_its_clock_and_its_breach_with_it()
    {
        var history = HistoryOfAll([Opened, .. ToTheNursingBed]).LookedAt(April(2, "09:00"));
        Assert.That(history.Then(Withdrawn(10, April(3, "09:00"))).LookedAt(April(3, "09:00")).Told().Last(), Is.EqualTo("13 breach 11 withdrawn: StartWithdrawn"));
    }

    [Test]
    public void A_leaving_in_time_that_is_recorded_late_withdraws_the_breach() => Assert.That(
        HistoryOfAll([Opened, .. ToTheNursingBed]).LookedAt(April(2, "09:00")).Then(VacatedAt(April(1, "16:00"), LeavingInterimBedFor.LongTermNursing).RecordedAt(April(2, "10:00"))).LookedAt(April(2, "10:00")).Told().TakeLast(3),
        Is.EqualTo(Lines("11 T07 breached", "12 InterimBedVacated", "13 breach 11 withdrawn: MetInTime")));

    [Test]
    public void A_case_with_nothing_of_an_interim_stay_has_no_such_clock_and_no_such_step() => Assert.Multiple(() =>
    {
        var discharge = CaseOf(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Left);
        Assert.That(discharge.Clocks().Select(clock => clock.Rule.Id), Is.EqualTo(Lines("T01", "T25")));
        Assert.That(InterimStay.Of(discharge), Is.Empty);
        Assert.That(discharge.WarningsAt(March(5, "09:00")), Is.Empty);
        Assert.That(InterimStay.NextDayAfter(discharge, March(5, "09:00")), Is.Null);
    });

    [Test]
    public void Days_grow_at_local_midnight_while_the_stay_goes_on() => Assert.Multiple(() =>
    {
        var stay = InterimStay.Of(InTheBed())[0];
        Assert.That((stay.DaysBy(March(4, "23:59")), stay.DaysBy(March(5, "00:00")), stay.DaysBy(March(29, "23:30"))), Is.EqualTo((0, 1, 25)));
        Assert.That(InterimStay.NextDayAfter(InTheBed(), March(5, "09:00")), Is.EqualTo(March(6, "00:00")));
        Assert.That(NextSteps.TurnsIn(InTheBed(), March(5, "09:00")), Does.Contain(March(6, "00:00")));
        Assert.That(InterimStay.NextDayAfter(InTheBed(VacatedAt(March(5, "08:00"))), March(5, "09:00")), Is.Null);
    });

    [Test]
    public void A_positive_Checklist_starts_28_days_to_a_decision_and_a_negative_one_none() => Assert.Multiple(() =>
    {
        var positive = new ChecklistReceived(March(5, "10:00"), Positive: true, StaffRole.Nurse);
        var clock = InTheBed(positive).ClockOf("T29")!;
        Assert.That((clock.Due.DueOn, clock.IsOpen, clock.Awaits.What), Is.EqualTo(((LocalDate?)new LocalDate(2026, 4, 2), true, "decide-continuing-healthcare")));
        Assert.That(InTheBed(positive, new ContinuingHealthcareDecided(March(30, "10:00"), Eligible: false)).ClockOf("T29")!.StatusAt(April(9, "09:00")), Is.EqualTo(ClockStatus.Met));
        Assert.That(InTheBed(positive with { Positive = false }).ClockOf("T29"), Is.Null);
    });

    private static Readmitted Back(Instant at) => new(at, ReturnReason.Unwell);

    private static InterimBedHeld Held(Instant at) => new(at, StaffRole.SocialWorker);

    private static TestCaseData Row(string description, ClockStatus status, params Fact[] since) => new TestCaseData(status, since).SetArgDisplayNames(description);
}
