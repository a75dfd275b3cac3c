using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the assessment says of Pathway 1 (A1), statement by statement.</summary>
public sealed class PathwayOneTests : DischargeCaseDecisions
{
    private static readonly DecideDischarge Decide = new(March(4, "11:30"), StaffRole.Consultant);

    [Test]
    public void People_discharged_are_medically_stable() =>
        Given(Opened, Ready with { MedicallyStable = false }, Assessed, OnPathway1).When(Decide.Decide).ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.Stability));

    [Test]
    public void People_discharged_no_longer_need_acute_care() =>
        Given(Opened, Ready with { Met = [CriterionToReside.IntravenousFluids] }, Assessed, OnPathway1)
            .When(Decide.Decide)
            .ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.NotReady));

    [Test]
    public void Their_function_is_assessed_at_the_hospital() =>
        Given(Opened, Ready, OnPathway1).When(Decide.Decide).ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.Assessment));

    [Test]
    public void With_all_three_on_record_the_decision_is_accepted() =>
        Given(Opened, Ready, Assessed, OnPathway1).When(Decide.Decide).ThenRecorded(DecidedToDischarge);

    [Test]
    public void A_senior_decision_maker_overrides_with_reason_and_role_which_can_be_counted() =>
        Given(Opened, Ready, OnPathway1)
            .When((Decide with { Override = new(SeniorRole.Consultant, OverrideReason.PersonsWish) }).Decide)
            .ThenDeparting(DecideDischarge.Overridden(WhatDischargeNeeds.Assessment));

    [Test]
    public void Leaving_is_always_recorded_with_what_was_missing() =>
        Given(Opened, OnPathway1).When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide).ThenDeparting(
            LeaveHospital.MeetingCriteria, LeaveHospital.NotStable, LeaveHospital.NotAssessed, LeaveHospital.WithoutDecision, LeftWithout.WithoutHomeVisit);

    [Test]
    public void Leaving_starts_every_clock_that_it_starts_whatever_was_missing() =>
        Assert.That(
            CaseOf(Opened, Left).Clocks().Select(clock => (clock.Rule.Id, clock.Start.Fact)),
            Is.EqualTo(new[] { ("T01", (Fact)Left), ("T25", Left) }));

    [Test]
    public void Leaving_without_an_assessment_alerts_the_hub() => Assert.That(LeaveHospital.NotAssessed.Owner, Is.EqualTo(Owner.CareTransferHub));

    [Test]
    public void The_person_is_seen_within_24_hours_at_home_or_a_breach_is_recorded() =>
        Assert.Multiple(() =>
        {
            Assert.That(HistoryOf(Opened, OnPathway1, Left, FoundWell, Seen).LookedAt(March(9, "09:00")).Told(), Has.None.Contains("breached"));
            Assert.That(HistoryOf(Opened, OnPathway1, Left, FoundWell).LookedAt(March(9, "09:00")).Told().Last(), Is.EqualTo("5 T01 breached"));
        });

    [Test]
    public void The_24_hours_start_at_discharge_and_not_at_the_functional_assessment() =>
        Assert.That(CaseOf(Opened, Assessed, OnPathway1, Left).ClockOf("T01")!.Due.DueAt, Is.EqualTo(March(5, "14:00")));

    [Test]
    public void A_delivery_drivers_call_is_not_being_seen() =>
        Assert.That(CaseOf(Opened, OnPathway1, Left, SeenAt(March(5, "10:00"), StaffRole.DeliveryDriver)).SeenAtHome, Is.Null);

    [Test]
    public void The_rule_says_that_it_is_the_assessments() =>
        Assert.That((Rule("T01").Standing.Kind, Rule("T01").Standing.Citation), Is.EqualTo((StandingKind.Assessment, "A1")));

    [Test]
    public void Early_recognition_is_measured_in_hours_from_admission_to_the_plan_opened_and_to_the_first_expected_date()
    {
        var early = EarlyRecognition.Of(CaseOf(
            Opened, new DischargePlanOpened(March(2, "09:30"), StaffRole.Nurse), new DischargeExpected(March(3, "21:30"), new(2026, 3, 5), StaffRole.Doctor), new DischargeExpected(March(2, "21:30"), new(2026, 3, 6), StaffRole.Doctor)));
        Assert.That((early.ToPlan, early.ToFirstExpectedDate), Is.EqualTo((Duration.FromHours(12), Duration.FromHours(24))));
    }

    [Test]
    public void The_transfer_is_safe_or_leaving_says_what_was_open() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked, new TransferItemReported(March(4, "12:00"), TransferItem.Medicines, TransferItemState.Arranged))
            .When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide)
            .ThenDeparting(LeftWithout.WithoutMedicines);

    [Test]
    public void Leaving_with_something_missing_alerts_the_hub_at_once() =>
        Assert.That(
            ToldToTheHub.Of(CaseOf(Opened, Ready, OnPathway1, DecidedToDischarge, VisitBooked, Left)).Select(told => (told.Rule, told.Level)),
            Is.EqualTo(new[] { (LeaveHospital.NotAssessed.Code, LadderLevel.L3) }));

    [Test]
    public void The_person_is_further_assessed_in_the_community() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Left, Seen)
            .When(new AssessInCommunity(March(6, "10:00"), StaffRole.SocialWorker, [FunctionalNeed.PersonalCare]).Decide)
            .ThenRecorded(new CommunityAssessmentMade(March(6, "10:00"), StaffRole.SocialWorker, [FunctionalNeed.PersonalCare]));

    [TestCase(50, 50, 0, Description = "Jointly by health and social care")]
    [TestCase(40, 40, 20, Description = "The person pays a part")]
    [TestCase(0, 0, 100, Description = "The person pays for themselves")]
    public void The_case_carries_who_funds_which_part_health_social_care_and_the_person(int health, int socialCare, int selfFunded) =>
        Given(Opened, Ready, Assessed, OnPathway1)
            .When(new AgreeFundingSplit(March(4, "12:00"), new(health, socialCare, selfFunded), new(2026, 3, 4), FundingAgreement.HealthAndSocialCare).Decide)
            .ThenRecorded(new FundingSplitAgreed(March(4, "12:00"), new(health, socialCare, selfFunded), new(2026, 3, 4), FundingAgreement.HealthAndSocialCare));
}
