using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ReviewCriteriaToResideTests : DischargeCaseDecisions
{
    private static ReviewCriteriaToReside FindReady(Instant at) => new(at, [], MedicallyStable: true, StaffRole.Consultant);

    private static ReviewCriteriaToReside FindUnready(Instant at) => new(at, [CriterionToReside.IntravenousFluids], MedicallyStable: false, StaffRole.Doctor);

    [Test]
    public void A_review_is_recorded_with_the_criteria_it_found_met() =>
        Given(Opened)
            .When(new ReviewCriteriaToReside(
                March(3, "09:00"), [CriterionToReside.NewsAboveThree, CriterionToReside.IntravenousFluids], MedicallyStable: false, StaffRole.Nurse, Note).Decide)
            .ThenRecorded(new CriteriaToResideReviewed(
                March(3, "09:00"), [CriterionToReside.IntravenousFluids, CriterionToReside.NewsAboveThree], false, StaffRole.Nurse, Note));

    [Test]
    public void A_review_is_repeatable() => Given(Opened, Ready).When(FindReady(March(4, "16:00")).Decide).ThenRecorded(ReadyAt(March(4, "16:00")));

    [Test]
    public void A_review_by_somebody_else_at_the_same_moment_is_another_review() =>
        Given(Opened, Ready)
            .When((FindReady(March(4, "09:00")) with { By = StaffRole.Nurse }).Decide)
            .ThenRecorded(Ready with { By = StaffRole.Nurse });

    [Test]
    public void The_same_review_again_records_nothing() => Given(Opened, Ready).When(FindReady(March(4, "09:00")).Decide).ThenRecordedNothing();

    [Test]
    public void A_review_dated_after_leaving_is_recorded_and_says_so() =>
        Given(Opened, Left).When(FindReady(March(4, "14:01")).Decide).ThenDeparting(ReviewCriteriaToReside.AfterLeaving);

    [Test]
    public void A_review_before_leaving_recorded_late_is_in_order() =>
        Given(Opened, Left).When(FindReady(March(4, "09:00")).Decide).ThenRecorded(Ready);

    [Test]
    public void A_late_review_that_contradicts_the_decision_to_discharge_is_recorded_and_flagged() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge)
            .When(FindUnready(March(4, "11:15")).Decide)
            .ThenDeparting(ReviewCriteriaToReside.ContradictsDischarge);

    [Test]
    public void So_is_one_that_contradicts_a_decision_that_criteria_met_again_had_ended_since() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, NeedsBedAt(March(6, "09:00")))
            .When(FindUnready(March(4, "11:15")).Decide)
            .ThenDeparting(ReviewCriteriaToReside.ContradictsDischarge);

    [Test]
    public void A_late_review_that_finds_somebody_who_left_not_stable_is_recorded_and_flagged() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Left)
            .When((FindReady(March(4, "13:00")) with { MedicallyStable = false }).Decide)
            .ThenDeparting(ReviewCriteriaToReside.ContradictsDischarge);

    [Test]
    public void A_late_review_that_a_later_one_had_overtaken_contradicts_nothing() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Left)
            .When(FindUnready(March(3, "09:00")).Decide)
            .ThenRecorded(NeedsBedAt(March(3, "09:00")));

    [Test]
    public void Meeting_criteria_again_after_the_decision_contradicts_nothing_while_the_person_stays() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge)
            .When(FindUnready(March(4, "12:00")).Decide)
            .ThenRecorded(NeedsBedAt(March(4, "12:00")));

    [Test]
    public void A_review_before_the_admission_is_recorded_and_says_so() =>
        Given(Opened).When(FindReady(March(1, "21:29")).Decide).ThenDeparting(DischargeCase.BeforeAdmission);

    [Test]
    public void A_review_between_admission_and_opening_is_in_order() =>
        Given(Opened).When(FindReady(March(1, "21:30")).Decide).ThenRecorded(ReadyAt(March(1, "21:30")));

    [Test]
    public void A_review_of_somebody_first_heard_of_before_their_admission_is_in_order() =>
        Given(Opened with { AdmittedAt = March(3, "08:00") }).When(FindReady(March(2, "10:00")).Decide).ThenRecorded(ReadyAt(March(2, "10:00")));

    [Test]
    public void A_review_before_anybody_had_heard_of_a_person_with_no_admission_known_says_so() =>
        Given(Opened with { AdmittedAt = null }).When(FindReady(March(2, "08:59")).Decide).ThenDeparting(DischargeCase.BeforeAdmission);

    [Test]
    public void The_same_criteria_in_another_order_or_said_twice_are_the_same_review()
    {
        var review = new ReviewCriteriaToReside(March(4, "09:00"), [CriterionToReside.LastHoursOfLife, CriterionToReside.NewsAboveThree, CriterionToReside.LastHoursOfLife], MedicallyStable: false, StaffRole.Nurse);
        var recorded = new CriteriaToResideReviewed(March(4, "09:00"), [CriterionToReside.NewsAboveThree, CriterionToReside.LastHoursOfLife], MedicallyStable: false, StaffRole.Nurse);

        Given(Opened).When(review.Decide).ThenRecorded(recorded);
        Given(Opened, recorded).When(review.Decide).ThenRecordedNothing();
    }

    private static readonly Instant Evening = March(4, "16:00");

    private static IEnumerable<TestCaseData> NextReviews =>
    [
        new TestCaseData(Evening, new Fact[] { NeedsBedAt(March(4, "09:00")) with { NextReview = Evening } }).SetArgDisplayNames("Not ready"),
        new TestCaseData(Evening, new Fact[] { Ready with { NextReview = Evening } }).SetArgDisplayNames("Ready"),
        new TestCaseData(Evening, new Fact[] { Ready with { NextReview = Evening }, new WardRoundAttended(March(5, "09:00"), [WardRoundAttendance.Health]) }).SetArgDisplayNames("Ready, and a round passed without it"),
        new TestCaseData(null, new Fact[] { NeedsBedAt(March(4, "09:00")) with { NextReview = Evening }, NeedsBedAt(Evening) }).SetArgDisplayNames("Reviewed since, and no time set for the next"),
    ];

    [TestCaseSource(nameof(NextReviews))]
    public void The_next_review_is_due_when_the_last_said_and_asked_for_once(Instant? due, Fact[] facts) => Assert.That(
        NextSteps.Of(CaseAfterOpening(facts), []).Where(step => step.What == "review-criteria-to-reside").Select(step => step.Due), Is.EqualTo(new[] { due }));

    [Test]
    public void Of_somebody_ready_no_other_review_is_asked_for_where_none_is_set() =>
        Assert.That(NextSteps.Of(CaseAfterOpening([Ready]), []).Select(step => step.What), Does.Not.Contain("review-criteria-to-reside"));
}
