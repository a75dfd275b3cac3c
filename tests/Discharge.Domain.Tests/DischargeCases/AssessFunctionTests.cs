using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class AssessFunctionTests : DischargeCaseDecisions
{
    private static AssessFunction Assess(Instant at) => new(at, StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement]);

    [Test]
    public void An_assessment_is_recorded() => Given(Opened).When(Assess(March(4, "10:00")).Decide).ThenRecorded(Assessed);

    [Test]
    public void The_same_assessment_again_records_nothing() => Given(Opened, Assessed).When(Assess(March(4, "10:00")).Decide).ThenRecordedNothing();

    [Test]
    public void A_person_may_be_assessed_again_at_another_moment() =>
        Given(Opened, Ready, Assessed).When(Assess(March(4, "10:30")).Decide).ThenRecorded(Assessed with { OccurredAt = March(4, "10:30") });

    [TestCase(true)]
    [TestCase(false)]
    public void The_last_assessment_by_its_moment_counts_whichever_was_recorded_first(bool inOrder)
    {
        var again = Assessed with { OccurredAt = March(9, "10:00"), Needs = [FunctionalNeed.PersonalCare] };
        Assert.That(CaseAfterOpening(inOrder ? [Assessed, again] : [again, Assessed]).FunctionalAssessment, Is.EqualTo(again));
    }

    [Test]
    public void An_assessment_of_the_same_moment_with_other_needs_is_refused_naming_the_one_on_record() =>
        Given(Opened, Assessed).When((Assess(March(4, "10:00")) with { Needs = [FunctionalNeed.Equipment] }).Decide).ThenRefused(AssessFunction.AlreadyAssessed.Naming(2));

    [Test]
    public void After_the_one_on_record_is_withdrawn_another_is_recorded() =>
        Given(Opened, Assessed, Withdrawn(2, March(4, "10:20")))
            .When(Assess(March(4, "10:30")).Decide)
            .ThenRecorded(Assessed with { OccurredAt = March(4, "10:30") });

    [Test]
    public void An_assessment_dated_after_leaving_is_recorded_and_says_so() =>
        Given(Opened, Left).When(Assess(March(4, "15:00")).Decide).ThenDeparting(AssessFunction.AfterLeaving);

    [Test]
    public void An_assessment_before_leaving_recorded_late_is_in_order() =>
        Given(Opened, Left).When(Assess(March(4, "10:00")).Decide).ThenRecorded(Assessed);

    [TestCase(StaffRole.CareWorker)]
    [TestCase(StaffRole.Volunteer)]
    [TestCase(StaffRole.DeliveryDriver)]
    [TestCase(StaffRole.DischargeCoordinator)]
    public void An_assessment_in_a_role_that_does_not_assess_is_recorded_and_says_so(StaffRole by) =>
        Given(Opened).When((Assess(March(4, "10:00")) with { By = by }).Decide).ThenDeparting(AssessFunction.ByNonAssessingRole);

    [TestCase(StaffRole.Consultant)]
    [TestCase(StaffRole.Doctor)]
    [TestCase(StaffRole.Nurse)]
    [TestCase(StaffRole.Physiotherapist)]
    [TestCase(StaffRole.SocialWorker)]
    [TestCase(StaffRole.IndependentLivingAssessor)]
    public void An_assessment_in_a_role_that_assesses_is_in_order(StaffRole by) =>
        Given(Opened).When((Assess(March(4, "10:00")) with { By = by }).Decide).ThenRecorded(Assessed with { By = by });

    [Test]
    public void An_assessment_dated_after_the_case_was_closed_is_recorded_and_says_so() =>
        Given(Opened, Ready, OnPathway1, Left, Seen, Closed)
            .When(Assess(March(6, "12:01")).Decide)
            .ThenDeparting(DischargeCase.AfterClosing, AssessFunction.AfterLeaving);
}
