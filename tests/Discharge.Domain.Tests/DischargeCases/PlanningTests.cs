using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class PlanningTests : DischargeCaseDecisions
{
    private static readonly DischargePlanOpened Planned = new(March(2, "09:30"), StaffRole.Nurse);

    private static readonly DischargeExpected Expected = ExpectedOn(5, March(2, "11:30"));

    private static DischargeExpected ExpectedOn(int day, Instant at, ExpectedDateReason? reason = null) => new(at, new LocalDate(2026, 3, day), StaffRole.Nurse, reason);

    private static ExpectDischarge ExpectOn(int day, Instant at, ExpectedDateReason? reason = null) => new(at, new LocalDate(2026, 3, day), StaffRole.Nurse, reason);

    [Test]
    public void A_plan_is_opened() => Given(Opened).When(new OpenPlan(March(2, "09:30"), StaffRole.Nurse).Decide).ThenRecorded(Planned);

    [Test]
    public void The_same_plan_again_records_nothing() => Given(Opened, Planned).When(new OpenPlan(March(2, "09:30"), StaffRole.Nurse).Decide).ThenRecordedNothing();

    [Test]
    public void Another_plan_is_refused_naming_the_one_on_record() =>
        Given(Opened, Planned).When(new OpenPlan(March(3, "09:30"), StaffRole.Nurse).Decide).ThenRefused(OpenPlan.AlreadyPlanned.Naming(2));

    [Test]
    public void A_plan_opened_after_leaving_is_recorded_and_says_so() =>
        Given(Opened, Left).When(new OpenPlan(March(4, "14:01"), StaffRole.Nurse).Decide).ThenDeparting(OpenPlan.AfterLeaving);

    [Test]
    public void A_first_expected_date_needs_no_reason() => Given(Opened).When(ExpectOn(5, March(2, "11:30")).Decide).ThenRecorded(Expected);

    [Test]
    public void A_date_confirmed_needs_no_reason() => Given(Opened, Expected).When(ExpectOn(5, March(3, "09:00")).Decide).ThenRecorded(ExpectedOn(5, March(3, "09:00")));

    [Test]
    public void The_same_date_set_at_the_same_moment_records_nothing() => Given(Opened, Expected).When(ExpectOn(5, March(2, "11:30")).Decide).ThenRecordedNothing();

    [Test]
    public void A_date_is_changed_with_its_reason() =>
        Given(Opened, Expected)
            .When(ExpectOn(7, March(3, "09:00"), ExpectedDateReason.AwaitingServices).Decide)
            .ThenRecorded(ExpectedOn(7, March(3, "09:00"), ExpectedDateReason.AwaitingServices));

    [Test]
    public void A_date_changed_without_a_reason_is_recorded_and_says_so() =>
        Given(Opened, Expected).When(ExpectOn(7, March(3, "09:00")).Decide).ThenDeparting(ExpectDischarge.ChangedWithoutReason);

    [Test]
    public void A_date_that_had_gone_by_when_it_was_set_is_recorded_and_says_so() =>
        Given(Opened).When(ExpectOn(2, March(3, "09:00")).Decide).ThenDeparting(ExpectDischarge.GoneBy);

    [Test]
    public void A_date_set_after_leaving_is_recorded_and_says_so() =>
        Given(Opened, Left).When(ExpectOn(5, March(4, "14:01")).Decide).ThenDeparting(ExpectDischarge.AfterLeaving);

    private static IEnumerable<TestCaseData> Drifts =>
    [
        Row("Set once", 0, 0, Expected),
        Row("Confirmed", 0, 0, Expected, ExpectedOn(5, March(3, "09:00"))),
        Row("Two days later", 2, 1, Expected, ExpectedOn(7, March(3, "09:00"))),
        Row("Nearer", -1, 1, Expected, ExpectedOn(4, March(3, "09:00"))),
        Row("There and back is no drift and two changes", 0, 2, Expected, ExpectedOn(7, March(3, "09:00")), ExpectedOn(5, March(3, "16:00"))),
        Row("The first date is the one set first, though recorded last", 3, 1, ExpectedOn(7, March(3, "09:00")), ExpectedOn(4, March(2, "10:00"))),
        Row("A withdrawn date counts for nothing", 0, 0, Expected, ExpectedOn(7, March(3, "09:00")), Withdrawn(3, March(3, "10:00"))),
    ];

    [TestCaseSource(nameof(Drifts))]
    public void Drift_is_the_days_between_the_first_and_the_current_expected_date(int days, int changes, Fact[] facts)
    {
        var expected = ExpectedDischarge.Of(CaseAfterOpening(facts))!;
        Assert.That((expected.DriftDays, expected.Changes.Count), Is.EqualTo((days, changes)));
    }

    [Test]
    public void No_date_set_is_no_drift_but_nothing() => Assert.That(ExpectedDischarge.Of(CaseOf(Opened)), Is.Null);

    [Test]
    public void Early_recognition_is_the_hours_from_admission_to_the_plan_opened_and_to_the_first_expected_date() => Assert.That(
        EarlyRecognition.Of(CaseOf(Opened, Planned, Expected, ExpectedOn(7, March(3, "09:00")))), Is.EqualTo(new EarlyRecognition(Duration.FromHours(12), Duration.FromHours(14))));

    [Test]
    public void It_counts_from_an_admission_recorded_later() => Assert.That(
        EarlyRecognition.Of(CaseOf(Opened with { AdmittedAt = null }, Planned, new PersonAdmitted(March(2, "10:30"), AdmissionMethod.Planned))),
        Is.EqualTo(new EarlyRecognition(Duration.FromHours(-1), null)));

    [Test]
    public void It_is_nothing_while_nobody_knows_when_the_person_was_admitted() =>
        Assert.That(EarlyRecognition.Of(CaseOf(Opened with { AdmittedAt = null }, Planned)), Is.EqualTo(new EarlyRecognition(null, null)));

    [Test]
    public void From_admission_on_a_plan_and_an_expected_date_are_asked_for_until_there_are_both() => Assert.Multiple(() =>
    {
        Assert.That(Steps(Opened), Does.Contain("open-plan").And.Contain("set-expected-date"));
        Assert.That(Steps(Opened, Planned), Does.Contain("set-expected-date").And.Not.Contain("open-plan"));
        Assert.That(Steps(Opened, Expected), Does.Contain("open-plan").And.Not.Contain("set-expected-date"));
        Assert.That(Steps(Opened, Planned, Expected), Has.None.AnyOf("open-plan", "set-expected-date"));
        Assert.That(Steps(Opened, Planned, Expected, Withdrawn(2, March(3, "09:00"))), Does.Contain("open-plan"));
    });

    [Test]
    public void Of_somebody_who_left_or_died_without_them_nobody_asks_for_them() => Assert.Multiple(() =>
    {
        Assert.That(Steps(Opened, Left), Has.None.AnyOf("open-plan", "set-expected-date"));
        Assert.That(Steps(Opened, new PersonDied(March(3, "09:00"), PlaceOfDeath.Hospital)), Has.None.AnyOf("open-plan", "set-expected-date"));
    });

    private static IEnumerable<string> Steps(params Fact[] facts) => NextSteps.Of(CaseAfterOpening(facts[1..]), []).Select(step => step.What);

    private static TestCaseData Row(string description, int days, int changes, params Fact[] facts) => new TestCaseData(days, changes, facts).SetArgDisplayNames(description);
}
