using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>Once the person has died, is back in hospital or left of their own accord, what makes no sense any more is refused as a decision, and everything is recorded as a fact.</summary>
public sealed class AfterTheEndTests : DischargeCaseDecisions
{
    private static readonly Instant Later = March(5, "12:00");

    private static IEnumerable<TestCaseData> Decisions =>
    [
        new TestCaseData(new DecidePathway(Later, Pathway.Pathway0, PathwayReason.NoNewNeeds, StaffRole.DischargeCoordinator)).SetArgDisplayNames("a pathway"),
        new TestCaseData(new DecideDischarge(Later, StaffRole.Consultant)).SetArgDisplayNames("the discharge"),
        new TestCaseData(new DecideDischarge(Later, StaffRole.Consultant, new(SeniorRole.OnCallDirector, OverrideReason.PersonsWish))).SetArgDisplayNames("the discharge, by a senior"),
        new TestCaseData(new DecideRisk(Later, [Hazard.Falls], [new(WayToManageRisk.CareVisits)], WayToManageRisk.CareVisits, StaffRole.SocialWorker)).SetArgDisplayNames("a risk"),
    ];

    private static IEnumerable<TestCaseData> Facts =>
    [
        new TestCaseData(new PersonDied(March(5, "08:00"), PlaceOfDeath.AtHome)).SetArgDisplayNames("a death"),
        new TestCaseData(new Readmitted(March(5, "08:00"), ReturnReason.Fall)).SetArgDisplayNames("a readmission"),
        new TestCaseData(new DischargeFailed(March(5, "08:00"), ReturnReason.Fall)).SetArgDisplayNames("a failed discharge"),
    ];

    [TestCaseSource(nameof(Decisions))]
    public void After_a_death_it_is_refused_and_names_the_death(DischargeCaseDecision decision) =>
        Given(Opened, AtOnce(new PersonDied(March(5, "08:00"), PlaceOfDeath.Hospital))).When(decision.Decide).ThenRefused(DischargeCaseDecision.PersonHadDied.Naming(2));

    [TestCaseSource(nameof(Decisions))]
    public void After_a_readmission_it_is_refused_and_names_the_readmission(DischargeCaseDecision decision) =>
        Given(Opened, Left, AtOnce(new Readmitted(March(5, "08:00"), ReturnReason.Fall))).When(decision.Decide).ThenRefused(DischargeCaseDecision.PersonIsBack.Naming(3));

    [TestCaseSource(nameof(Decisions))]
    public void After_a_failed_discharge_it_is_refused_and_names_the_return(DischargeCaseDecision decision) =>
        Given(Opened, Left, AtOnce(new DischargeFailed(March(5, "08:00"), ReturnReason.Fall))).When(decision.Decide).ThenRefused(DischargeCaseDecision.PersonIsBack.Naming(3));

    [TestCaseSource(nameof(Decisions))]
    public void After_the_closing_it_is_refused_and_names_the_closing(DischargeCaseDecision decision) =>
        Given(Opened, Left, AtOnce(new CaseClosed(March(5, "08:00"), CaseOutcome.Transferred))).When(decision.Decide).ThenRefused(DischargeCaseDecision.CaseIsClosed.Naming(3));

    [Test]
    public void After_a_self_discharge_nobody_decides_to_discharge_and_the_refusal_names_the_leaving() =>
        Given(Opened, Left with { SelfDischarge = true }).When(new DecideDischarge(Later, StaffRole.Consultant).Decide).ThenRefused(DecideDischarge.AfterLeaving.Naming(2));

    [Test]
    public void After_a_self_discharge_a_pathway_can_still_be_decided_for_there_is_somebody_at_home_who_may_need_it() =>
        Given(Opened, Assessed, Left with { SelfDischarge = true })
            .When(new DecidePathway(Later, Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator).Decide)
            .ThenRecorded(new PathwayDecided(Later, Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator));

    [TestCaseSource(nameof(Facts))]
    public void A_decision_dated_before_it_is_taken_although_it_is_recorded_after_it(DischargeCaseEvent end) =>
        Given(Opened, Ready, Assessed, Left, AtOnce(end))
            .When(new DecidePathway(March(4, "11:00"), Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator).Decide)
            .ThenRecorded(OnPathway1);

    [TestCaseSource(nameof(Facts))]
    public void Who_pays_can_still_be_agreed(DischargeCaseEvent end) =>
        Given(Opened, Left, AtOnce(end))
            .When(new AgreeFundingSplit(Later, new(50, 50, 0), new LocalDate(2026, 3, 4), FundingAgreement.HealthAndSocialCare).Decide)
            .ThenRecorded(new FundingSplitAgreed(Later, new(50, 50, 0), new LocalDate(2026, 3, 4), FundingAgreement.HealthAndSocialCare));

    [TestCaseSource(nameof(Facts))]
    public void The_case_can_be_closed(DischargeCaseEvent end)
    {
        var outcome = end is PersonDied ? CaseOutcome.Died : CaseOutcome.Hospital;
        Given(Opened, Left, AtOnce(end)).When(new CloseCase(Later, outcome).Decide).ThenRecorded(new CaseClosed(Later, outcome));
    }

    [TestCaseSource(nameof(Facts))]
    public void A_fact_of_any_kind_is_recorded(DischargeCaseEvent end)
    {
        var discharge = CaseAfterOpening([Left, end]);
        DischargeCaseCommand[] facts =
        [
            new ReviewCriteriaToReside(Later, [], MedicallyStable: true, StaffRole.Nurse), new AssessFunction(Later, StaffRole.OccupationalTherapist, []), new SeeAtHome(Later, StaffRole.OccupationalTherapist),
            new CheckWelfare(Later, StaffRole.CareWorker, WelfareOutcome.SafeAndWell), new ReportTransferItem(Later, TransferItem.Medicines, TransferItemState.Needed),
            new RecordOutcome(Later, CaseOutcome.Hospital), new StartDelay(Later, DelayCodeset.Acute2022.Find("v")!, Owner.Ward), new Involve(Later, Party.Carer, StaffRole.Nurse),
            new RecommendPathway(Later, Pathway.Pathway3, StaffRole.Doctor), new MovePerson(Later, Ward: "Elm"), new ArriveAtDestination(Later, ReceiverRole.Nobody),
        ];
        Assert.That(facts.Select(fact => fact.Decide(discharge)), Is.All.InstanceOf<Decision<DischargeCaseEvent>.Accepted>());
    }
}
