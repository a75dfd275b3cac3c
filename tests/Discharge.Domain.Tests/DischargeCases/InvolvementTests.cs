using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>The duty to involve the person and their carer (Care Act 2014 s74), and what is recorded about them.</summary>
public sealed class InvolvementTests : DischargeCaseDecisions
{
    private static readonly DischargePlanOpened Planning = new(March(2, "10:00"), StaffRole.Nurse);
    private static readonly PartyInvolved PersonInvolved = new(March(2, "14:00"), Party.Person, StaffRole.SocialWorker, Note);
    private static readonly PartyInvolved CarerInvolved = new(March(2, "15:00"), Party.Carer, StaffRole.SocialWorker);
    private static readonly CarerNamed Daughter = new(March(2, "09:30"), CarerRelationship.Child, LivesWithPerson: true);
    private static readonly PathwayRecommended Recommended = new(March(2, "11:00"), Pathway.Pathway1, StaffRole.Nurse);

    private static IEnumerable<TestCaseData> Duties =>
    [
        Row("No plans yet", [Daughter]),
        Row("Planning began", [Planning], InvolvementDuty.PersonNotInvolved),
        Row("An expected date is a plan", [new DischargeExpected(March(2, "11:00"), new LocalDate(2026, 3, 6), StaffRole.Nurse)], InvolvementDuty.PersonNotInvolved),
        Row("A pathway recommended is a plan", [Recommended], InvolvementDuty.PersonNotInvolved),
        Row("A pathway decided is a plan", [OnPathway1], InvolvementDuty.PersonNotInvolved),
        Row("A decision to discharge is a plan", [DecidedToDischarge], InvolvementDuty.PersonNotInvolved),
        Row("The person involved", [Planning, PersonInvolved]),
        Row("A carer is named and nobody is involved", [Daughter, Planning], InvolvementDuty.PersonNotInvolved, InvolvementDuty.CarerNotInvolved),
        Row("The person involved and the carer not", [Daughter, Planning, PersonInvolved], InvolvementDuty.CarerNotInvolved),
        Row("The carer involved and the person not", [Daughter, Planning, CarerInvolved], InvolvementDuty.PersonNotInvolved),
        Row("Both involved", [Daughter, Planning, PersonInvolved, CarerInvolved]),
        Row("The involvement withdrawn", [Planning, PersonInvolved, Withdrawn(3, March(2, "16:00"))], InvolvementDuty.PersonNotInvolved),
        Row("Opened in error", [Planning, Withdrawn(1, March(2, "16:00"))]),
    ];

    [TestCaseSource(nameof(Duties))]
    public void A_plan_with_nobody_involved_is_warned_of(Fact[] facts, Departure[] warnings) =>
        Assert.That(InvolvementDuty.Of(CaseAfterOpening(facts)).Warnings(), Is.EqualTo(warnings));

    [Test]
    public void A_plan_with_nobody_involved_is_a_next_step() =>
        Assert.That(PersonSteps.Of(CaseOf(Opened, Daughter, Planning)).Select(step => step.What), Is.EqualTo(new[] { "involve-person", "involve-carer" }));

    [Test]
    public void The_duty_shows_when_planning_began_and_when_each_was_involved() =>
        Assert.That(
            InvolvementDuty.Of(CaseOf(Opened, Daughter, Recommended, Planning, CarerInvolved, PersonInvolved)),
            Is.EqualTo(new InvolvementDuty(March(2, "10:00"), March(2, "14:00"), March(2, "15:00"), HasCarer: true)));

    [Test]
    public void Nobody_involved_blocks_nothing() =>
        Given(Opened, Planning, Ready, Assessed, OnPathway1).When(new DecideDischarge(March(4, "11:30"), StaffRole.Consultant).Decide).ThenRecorded(DecidedToDischarge);

    [Test]
    public void What_the_person_said_they_want_is_recorded() =>
        Given(Opened).When(new Involve(March(2, "14:00"), Party.Person, StaffRole.SocialWorker, Note).Decide).ThenRecorded(PersonInvolved);

    [Test]
    public void An_objection_is_recorded_and_says_so() =>
        Given(Opened).When(new RaiseObjection(March(3, "10:00"), Party.Carer, ObjectionTo.Discharge, StaffRole.Nurse).Decide).ThenDeparting(RaiseObjection.Objected);

    [Test]
    public void Consent_refused_is_a_fact_in_order() =>
        Given(Opened).When(Consent(ConsentAnswer.Refused).Decide).ThenRecorded(Answered(ConsentAnswer.Refused, "11:00"));

    [Test]
    public void Consent_given_and_withdrawn_is_in_order() =>
        Given(Opened, Answered(ConsentAnswer.Given, "10:00")).When(Consent(ConsentAnswer.Withdrawn).Decide).ThenRecorded(Answered(ConsentAnswer.Withdrawn, "11:00"));

    [Test]
    public void Consent_withdrawn_that_was_never_given_is_recorded_and_says_so() =>
        Given(Opened, Answered(ConsentAnswer.Refused, "10:00")).When(Consent(ConsentAnswer.Withdrawn).Decide).ThenDeparting(RecordConsent.WithdrawnWithoutGiven);

    [Test]
    public void A_best_interests_decision_for_which_the_person_lacks_capacity_is_in_order() =>
        Given(Opened, Found(DecisionInQuestion.WhereToLive, Capacity.Lacks))
            .When(InBestInterests.Decide)
            .ThenRecorded(new BestInterestsDecided(March(3, "12:00"), DecisionInQuestion.WhereToLive, StaffRole.SocialWorker));

    [Test]
    public void A_best_interests_decision_with_capacity_or_for_another_decision_is_recorded_and_says_so()
    {
        Given(Opened, Found(DecisionInQuestion.WhereToLive, Capacity.Has)).When(InBestInterests.Decide).ThenDeparting(DecideInBestInterests.WithoutLackOfCapacity);
        Given(Opened, Found(DecisionInQuestion.Money, Capacity.Lacks)).When(InBestInterests.Decide).ThenDeparting(DecideInBestInterests.WithoutLackOfCapacity);
    }

    [Test]
    public void An_attorney_whose_document_nobody_saw_is_recorded_and_says_so() =>
        Given(Opened).When(new RecordAttorney(March(3, "10:00"), PowerToAct.DeputyHealthAndWelfare, DocumentSeen: false).Decide).ThenDeparting(RecordAttorney.NotSeen);

    [Test]
    public void A_disputed_authority_is_recorded_and_says_so() =>
        Given(Opened).When(new ChangeAuthority(March(3, "10:00"), new(AuthorityStanding.Disputed), StaffRole.SocialWorker).Decide).ThenDeparting(ChangeAuthority.Disputed);

    [Test]
    public void A_safeguarding_concern_is_recorded_as_sensitive_and_so_is_its_withdrawal()
    {
        var raised = new SafeguardingConcernRaised(March(3, "10:00"), StaffRole.Nurse, Note);
        Given(Opened).When(new RaiseSafeguardingConcern(March(3, "10:00"), StaffRole.Nurse, Note).Decide).ThenRecorded(raised);
        var history = HistoryOf(Opened, raised, Ready, Withdrawn(2, March(4, "10:00")), Withdrawn(3, March(4, "10:00")));
        Assert.That(history.Entries.Where(entry => SensitiveFacts.ClassOf(entry, history) is SensitiveClass.Safeguarding).Select(entry => entry.Version), Is.EqualTo(new[] { 2L, 4L }));
    }

    [TestCase("bn", true)]
    [TestCase("pt-BR", true)]
    [TestCase("bfi", true)]
    [TestCase("english language", false)]
    [TestCase("b", false)]
    [TestCase("", false)]
    public void A_language_is_tagged_as_BCP_47_tags_it(string text, bool isOne) => Assert.That(LanguageTag.TryParse(text, out _), Is.EqualTo(isOne));

    private static RecordConsent Consent(ConsentAnswer answer) => new(March(3, "11:00"), ConsentTo.SharingInformation, answer, StaffRole.Nurse);

    private static ConsentAnswered Answered(ConsentAnswer answer, string time) => new(March(3, time), ConsentTo.SharingInformation, answer, StaffRole.Nurse);

    private static DecideInBestInterests InBestInterests => new(March(3, "12:00"), DecisionInQuestion.WhereToLive, StaffRole.SocialWorker);

    private static CapacityAssessed Found(DecisionInQuestion decision, Capacity found) => new(March(3, "10:00"), decision, found, StaffRole.Doctor);

    private static TestCaseData Row(string description, Fact[] facts, params Departure[] warnings) => new TestCaseData(facts, warnings).SetArgDisplayNames(description);
}
