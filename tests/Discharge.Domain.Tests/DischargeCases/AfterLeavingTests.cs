using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What is recorded once somebody has left; dead or alive, at home or back in hospital.</summary>
public sealed class AfterLeavingTests : DischargeCaseDecisions
{
    private static readonly Instant Evening = March(4, "20:00");

    private static readonly PersonDied Died = new(Evening, PlaceOfDeath.AtHome);

    private static readonly TransferItemReported SomebodyHasToBeThere = new(March(4, "12:00"), TransferItem.Receiver, TransferItemState.Arranged);

    private static IEnumerable<TestCaseData> Facts =>
    [
        Row(new ArriveAtDestination(Evening, ReceiverRole.FamilyOrFriend), new ArrivedAtDestination(Evening, ReceiverRole.FamilyOrFriend)),
        Row(new Readmit(Evening, ReturnReason.Fall, Westbrook), new Readmitted(Evening, ReturnReason.Fall, Westbrook)),
        Row(new AssessInCommunity(Evening, StaffRole.SocialWorker, [FunctionalNeed.PersonalCare]), new CommunityAssessmentMade(Evening, StaffRole.SocialWorker, [FunctionalNeed.PersonalCare])),
        Row(new StartPackageOfCare(Evening, Northgate, PackageStart.RestartedChanged, 4, DoubleHanded: true), new PackageOfCareStarted(Evening, Northgate, PackageStart.RestartedChanged, 4, DoubleHanded: true)),
        Row(new RecordOutcome(Evening, CaseOutcome.HomeWithSupport), new OutcomeRecorded(Evening, CaseOutcome.HomeWithSupport)),
    ];

    [TestCaseSource(nameof(Facts))]
    public void It_is_recorded(DischargeCaseCommand command, DischargeCaseEvent fact) => Given(Opened, Left).When(command.Decide).ThenRecorded(fact);

    [TestCaseSource(nameof(Facts))]
    public void With_nobody_gone_it_is_recorded_and_says_so(DischargeCaseCommand command, DischargeCaseEvent fact) =>
        Given(Opened).When(command.Decide).ThenDeparting(OutOfCourse.NotLeftYet);

    [TestCaseSource(nameof(Facts))]
    public void Again_it_records_nothing(DischargeCaseCommand command, DischargeCaseEvent fact) => Given(Opened, Left, fact).When(command.Decide).ThenRecordedNothing();

    private static IEnumerable<DischargeCaseCommand> OnTheLiving =>
    [
        new ArriveAtDestination(March(5, "09:00"), ReceiverRole.FamilyOrFriend),
        new Readmit(March(5, "09:00"), ReturnReason.Fall),
        new AssessInCommunity(March(5, "09:00"), StaffRole.SocialWorker, []),
        new StartPackageOfCare(March(5, "09:00"), Northgate, PackageStart.New, 4, DoubleHanded: false),
        new SeeAtHome(March(5, "09:00"), StaffRole.Nurse),
        new CheckWelfare(March(5, "09:00"), StaffRole.Nurse, WelfareOutcome.SafeAndWell),
        new MakeFirstCareCall(March(5, "09:00"), Northgate),
    ];

    [TestCaseSource(nameof(OnTheLiving))]
    public void After_a_death_it_is_recorded_and_says_so(DischargeCaseCommand command) => Given(Opened, Left, Died).When(command.Decide).ThenDeparting(OutOfCourse.AfterDeath);

    [Test]
    public void Leaving_after_a_death_is_recorded_and_says_so() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked, Died with { OccurredAt = March(4, "13:00") })
            .When(new LeaveHospital(March(4, "14:00"), Destination.OwnHome).Decide)
            .ThenDeparting(OutOfCourse.AfterDeath);

    [Test]
    public void A_death_is_recorded_at_any_moment() =>
        Assert.Multiple(() =>
        {
            Given(Opened).When(new RecordDeath(Evening, PlaceOfDeath.Hospital).Decide).ThenRecorded(Died with { Place = PlaceOfDeath.Hospital });
            Given(Opened, Left, FoundWell).When(new RecordDeath(Evening, PlaceOfDeath.AtHome).Decide).ThenRecorded(Died);
        });

    [Test]
    public void A_death_dated_before_the_person_was_seen_is_recorded_and_says_so() =>
        Given(Opened, Left, Seen).When(new RecordDeath(Evening, PlaceOfDeath.AtHome).Decide).ThenDeparting(RecordDeath.SeenAlive);

    [TestCase("20:01", PlaceOfDeath.AtHome)]
    [TestCase("20:00", PlaceOfDeath.Hospice)]
    public void Another_death_is_refused_naming_the_one_on_record(string time, PlaceOfDeath place) =>
        Given(Opened, Left, Died).When(new RecordDeath(March(4, time), place).Decide).ThenRefused(RecordDeath.AlreadyDied.Naming(3));

    [Test]
    public void Another_arrival_is_refused_naming_the_one_on_record() =>
        Given(Opened, Left, new ArrivedAtDestination(Evening, ReceiverRole.Neighbour))
            .When(new ArriveAtDestination(Evening, ReceiverRole.CareWorker).Decide)
            .ThenRefused(ArriveAtDestination.AlreadyArrived.Naming(3));

    [Test]
    public void Arriving_where_somebody_had_to_be_and_nobody_was_says_so() =>
        Given(Opened, SomebodyHasToBeThere, Left).When(new ArriveAtDestination(Evening, ReceiverRole.Nobody).Decide).ThenDeparting(ArriveAtDestination.NobodyThere);

    [Test]
    public void Arriving_alone_where_nobody_had_to_be_is_in_order() =>
        Given(Opened, SomebodyHasToBeThere, SomebodyHasToBeThere with { OccurredAt = March(4, "13:00"), State = TransferItemState.NotNeeded }, Left)
            .When(new ArriveAtDestination(Evening, ReceiverRole.Nobody).Decide)
            .ThenRecorded(new ArrivedAtDestination(Evening, ReceiverRole.Nobody));

    [Test]
    public void Coming_back_before_being_seen_is_a_failed_discharge() =>
        Given(Opened, Left).When(new ReportFailedDischarge(Evening, ReturnReason.CareNotThere).Decide).ThenDeparting(ReportFailedDischarge.CameBackUnseen);

    [Test]
    public void Coming_back_after_being_seen_is_recorded_and_says_that_it_is_a_readmission() =>
        Given(Opened, Left, Seen).When(new ReportFailedDischarge(March(5, "20:00"), ReturnReason.Unwell).Decide).ThenDeparting(ReportFailedDischarge.SeenByThen);

    [Test]
    public void A_second_failure_is_refused_naming_the_one_on_record() =>
        Given(Opened, Left, new DischargeFailed(Evening, ReturnReason.Fall))
            .When(new ReportFailedDischarge(Evening, ReturnReason.Unwell).Decide)
            .ThenRefused(ReportFailedDischarge.AlreadyFailed.Naming(3));

    [Test]
    public void A_second_readmission_belongs_to_another_case() =>
        Given(Opened, Left, new Readmitted(Evening, ReturnReason.Fall))
            .When(new Readmit(March(9, "09:00"), ReturnReason.Fall).Decide)
            .ThenRefused(Readmit.AlreadyReadmitted.Naming(3));

    [Test]
    public void An_assessment_in_the_community_by_somebody_who_does_not_assess_says_so() =>
        Given(Opened, Left).When(new AssessInCommunity(Evening, StaffRole.Volunteer, []).Decide).ThenDeparting(AssessInCommunity.ByNonAssessingRole);

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(25)]
    public void A_package_of_no_visits_or_of_more_than_there_are_hours_cannot_be_read(int visits) =>
        Given(Opened, Left).When(new StartPackageOfCare(Evening, Northgate, PackageStart.New, visits, DoubleHanded: false).Decide).ThenRefused(StartPackageOfCare.NotSoManyVisits);

    [Test]
    public void A_package_restarted_after_another_is_a_new_fact() =>
        Given(Opened, Left, new PackageOfCareStarted(Evening, Northgate, PackageStart.New, 4, DoubleHanded: true))
            .When(new StartPackageOfCare(March(8, "08:00"), Westbrook, PackageStart.RestartedAtTheSameLevel, 4, DoubleHanded: true).Decide)
            .ThenRecorded(new PackageOfCareStarted(March(8, "08:00"), Westbrook, PackageStart.RestartedAtTheSameLevel, 4, DoubleHanded: true));

    [Test]
    public void An_outcome_that_says_otherwise_than_the_record_whether_the_person_lives_says_so()
    {
        Given(Opened, Left).When(new RecordOutcome(March(5, "09:00"), CaseOutcome.Died).Decide).ThenDeparting(RecordOutcome.ContradictsDeath);
        Given(Opened, Left, Died).When(new RecordOutcome(March(5, "09:00"), CaseOutcome.HomeWithSupport).Decide).ThenDeparting(RecordOutcome.ContradictsDeath);
        Given(Opened, Died).When(new RecordOutcome(March(5, "09:00"), CaseOutcome.Died).Decide).ThenRecorded(new OutcomeRecorded(March(5, "09:00"), CaseOutcome.Died));
    }

    private static readonly WelfareCheckCompleted NeedsSomebody = FoundWellAt(Evening) with { Outcome = WelfareOutcome.UrgentHelpNeeded };

    private static IEnumerable<TestCaseData> InNeed =>
    [
        Step("Needs somebody now", "send-help-now for ReablementTeam by 20:00", NeedsSomebody),
        Step("And somebody went", null, NeedsSomebody, SeenAt(March(4, "20:40"), StaffRole.CareWorker)),
        Step("And was found well since", null, NeedsSomebody, FoundWellAt(March(4, "20:40"))),
        Step("And still does", "send-help-now for ReablementTeam by 21:00", NeedsSomebody, NeedsSomebody with { OccurredAt = March(4, "21:00") }),
        Step("Found well", null, FoundWellAt(Evening)),
        Step("Arrived where somebody had to be and nobody was", "go-to-person-alone for CareTransferHub by 20:00", SomebodyHasToBeThere, new ArrivedAtDestination(Evening, ReceiverRole.Nobody)),
        Step("And a care worker came", null, SomebodyHasToBeThere, new ArrivedAtDestination(Evening, ReceiverRole.Nobody), new FirstCareCallMade(March(4, "20:40"), Northgate)),
        Step("Arrived and was received", null, SomebodyHasToBeThere, new ArrivedAtDestination(Evening, ReceiverRole.Neighbour)),
        Step("Arrived alone where nobody had to be", null, new ArrivedAtDestination(Evening, ReceiverRole.Nobody)),
    ];

    [TestCaseSource(nameof(InNeed))]
    public void Somebody_who_needs_somebody_at_once_is_next_until_somebody_came(string? step, DischargeCaseEvent[] facts)
    {
        var discharge = CaseAfterOpening([OnPathway1, VisitBooked, Left, .. facts]);
        Assert.That(
            NextSteps.Of(discharge, discharge.Clocks()).Where(next => next.What is "send-help-now" or "go-to-person-alone").Select(next => $"{next.What} for {next.Owner} by {next.Due:HH:mm}").SingleOrDefault(),
            Is.EqualTo(step));
    }

    [Test]
    public void A_person_who_died_or_is_back_in_hospital_has_only_the_case_to_be_closed() =>
        Assert.That(
            new Fact[] { Died, new Readmitted(Evening, ReturnReason.Fall), new DischargeFailed(Evening, ReturnReason.Fall) }
                .Select(end => CaseOf(Opened, OnPathway1, Left, end))
                .SelectMany(discharge => NextSteps.Of(discharge, discharge.Clocks()))
                .Select(step => step.What),
            Is.EqualTo(new[] { "close-case", "close-case", "close-case" }));

    [Test]
    public void Once_the_outcome_says_that_they_are_elsewhere_the_case_may_be_closed() =>
        Assert.That(
            CaseOf(Opened, OnPathway1, Left, new OutcomeRecorded(Evening, CaseOutcome.LongTermCareHome)) is var discharge
                ? NextSteps.Of(discharge, discharge.Clocks()).Select(step => step.What)
                : [],
            Does.Contain("close-case"));

    private static TestCaseData Step(string description, string? step, params DischargeCaseEvent[] facts) => new TestCaseData(step, facts).SetArgDisplayNames(description);

    private static TestCaseData Row(DischargeCaseCommand command, DischargeCaseEvent fact) => new TestCaseData(command, fact).SetArgDisplayNames(command.GetType().Name);
}
