using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>
/// A person's referral to homes: sent, assessed by the home or by a trusted assessor, accepted, declined with reason, earliest admission day and hour, weekends, top-up, choice, self-funder.
/// The opening is entry 1, the referral to Rosewood 2, the one to Larchfield 3.
/// </summary>
public sealed class HomeReferralTests : DischargeCaseDecisions
{
    private const long ToRosewood = 2;
    private const long ToLarchfield = 3;

    private static readonly HomeReferralSent Asked = new(March(3, "09:00"), Rosewood, InterimBedKind.Nursing, StaffRole.DischargeCoordinator, March(5, "12:00"));
    private static readonly HomeReferralSent OtherAsked = new(March(3, "09:10"), Larchfield, InterimBedKind.Residential, StaffRole.DischargeCoordinator, March(4, "12:00"));
    private static readonly AssessedForHome ByTheHome = new(March(3, "11:00"), ToRosewood, HomeAssessor.Home, NeedsCanBeMet: true);
    private static readonly AssessedForHome ByTrustedAssessor = ByTheHome with { Assessor = HomeAssessor.TrustedAssessor };
    private static readonly AcceptedByHome Accepted = new(March(3, "13:00"), ToRosewood, March(5, "14:00"), AdmitsAtWeekends: false);
    private static readonly AcceptedByHome OtherAccepted = new(March(3, "13:10"), ToLarchfield, March(4, "10:00"), AdmitsAtWeekends: true);
    private static readonly AcceptedByHome WithTopUp = Accepted with { WeeklyTopUp = 7_500 };
    private static readonly DeclinedByHome Declined = new(March(3, "14:00"), ToRosewood, HomeDeclineReason.NoVacancy);
    private static readonly HomeChosen Chosen = new(March(3, "15:00"), ToRosewood, HomeChooser.Person, StaffRole.SocialWorker);
    private static readonly TopUpAgreed Agreed = new(March(3, "16:00"), ToRosewood, 7_500, TopUpPayer.Family, Note, StaffRole.SocialWorker);
    private static readonly HomeReferralTakenBack TakenBack = new(March(3, "12:00"), ToRosewood, HomeReferralEnd.PersonDoesNotWantIt, StaffRole.DischargeCoordinator);
    private static readonly SelfFunderMarked SelfFunder = new(March(2, "15:00"), PaysAlone: true, StaffRole.SocialWorker);

    private static readonly SendHomeReferral Ask = new(March(3, "09:00"), Rosewood, InterimBedKind.Nursing, StaffRole.DischargeCoordinator, March(5, "12:00"));
    private static readonly AssessForHome Assess = new(March(3, "11:00"), ToRosewood, HomeAssessor.Home, NeedsCanBeMet: true);
    private static readonly AcceptForHome Accept = new(March(3, "13:00"), ToRosewood, March(5, "14:00"), AdmitsAtWeekends: false);
    private static readonly DeclineForHome Decline = new(March(3, "14:00"), ToRosewood, HomeDeclineReason.NoVacancy);
    private static readonly ChooseHome Choose = new(March(3, "15:00"), ToRosewood, HomeChooser.Person, StaffRole.SocialWorker);
    private static readonly AgreeTopUp AgreeOnIt = new(March(3, "16:00"), ToRosewood, 7_500, TopUpPayer.Family, Note, StaffRole.SocialWorker);
    private static readonly TakeBackHomeReferral TakeBack = new(March(3, "12:00"), ToRosewood, HomeReferralEnd.PersonDoesNotWantIt, StaffRole.DischargeCoordinator);
    private static readonly MarkSelfFunder Mark = new(March(2, "15:00"), PaysAlone: true, StaffRole.SocialWorker);

    private static IEnumerable<TestCaseData> OfNoReferral => [.. Answers(1).Append(AgreeOnIt with { Referral = 1 }).Select(command => new TestCaseData(command).SetArgDisplayNames(command.GetType().Name))];

    private static IEnumerable<TestCaseData> InAnyOrder => [.. Answers(ToRosewood).Select(command => new TestCaseData(command).SetArgDisplayNames(command.GetType().Name))];

    private static IEnumerable<TestCaseData> WhateverASelfFunderAsks =>
    [
        .. Answers(ToRosewood).Append(Ask with { OccurredAt = March(3, "17:00") }).Append(AgreeOnIt).Select(command => new TestCaseData(command).SetArgDisplayNames(command.GetType().Name)),
    ];

    [Test]
    public void A_referral_is_sent_to_a_home() => Given(Opened).When(Ask.Decide).ThenRecorded(Asked);

    [Test]
    public void Several_homes_are_asked_at_once()
    {
        Given(Opened, Asked).When((Ask with { OccurredAt = March(3, "09:10"), Home = Larchfield, Kind = InterimBedKind.Residential, Due = March(4, "12:00") }).Decide).ThenRecorded(OtherAsked);
        Assert.That(
            HomeReferrals.Of(CaseOf(Opened, Asked, OtherAsked)).Select(referral => (referral.Entry, referral.Sent.Home, referral.IsAwaited)),
            Is.EqualTo(new[] { (ToRosewood, Rosewood, true), (ToLarchfield, Larchfield, true) }));
    }

    [Test]
    public void The_same_said_twice_is_recorded_once() => Assert.Multiple(() =>
    {
        Given(Opened, Asked).When(Ask.Decide).ThenRecordedNothing();
        Given(Opened, Asked, ByTheHome, Accepted).When(Accept.Decide).ThenRecordedNothing();
    });

    [Test]
    public void A_home_asked_twice_for_the_same_bed_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        Given(Opened, Asked).When((Ask with { OccurredAt = March(3, "10:00") }).Decide).ThenDeparting(SendHomeReferral.SentTwice);
        Given(Opened, Asked).When((Ask with { OccurredAt = March(3, "10:00"), Kind = InterimBedKind.Residential }).Decide).ThenRecorded(Asked with { OccurredAt = March(3, "10:00"), Kind = InterimBedKind.Residential });
        Given(Opened, Asked, Declined).When((Ask with { OccurredAt = March(4, "10:00") }).Decide).ThenRecorded(Asked with { OccurredAt = March(4, "10:00") });
    });

    [Test]
    public void A_referral_after_the_persons_death_is_recorded_and_says_so() =>
        Given(Opened, new PersonDied(March(2, "20:00"), PlaceOfDeath.Hospital)).When(Ask.Decide).ThenDeparting(OutOfCourse.AfterDeath);

    [TestCase(HomeAssessor.Home)]
    [TestCase(HomeAssessor.TrustedAssessor)]
    public void The_person_is_assessed_by_the_home_or_by_a_trusted_assessor(HomeAssessor assessor)
    {
        Given(Opened, Asked).When((Assess with { Assessor = assessor }).Decide).ThenRecorded(ByTheHome with { Assessor = assessor });
        Assert.That(Rose(Opened, Asked, ByTheHome with { Assessor = assessor }), Is.EqualTo((HomeReferralStatus.Assessed, (HomeAssessor?)assessor)));
    }

    [Test]
    public void A_trusted_assessors_word_is_enough_to_accept() => Given(Opened, Asked, ByTrustedAssessor).When(Accept.Decide).ThenRecorded(Accepted);

    [Test]
    public void An_acceptance_of_somebody_nobody_assessed_is_recorded_and_says_so() => Given(Opened, Asked).When(Accept.Decide).ThenDeparting(AcceptForHome.Unassessed);

    [Test]
    public void An_acceptance_against_the_last_assessment_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        Given(Opened, Asked, ByTheHome, CannotBeMet).When(Accept.Decide).ThenDeparting(AcceptForHome.AgainstAssessment);
        Given(Opened, Asked, CannotBeMet with { OccurredAt = March(3, "10:00") }, ByTheHome).When(Accept.Decide).ThenRecorded(Accepted);
    });

    [Test]
    public void A_home_accepts_and_declines_and_its_last_answer_counts() => Assert.Multiple(() =>
    {
        Given(Opened, Asked, ByTheHome).When(Accept.Decide).ThenRecorded(Accepted);
        Given(Opened, Asked, ByTheHome, Accepted).When(Decline.Decide).ThenRecorded(Declined);
        Assert.That(Rose(Opened, Asked, ByTheHome, Accepted).Status, Is.EqualTo(HomeReferralStatus.Accepted));
        Assert.That(Rose(Opened, Asked, ByTheHome, Accepted, Declined).Status, Is.EqualTo(HomeReferralStatus.Declined));
        Assert.That(Rose(Opened, Asked, ByTheHome, Declined, Accepted with { OccurredAt = March(3, "18:00") }).Status, Is.EqualTo(HomeReferralStatus.Accepted));
    });

    [Test]
    public void A_home_declines_with_a_reason() => Given(Opened, Asked, ByTheHome).When(Decline.Decide).ThenRecorded(Declined);

    [Test]
    public void A_decline_without_a_reason_is_recorded_and_says_so() => Given(Opened, Asked).When((Decline with { Reason = null }).Decide).ThenDeparting(DeclineForHome.WithoutReason);

    [Test]
    public void A_decline_by_the_chosen_home_is_recorded_and_says_so() =>
        Given(Opened, Asked, ByTheHome, Accepted, Chosen).When((Decline with { OccurredAt = March(3, "17:00") }).Decide).ThenDeparting(DeclineForHome.AfterChosen);

    [TestCase(5, "14:00", false, 5, "14:00", Description = "A Thursday")]
    [TestCase(7, "14:00", true, 7, "14:00", Description = "A Saturday, and the home admits at weekends")]
    [TestCase(7, "14:00", false, 9, "14:00", Description = "A Saturday, and it does not: the Monday after, at the same hour")]
    [TestCase(8, "09:30", false, 9, "09:30", Description = "A Sunday")]
    [TestCase(28, "14:00", false, 30, "14:00", Description = "The Saturday before the clocks go forward: the same hour on the wall")]
    [TestCase(6, "23:59", false, 6, "23:59", Description = "The last minute of a Friday")]
    public void The_earliest_admission_is_the_day_and_hour_the_home_gave_and_not_at_a_weekend_on_which_it_admits_nobody(int day, string hour, bool weekends, int from, string at) =>
        Assert.That(
            HomeReferrals.Find(CaseOf(Opened, Asked, ByTheHome, Accepted with { EarliestAdmission = March(day, hour), AdmitsAtWeekends = weekends }), ToRosewood)!.AdmissionFrom, Is.EqualTo(March(from, at)));

    [Test]
    public void An_earliest_day_at_a_weekend_on_which_the_home_admits_nobody_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        Given(Opened, Asked, ByTheHome).When((Accept with { EarliestAdmission = March(7, "14:00") }).Decide).ThenDeparting(AcceptForHome.EarliestAtWeekend);
        Given(Opened, Asked, ByTheHome).When((Accept with { EarliestAdmission = March(7, "14:00"), AdmitsAtWeekends = true }).Decide)
            .ThenRecorded(Accepted with { EarliestAdmission = March(7, "14:00"), AdmitsAtWeekends = true });
    });

    [Test]
    public void Whoever_has_not_been_accepted_has_no_earliest_admission() => Assert.Multiple(() =>
    {
        Assert.That(HomeReferrals.Find(CaseOf(Opened, Asked, ByTheHome), ToRosewood)!.AdmissionFrom, Is.Null);
        Assert.That(HomeReferrals.Find(CaseOf(Opened, Asked, ByTheHome, Accepted, Declined), ToRosewood)!.AdmissionFrom, Is.Null);
    });

    [Test]
    public void The_person_chooses_a_home_and_the_last_choice_counts()
    {
        Given(Opened, Asked, ByTheHome, Accepted).When(Choose.Decide).ThenRecorded(Chosen);
        var discharge = CaseOf(Opened, Asked, OtherAsked, Accepted, OtherAccepted, Chosen, Chosen with { OccurredAt = March(3, "17:00"), Referral = ToLarchfield });
        Assert.That(HomeReferrals.Chosen(discharge)?.Sent.Home, Is.EqualTo(Larchfield));
    }

    [TestCase(HomeChooser.AttorneyOrDeputy)]
    [TestCase(HomeChooser.Person)]
    public void Whoever_may_choose_for_the_person_chooses(HomeChooser chooser) =>
        Given(Opened, Asked, ByTheHome, Accepted).When((Choose with { ChosenBy = chooser }).Decide).ThenRecorded(Chosen with { ChosenBy = chooser });

    [Test]
    public void A_choice_of_a_home_that_has_not_accepted_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        Given(Opened, Asked, ByTheHome).When(Choose.Decide).ThenDeparting(ChooseHome.NotAccepted);
        Given(Opened, Asked, ByTheHome, Accepted, Declined).When(Choose.Decide).ThenDeparting(ChooseHome.NotAccepted);
    });

    [Test]
    public void A_home_settled_on_with_nobody_choosing_is_recorded_and_says_so() =>
        Given(Opened, Asked, ByTheHome, Accepted).When((Choose with { ChosenBy = HomeChooser.CareTransferHub }).Decide).ThenDeparting(ChooseHome.NobodyChose);

    [Test]
    public void A_choice_by_somebody_who_lacks_capacity_for_it_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        Given(Opened, Asked, ByTheHome, Accepted, Lacks).When(Choose.Decide).ThenDeparting(ChooseHome.WithoutCapacity);
        Given(Opened, Asked, ByTheHome, Accepted, Lacks, Lacks with { OccurredAt = March(3, "11:00"), Found = Capacity.Has }).When(Choose.Decide).ThenRecorded(Chosen);
    });

    [Test]
    public void A_choice_in_best_interests_rests_on_such_a_decision()
    {
        var inBestInterests = Choose with { ChosenBy = HomeChooser.BestInterests };
        Given(Opened, Asked, ByTheHome, Accepted, Lacks).When(inBestInterests.Decide).ThenDeparting(ChooseHome.WithoutDecision);
        Given(Opened, Asked, ByTheHome, Accepted, Lacks, DecidedThen).When(inBestInterests.Decide).ThenRecorded(Chosen with { ChosenBy = HomeChooser.BestInterests });
    }

    [Test]
    public void Once_the_chosen_home_declines_or_its_referral_is_taken_back_none_is_chosen() => Assert.Multiple(() =>
    {
        Assert.That(HomeReferrals.Chosen(CaseOf(Opened, Asked, Accepted, Chosen, Declined with { OccurredAt = March(3, "17:00") })), Is.Null);
        Assert.That(HomeReferrals.Chosen(CaseOf(Opened, Asked, Accepted, Chosen, TakenBack with { OccurredAt = March(3, "17:00") })), Is.Null);
        Assert.That(HomeReferrals.Chosen(CaseOf(Opened, Asked, Accepted, Chosen, Withdrawn(ToRosewood, March(3, "17:00")))), Is.Null);
    });

    [Test]
    public void A_top_up_is_agreed_by_whoever_pays_it()
    {
        Given(Opened, Asked, ByTheHome, WithTopUp).When(AgreeOnIt.Decide).ThenRecorded(Agreed);
        var referral = HomeReferrals.Find(CaseOf(Opened, Asked, ByTheHome, WithTopUp, Agreed), ToRosewood)!;
        Assert.That((referral.IsTopUpAgreed, referral.TopUp?.Payer, referral.TopUp?.AgreedBy), Is.EqualTo((true, (TopUpPayer?)TopUpPayer.Family, Note)));
    }

    [Test]
    public void A_top_up_nobody_asks_is_refused() => Assert.Multiple(() =>
    {
        Given(Opened, Asked, ByTheHome, Accepted).When(AgreeOnIt.Decide).ThenRefused(AgreeTopUp.NotAsked);
        Given(Opened, Asked, ByTheHome).When(AgreeOnIt.Decide).ThenRefused(AgreeTopUp.NotAsked);
        Given(Opened, Asked, ByTheHome, WithTopUp, Declined).When(AgreeOnIt.Decide).ThenRefused(AgreeTopUp.NotAsked);
    });

    [Test]
    public void A_top_up_of_another_amount_than_the_home_asks_is_refused() =>
        Given(Opened, Asked, ByTheHome, WithTopUp).When((AgreeOnIt with { Weekly = 5_000 }).Decide).ThenRefused(AgreeTopUp.OtherAmount);

    [Test]
    public void A_top_up_agreed_is_owed_anew_where_the_home_asks_more() =>
        Assert.That(
            HomeReferrals.Find(CaseOf(Opened, Asked, ByTheHome, WithTopUp, Agreed, WithTopUp with { OccurredAt = March(3, "18:00"), WeeklyTopUp = 9_000 }), ToRosewood)!.IsTopUpAgreed, Is.False);

    [Test]
    public void A_chosen_home_whose_top_up_nobody_agreed_is_warned_of() => Assert.Multiple(() =>
    {
        Assert.That(HomeReferralWarnings.Of(CaseOf(Opened, Asked, ByTheHome, WithTopUp, Chosen)), Is.EqualTo(new[] { HomeReferralWarnings.TopUpNotAgreed }));
        Assert.That(HomeReferralWarnings.Of(CaseOf(Opened, Asked, ByTheHome, WithTopUp, Chosen, Agreed)), Is.Empty);
        Assert.That(HomeReferralWarnings.Of(CaseOf(Opened, Asked, ByTheHome, WithTopUp)), Is.Empty, "not chosen");
        Assert.That(HomeReferralWarnings.Of(CaseOf(Opened, Asked, ByTheHome, WithTopUp, Chosen, SelfFunder)), Is.Empty, "pays for everything");
    });

    [Test]
    public void A_self_funder_is_marked_and_the_last_word_counts()
    {
        Given(Opened).When(Mark.Decide).ThenRecorded(SelfFunder);
        Assert.That(HomeReferrals.IsSelfFunder(CaseOf(Opened, SelfFunder)), Is.True);
        Assert.That(HomeReferrals.IsSelfFunder(CaseOf(Opened, SelfFunder, SelfFunder with { OccurredAt = March(3, "15:00"), PaysAlone = false })), Is.False);
    }

    [TestCaseSource(nameof(WhateverASelfFunderAsks))]
    public void A_self_funder_is_never_refused(DischargeCaseCommand command) =>
        Assert.That(command.Decide(CaseOf(Opened, Asked, ByTheHome, WithTopUp with { OccurredAt = March(3, "12:30") }, SelfFunder)), Is.InstanceOf<Decision<DischargeCaseEvent>.Accepted>());

    [Test]
    public void A_top_up_of_a_self_funder_is_recorded_and_says_so_whichever_is_said_first() => Assert.Multiple(() =>
    {
        Given(Opened, Asked, ByTheHome, WithTopUp, SelfFunder).When(AgreeOnIt.Decide).ThenDeparting(AgreeTopUp.OfSelfFunder);
        Given(Opened, Asked, ByTheHome, WithTopUp, Chosen, Agreed).When((Mark with { OccurredAt = March(4, "15:00") }).Decide).ThenDeparting(AgreeTopUp.OfSelfFunder);
        Given(Opened, Asked, ByTheHome, WithTopUp, Chosen, Agreed).When((Mark with { OccurredAt = March(4, "15:00"), PaysAlone = false }).Decide)
            .ThenRecorded(SelfFunder with { OccurredAt = March(4, "15:00"), PaysAlone = false });
    });

    [Test]
    public void A_referral_is_taken_back() => Given(Opened, Asked).When(TakeBack.Decide).ThenRecorded(TakenBack);

    [TestCaseSource(nameof(OfNoReferral))]
    public void What_is_said_of_a_referral_nobody_sent_is_refused(DischargeCaseCommand command) => Assert.Multiple(() =>
    {
        Given(Opened, Asked).When(command.Decide).ThenRefused(HomeReferralCommand.NoSuchReferral);
        Given(Asked, Opened, Withdrawn(1, March(3, "10:00"))).When(command.Decide).ThenRefused(HomeReferralCommand.NoSuchReferral);
    });

    [TestCaseSource(nameof(InAnyOrder))]
    public void What_is_dated_before_the_referral_or_after_it_was_taken_back_is_recorded_and_says_so(DischargeCaseCommand command) => Assert.Multiple(() =>
    {
        Assert.That(CodesOf(command.Decide(CaseOf(Opened, Asked with { OccurredAt = March(3, "22:00") }))), Does.Contain(HomeReferralCommand.BeforeSent.Code).And.None.EqualTo(HomeReferralCommand.AfterTakenBack.Code));
        Assert.That(
            CodesOf(command.Decide(CaseOf(Opened, Asked, TakenBack with { OccurredAt = March(3, "09:30") }))), Does.Contain(HomeReferralCommand.AfterTakenBack.Code).And.None.EqualTo(HomeReferralCommand.BeforeSent.Code));
    });

    [Test]
    public void What_became_of_a_referral_is_the_same_in_whatever_order_it_was_recorded()
    {
        Recorded[] answers = [ByTheHome, WithTopUp, Chosen, Agreed, Declined with { OccurredAt = March(3, "17:00") }, WithTopUp with { OccurredAt = March(3, "18:00"), WeeklyTopUp = 9_000 }];
        Assert.That(Summary([.. answers.Reverse()]), Is.EqualTo(Summary(answers)));

        static (HomeReferralAnswer?, long?, Instant?, bool) Summary(Recorded[] answers) =>
            CaseOf([Opened, Asked, .. answers]) is var discharge && HomeReferrals.Find(discharge, ToRosewood) is { } referral
                ? (referral.StandsAt, HomeReferrals.Chosen(discharge)?.Entry, referral.AdmissionFrom, referral.IsTopUpAgreed)
                : throw new AssertionException("There is no referral.");
    }

    [Test]
    public void Nothing_more_is_agreed_for_somebody_who_died() =>
        Given(Opened, Asked, ByTheHome, WithTopUp, new PersonDied(March(3, "15:30"), PlaceOfDeath.Hospital)).When(AgreeOnIt.Decide).ThenRefused(DischargeCaseDecision.PersonHadDied.Naming(5));

    private static AssessedForHome CannotBeMet => ByTheHome with { OccurredAt = March(3, "12:00"), NeedsCanBeMet = false };

    private static CapacityAssessed Lacks => LacksCapacity with { OccurredAt = March(3, "10:00") };

    private static BestInterestsDecided DecidedThen => DecidedForThem with { OccurredAt = March(3, "14:30") };

    private static IEnumerable<DischargeCaseCommand> Answers(long referral) =>
    [
        Assess with { Referral = referral }, Accept with { Referral = referral, OccurredAt = March(3, "13:30") }, Decline with { Referral = referral },
        Choose with { Referral = referral }, TakeBack with { Referral = referral },
    ];

    private static (HomeReferralStatus Status, HomeAssessor? Assessor) Rose(params Recorded[] recorded) =>
        HomeReferrals.Find(CaseOf(recorded), ToRosewood) is { } referral ? (referral.Status, referral.Assessment?.Assessor) : throw new AssertionException("There is no referral.");

    private static Listed<string> CodesOf(Decision<DischargeCaseEvent> decision) =>
        decision is Decision<DischargeCaseEvent>.Accepted accepted ? accepted.Facts[0].Departures : throw new AssertionException($"Refused: {decision}");
}
