using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>The pathway recommended beside the one decided, advice, and who pays which part (A1).</summary>
public sealed class PathwayPlanTests : DischargeCaseDecisions
{
    private static readonly DecidePathway Decide = new(March(4, "11:00"), Pathway.Pathway2, PathwayReason.BeddedRecovery, StaffRole.DischargeCoordinator);

    [Test]
    public void A_pathway_decided_as_recommended_is_in_order() =>
        Given(Opened, Recommended(Pathway.Pathway2, "10:00")).When(Decide.Decide).ThenRecorded(Decided);

    [Test]
    public void A_pathway_decided_with_none_recommended_is_in_order() => Given(Opened).When(Decide.Decide).ThenRecorded(Decided);

    [Test]
    public void A_pathway_that_differs_from_the_one_recommended_without_a_reason_says_so() =>
        Given(Opened, Recommended(Pathway.Pathway1, "10:00")).When(Decide.Decide).ThenDeparting(DecidePathway.DiffersWithoutReason);

    [Test]
    public void A_pathway_that_differs_with_a_reason_is_in_order() =>
        Given(Opened, Recommended(Pathway.Pathway1, "10:00"))
            .When((Decide with { Difference = ReasonForDifference.PersonsChoice }).Decide)
            .ThenRecorded(Decided with { Difference = ReasonForDifference.PersonsChoice });

    [Test]
    public void The_last_recommendation_by_then_counts() =>
        Given(Opened, Recommended(Pathway.Pathway1, "09:00"), Recommended(Pathway.Pathway2, "10:00"), Recommended(Pathway.Pathway3, "12:00"))
            .When(Decide.Decide)
            .ThenRecorded(Decided);

    [Test]
    public void Advice_or_signposting_is_recorded_on_pathway_0() =>
        Given(Opened, OnPathway(Pathway.Pathway0))
            .When(new Advise(March(4, "12:00"), [AdviceOn.VoluntarySector], AdviceGivenAs.SignpostedElsewhere, StaffRole.Nurse).Decide)
            .ThenRecorded(new AdviceGiven(March(4, "12:00"), [AdviceOn.VoluntarySector], AdviceGivenAs.SignpostedElsewhere, StaffRole.Nurse));

    [TestCase(50, 50, 0)]
    [TestCase(0, 0, 100)]
    [TestCase(33, 33, 34)]
    public void The_case_carries_a_funding_split_of_health_social_care_and_self_funded(int health, int socialCare, int selfFunded) =>
        Given(Opened).When(Agree(health, socialCare, selfFunded).Decide).ThenRecorded(
            new FundingSplitAgreed(March(4, "12:00"), new(health, socialCare, selfFunded), new LocalDate(2026, 3, 5), FundingAgreement.HealthAndSocialCare));

    [TestCase(50, 49, 0)]
    [TestCase(50, 50, 1)]
    [TestCase(150, -50, 0)]
    [TestCase(int.MaxValue, int.MaxValue, 102)]
    public void A_funding_split_that_does_not_add_up_to_100_is_refused(int health, int socialCare, int selfFunded) =>
        Given(Opened).When(Agree(health, socialCare, selfFunded).Decide).ThenRefused(AgreeFundingSplit.NotWhole);

    [Test]
    public void A_functional_assessment_carries_what_it_found_in_detail()
    {
        var detail = new FunctionDetail(MovingAndHandling.WithHoist, Cognition.Delirium, [EquipmentKind.Hoist], new FunctionScore(OutcomeMeasure.BarthelIndex, 45), Note);
        Given(Opened)
            .When(new AssessFunction(March(4, "10:00"), StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement], null, detail).Decide)
            .ThenRecorded(Assessed with { Detail = detail });
    }

    private static PathwayDecided Decided => new(March(4, "11:00"), Pathway.Pathway2, PathwayReason.BeddedRecovery, StaffRole.DischargeCoordinator);

    private static PathwayRecommended Recommended(Pathway pathway, string time) => new(March(4, time), pathway, StaffRole.OccupationalTherapist);

    private static AgreeFundingSplit Agree(int health, int socialCare, int selfFunded) =>
        new(March(4, "12:00"), new(health, socialCare, selfFunded), new LocalDate(2026, 3, 5), FundingAgreement.HealthAndSocialCare);
}
