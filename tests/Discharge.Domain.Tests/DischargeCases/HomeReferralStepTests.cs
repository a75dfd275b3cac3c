using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What is next of referrals to care homes and whose it is; what is warned of, and what deals with it. The opening is entry 1, Rosewood's referral 2, Larchfield's 3.</summary>
public sealed class HomeReferralStepTests
{
    private static readonly string[] Ours =
        ["assess-for-home", "answer-home-referral", "choose-home", "refer-to-another-home", "arrange-admission", "agree-top-up", "take-back-home-referral"];

    private static readonly HomeReferralSent Asked = new(March(3, "09:00"), Rosewood, InterimBedKind.Nursing, StaffRole.DischargeCoordinator, March(5, "12:00"));
    private static readonly HomeReferralSent OtherAsked = new(March(3, "09:10"), Larchfield, InterimBedKind.Residential, StaffRole.DischargeCoordinator, March(4, "12:00"));
    private static readonly AssessedForHome Assessed = new(March(3, "11:00"), 2, HomeAssessor.TrustedAssessor, NeedsCanBeMet: true);
    private static readonly AcceptedByHome Accepted = new(March(3, "13:00"), 2, March(5, "14:00"), AdmitsAtWeekends: false);
    private static readonly AcceptedByHome OtherAccepted = new(March(3, "13:10"), 3, March(4, "10:00"), AdmitsAtWeekends: true);
    private static readonly AcceptedByHome WithTopUp = Accepted with { WeeklyTopUp = 7_500 };
    private static readonly DeclinedByHome Declined = new(March(3, "13:00"), 2, HomeDeclineReason.NoVacancy);
    private static readonly DeclinedByHome OtherDeclined = Declined with { Referral = 3 };
    private static readonly HomeChosen Chosen = new(March(3, "15:00"), 2, HomeChooser.Person, StaffRole.SocialWorker);
    private static readonly TopUpAgreed Agreed = new(March(3, "16:00"), 2, 7_500, TopUpPayer.Family, Note, StaffRole.SocialWorker);
    private static readonly HomeReferralTakenBack TakenBack = new(March(3, "17:00"), 3, HomeReferralEnd.AnotherHomeChosen, StaffRole.DischargeCoordinator);
    private static readonly SelfFunderMarked SelfFunder = new(March(3, "10:00"), PaysAlone: true, StaffRole.SocialWorker);

    private static IEnumerable<TestCaseData> NextRows =>
    [
        Next("Sent: each home is to assess", ["assess-for-home 3 VN7R1", "assess-for-home 2 VM4K2"]),
        Next("Assessed: that home is to answer", ["assess-for-home 3 VN7R1", "answer-home-referral 2 VM4K2"], Assessed),
        Next("Accepted: the person chooses, the other may still answer", ["assess-for-home 3 VN7R1", "choose-home"], Assessed, Accepted),
        Next("One declined: the other is awaited", ["assess-for-home 3 VN7R1"], Declined),
        Next("All declined: another is asked", ["refer-to-another-home"], Declined, OtherDeclined),
        Next("Chosen: admitted there, and the other waits for nobody", ["arrange-admission 2 VM4K2", "take-back-home-referral 3 VN7R1"], Accepted, OtherAccepted, Chosen),
        Next("And once it is taken back", ["arrange-admission 2 VM4K2"], Accepted, OtherAccepted, Chosen, TakenBack),
        Next("With a top-up nobody agreed", ["agree-top-up 2", "arrange-admission 2 VM4K2"], WithTopUp, Chosen, TakenBack),
        Next("With one agreed", ["arrange-admission 2 VM4K2"], WithTopUp, Chosen, Agreed, TakenBack),
        Next("With one of a self-funder", ["arrange-admission 2 VM4K2"], SelfFunder, WithTopUp, Chosen, TakenBack),
        Next("Chosen before it answered", ["answer-home-referral 2 VM4K2", "take-back-home-referral 3 VN7R1"], Assessed, Chosen),
        Next("The chosen one declined: the other that accepted is there to choose", ["choose-home"], Accepted, OtherAccepted, Chosen, Declined with { OccurredAt = March(3, "18:00") }),
        Next("Taken back, and nothing declined: nothing", [], TakenBack, TakenBack with { Referral = 2 }),
        Next("Left for the chosen home", ["take-back-home-referral 3 VN7R1"], Accepted, OtherAccepted, Chosen, LeftForCareHome),
        Next("In the chosen home", [], Accepted, Chosen, TakenBack, LeftForCareHome, PathwayThreeStory.Arrived),
        Next("Gone home: a home that has not answered waits for nobody", ["take-back-home-referral 2 VM4K2", "take-back-home-referral 3 VN7R1"], Assessed, Left),
    ];

    private static IEnumerable<TestCaseData> DealtWithRows =>
    [
        Row(SendHomeReferral.SentTwice, Asked with { OccurredAt = March(3, "10:00") }, TakenBack with { Referral = 2 }),
        Row(HomeReferralCommand.BeforeSent, Assessed with { OccurredAt = March(3, "08:00") }, Withdrawn(2, March(3, "20:00"))),
        Row(HomeReferralCommand.AfterTakenBack, Assessed, Withdrawn(5, March(3, "20:00")), TakenBack with { Referral = 2, OccurredAt = March(3, "10:00") }),
        Row(AcceptForHome.Unassessed, Accepted, Assessed with { OccurredAt = March(3, "19:00") }),
        Row(AcceptForHome.Unassessed, Accepted, Declined with { OccurredAt = March(3, "19:00") }),
        Row(AcceptForHome.AgainstAssessment, Accepted, Assessed with { OccurredAt = March(3, "19:00") }, Assessed with { NeedsCanBeMet = false }),
        Row(AcceptForHome.EarliestAtWeekend, Accepted with { EarliestAdmission = March(7, "10:00") }, Accepted with { OccurredAt = March(3, "19:00"), EarliestAdmission = March(9, "10:00") }),
        Row(DeclineForHome.WithoutReason, Declined with { Reason = null }, Declined with { OccurredAt = March(3, "19:00") }),
        Row(DeclineForHome.AfterChosen, Declined, Chosen with { Referral = 3 }),
        Row(ChooseHome.NotAccepted, Chosen, Accepted with { OccurredAt = March(3, "19:00") }),
        Row(ChooseHome.NobodyChose, Chosen with { ChosenBy = HomeChooser.CareTransferHub }, Chosen with { OccurredAt = March(3, "19:00") }),
        Row(ChooseHome.WithoutCapacity, Chosen, Chosen with { OccurredAt = March(3, "19:00"), ChosenBy = HomeChooser.AttorneyOrDeputy }),
        Row(ChooseHome.WithoutDecision, Chosen with { ChosenBy = HomeChooser.BestInterests }, DecidedForThem),
        Row(AgreeTopUp.OfSelfFunder, Agreed, SelfFunder with { OccurredAt = March(3, "19:00"), PaysAlone = false }, SelfFunder),
    ];

    [TestCaseSource(nameof(NextRows))]
    public void What_is_next_follows_from_where_the_referrals_stand(string[] next, DischargeCaseEvent[] since) =>
        Assert.That(
            HomeReferralSteps(Case(since)).Select(step => $"{step.What} {step.Entry} {step.Organisation}".TrimEnd()), Is.EqualTo(next));

    [Test]
    public void What_a_home_owes_is_due_when_its_answer_is_and_is_the_homes_and_the_rest_is_the_hubs()
    {
        Assert.That(
            HomeReferralSteps(Case()).Select(step => (step.Owner, step.Organisation, step.Due)),
            Is.EqualTo(new[] { (Owner.NamedOrganisation, Larchfield, (Instant?)March(4, "12:00")), (Owner.NamedOrganisation, Rosewood, March(5, "12:00")) }));
        Assert.That(HomeReferralSteps(Case(WithTopUp, OtherAccepted, Chosen)).Select(step => step.Owner), Has.Exactly(3).Items.And.All.EqualTo(Owner.CareTransferHub));
    }

    [TestCaseSource(nameof(DealtWithRows))]
    public void A_departure_is_warned_of_until_it_is_dealt_with(Departure departure, DischargeCaseEvent departing, Fact dealing, DischargeCaseEvent[] before)
    {
        Fact[] facts = [Asked, OtherAsked, departing with { Departures = [departure.Code] }, .. before];
        Assert.That(DischargeCaseDepartures.StandingIn(CaseAfterOpening(facts)), Does.Contain(departure));
        Assert.That(DischargeCaseDepartures.StandingIn(CaseAfterOpening([.. facts, dealing])), Does.Not.Contain(departure));
    }

    [Test]
    public void Whoever_is_in_another_home_than_they_chose_is_warned_of() => Assert.Multiple(() =>
    {
        Assert.That(HomeReferralWarnings.Of(Case(Accepted, Chosen, LeftForCareHome, ArrivedAt(March(4, "15:00"), InResidentialHome))), Is.EqualTo(new[] { HomeReferralWarnings.NotTheHomeChosen }));
        Assert.That(HomeReferralWarnings.Of(Case(Accepted, Chosen, LeftForCareHome, ArrivedAt(March(4, "15:00")))), Is.Empty);
        Assert.That(
            HomeReferralWarnings.Of(Case(Accepted, Chosen with { OccurredAt = March(6, "10:00") }, LeftForCareHome, ArrivedAt(March(4, "15:00"), InResidentialHome))), Is.Empty, "chosen from there, to go to next");
    });

    [Test]
    public void A_case_closed_while_a_home_still_waits_says_so()
    {
        Assert.That(ClosedWith.OpenIn(Case(Assessed, Left)), Does.Contain(ClosedWith.ReferralOpen));
        Assert.That(ClosedWith.OpenIn(Case(Accepted, Chosen, TakenBack, LeftForCareHome, PathwayThreeStory.Arrived)), Does.Not.Contain(ClosedWith.ReferralOpen));
    }

    private static DischargeCase Case(params DischargeCaseEvent[] since) => CaseAfterOpening([Asked, OtherAsked, .. since]);

    private static IEnumerable<NextStep> HomeReferralSteps(DischargeCase discharge) => NextSteps.Of(discharge, discharge.Clocks()).Where(step => Ours.Contains(step.What));

    private static TestCaseData Next(string what, string[] next, params DischargeCaseEvent[] since) => new TestCaseData(next, since).SetArgDisplayNames(what);

    private static TestCaseData Row(Departure departure, DischargeCaseEvent departing, Fact dealing, params DischargeCaseEvent[] before) =>
        new TestCaseData(departure, departing, dealing, before).SetArgDisplayNames($"{departure.Code}: {dealing.GetType().Name}");
}
