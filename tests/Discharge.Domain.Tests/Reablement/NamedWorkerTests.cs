using Discharge.Domain.Deciding;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

public sealed class NamedWorkerTests : ReablementDecisions
{
    private static readonly DutyWorkerNamed OnDuty = new(March(2, "08:00"), Duty, ReablementRole.SocialWorker, new(2026, 3, 2), new(2026, 3, 2));

    private static AllocateWorker Allocate => new(March(2, "09:40"), Olu, ReablementRole.OccupationalTherapist, TeamDay.NothingSaid);

    private static AllocateWorker AllocateWhenFull => Allocate with { Day = new(Room: 3, Given: 3, OnDuty) };

    private static WorkerAllocated AllocatedToDuty => new(March(2, "09:40"), Duty, ReablementRole.SocialWorker, OverCapacity: true, InsteadOf: Olu);

    private static HandOverCase HandOver => new(March(5, "09:00"), Petra, ReablementRole.Physiotherapist, HandOverReason.Workload);

    private static CoverWorker Cover => new(March(4, "08:00"), Petra, ReablementRole.Physiotherapist);

    private static LeaveTeam Leave => new(March(6, "17:00"), Lead);

    [Test]
    public void A_named_worker_is_allocated() => Given(Referred, Accepted).When(Allocate.Decide).ThenRecorded(AllocatedToOlu);

    [TestCase(ReablementRole.SocialWorker)]
    [TestCase(ReablementRole.OccupationalTherapist)]
    [TestCase(ReablementRole.Physiotherapist)]
    [TestCase(ReablementRole.IndependentLivingAssessor)]
    public void The_team_is_multi_disciplinary_and_the_named_worker_may_be_of_any_of_its_professions(ReablementRole role) =>
        Given(Referred, Accepted).When(new AllocateWorker(March(2, "09:40"), Olu, role, TeamDay.NothingSaid).Decide).ThenRecorded(AllocatedToOlu with { Role = role });

    [Test]
    public void Allocation_may_come_before_the_answer() => Given(Referred).When(Allocate.Decide).ThenRecorded(AllocatedToOlu);

    [Test]
    public void Allocation_is_never_refused_when_the_team_is_full_the_worker_on_duty_is_allocated_and_over_capacity_recorded() =>
        Given(Referred, Accepted).When(AllocateWhenFull.Decide).ThenRecordedWith(AllocateWorker.OverCapacity, AllocatedToDuty with { Departures = ["reablement.over-capacity"] });

    [Test]
    public void The_worker_on_duty_may_be_the_one_asked_for() => Given(Referred, Accepted).When((AllocateWhenFull with { Worker = Duty, Role = ReablementRole.SocialWorker }).Decide)
        .ThenRecordedWith(AllocateWorker.OverCapacity, AllocatedToDuty with { InsteadOf = null, Departures = ["reablement.over-capacity"] });

    [Test]
    public void Where_the_team_is_full_and_nobody_is_on_duty_whoever_was_asked_for_gets_the_case_all_the_same() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted).When((Allocate with { Day = new(Room: 0, Given: 0, OnDuty: null) }).Decide).ThenDeparting(AllocateWorker.OverCapacity, AllocateWorker.NobodyOnDuty);
        Assert.That(
            ((Decision<ReablementEvent>.Accepted)(Allocate with { Day = new(Room: 0, Given: 0, OnDuty: null) }).Decide(CaseOf(Referred, Accepted))).Facts,
            Is.EqualTo([AllocatedToOlu with { OverCapacity = true, Departures = ["reablement.over-capacity", "reablement.nobody-on-duty"] }]));
    });

    [Test]
    public void Whoever_turns_out_not_to_be_the_teams_takes_no_place_of_its_day() => Assert.Multiple(() =>
    {
        Assert.That(CaseOf(Referred, AllocatedToOlu).TakesPlace, Is.EqualTo(AllocatedToOlu));
        Assert.That(CaseOf(Referred, AllocatedToOlu, ReferralWithdrawn).TakesPlace, Is.Null);
        Assert.That(CaseOf(Referred, AllocatedToOlu, Declined with { OccurredAt = March(2, "12:00") }).TakesPlace, Is.Null);
        var ended = new ReablementEnded(March(2, "12:00"), ReablementSequel.Died);
        Assert.That(CaseOf(Referred, AllocatedToOlu, ended).TakesPlace, Is.Null);
        Assert.That(CaseOf(Referred, Accepted, AllocatedToOlu, ended).TakesPlace, Is.EqualTo(AllocatedToOlu));
        Assert.That(CaseOf(Referred, AllocatedToOlu, FirstContact, ended with { OccurredAt = March(2, "18:00") }).TakesPlace, Is.EqualTo(AllocatedToOlu));
    });

    [Test]
    public void Said_again_when_the_room_has_changed_it_records_nothing() => Assert.Multiple(() =>
    {
        Given(Referred, AllocatedToDuty).When(Allocate.Decide).ThenRecordedNothing();
        Given(Referred, AllocatedToOlu).When(AllocateWhenFull.Decide).ThenRecordedNothing();
    });

    [Test]
    public void Nobody_is_allocated_to_a_case_that_was_declined() => Given(Referred, Declined).When(Allocate.Decide).ThenRefused(AnswerReferral.DeclinedAlready);

    [Test]
    public void When_the_team_is_full_the_lead_is_told() => Assert.That(
        ReablementTimelines.ToldIn(CaseOf(Referred, AllocatedToOlu with { OverCapacity = true })),
        Is.EqualTo([new ToldAtOnce("reablement.over-capacity", 2, "over capacity: the worker on duty was allocated", LadderLevel.L2, March(2, "09:40"))]));

    [Test]
    public void Nobody_is_told_while_there_is_room() => Assert.That(ReablementTimelines.ToldIn(CaseOf(Referred, AllocatedToOlu)), Is.Empty);

    [Test]
    public void The_second_to_be_allocated_is_told_who_has_it() => Given(Referred, AllocatedToOlu).When((Allocate with { Worker = Petra }).Decide).ThenRefused(
        AllocateWorker.AlreadyAllocated.Naming(2) with { Sentence = "w-118 has this case." });

    [Test]
    public void One_dated_before_the_first_does_not_get_it_either() =>
        Given(Referred, AllocatedToOlu).When((Allocate with { Worker = Petra, OccurredAt = March(2, "09:10") }).Decide).ThenRefused(AllocateWorker.TakenBy(CaseOf(Referred, AllocatedToOlu).Responsible!));

    [Test]
    public void A_wrong_allocation_can_be_put_right_after_the_case_was_handed_on() => Assert.Multiple(() =>
    {
        var handed = new WorkerHandedOver(March(5, "09:00"), Olu, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload);
        Recorded[] withdrawn = [Referred, AllocatedToOlu, handed, new EntryWithdrawn(March(6, "09:00"), 2, WithdrawalReason.WrongContent)];
        Given(withdrawn).When((Allocate with { Worker = Sam }).Decide).ThenRecorded(AllocatedToOlu with { Worker = Sam });
        Given(withdrawn).When((Allocate with { Worker = Petra }).Decide).ThenRecorded(AllocatedToOlu with { Worker = Petra });
        Given(withdrawn).When((Allocate with { Worker = Sam, OccurredAt = March(6, "10:00") }).Decide).ThenRefused(AllocateWorker.TakenBy(CaseOf(withdrawn).Responsible!));
        Assert.That(ReablementContradictions.In(CaseOf([.. withdrawn, AllocatedToOlu with { Worker = Sam }])), Is.EqualTo([HandOverCase.OutOfTurn]), "Which says that the hand-over is to be put right, too.");
    });

    [Test]
    public void Whoever_has_it_has_it_already() => Given(Referred, AllocatedToOlu).When((Allocate with { OccurredAt = March(2, "12:00") }).Decide).ThenRecordedNothing();

    [Test]
    public void Nobody_is_allocated_to_a_case_referred_in_error() =>
        Given(Referred, AllocatedToOlu, ReferralWithdrawn).When((Allocate with { Worker = Petra }).Decide).ThenRefused(ReablementCommand.ReferredInError);

    [Test]
    public void A_change_of_worker_is_a_hand_over_with_its_reason() => Given(Referred, AllocatedToOlu).When(HandOver.Decide).ThenRecorded(
        new WorkerHandedOver(March(5, "09:00"), Olu, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload));

    [Test]
    public void A_hand_over_to_whoever_has_it_records_nothing() => Given(Referred, AllocatedToOlu).When((HandOver with { To = Olu }).Decide).ThenRecordedNothing();

    [Test]
    public void Of_two_hand_overs_at_the_same_moment_one_wins_and_the_other_is_told_who_has_it() => Assert.Multiple(() =>
    {
        var handed = new WorkerHandedOver(March(5, "09:00"), Olu, Sam, ReablementRole.Physiotherapist, HandOverReason.Workload);
        Given(Referred, AllocatedToOlu, handed).When(HandOver.Decide).ThenRefused(HandOverCase.HandedOverThen.Naming(3) with { Sentence = "At this very moment the case was handed over to w-131." });
        Given(Referred, AllocatedToOlu, handed).When((HandOver with { OccurredAt = March(5, "09:01") }).Decide)
            .ThenRecorded(new WorkerHandedOver(March(5, "09:01"), Sam, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload));
    });

    [Test]
    public void Of_two_who_stand_in_from_the_same_moment_one_does_and_the_other_is_told_who() => Assert.Multiple(() =>
    {
        Given(Referred, AllocatedToOlu, PetraStandsIn).When((Cover with { By = Sam }).Decide).ThenRefused(CoverWorker.CoveredThen.Naming(3) with { Sentence = "At this very moment w-204 came to stand in." });
        Given(Referred, AllocatedToOlu, PetraStandsIn).When((Cover with { By = Sam, OccurredAt = March(5, "08:00") }).Decide)
            .ThenRecorded(PetraStandsIn with { OccurredAt = March(5, "08:00"), By = Sam });
    });

    [Test]
    public void Only_whoever_has_the_case_leaves_it_to_the_lead_and_one_lead_holds_it() => Assert.Multiple(() =>
    {
        var handed = new WorkerHandedOver(March(5, "09:00"), Olu, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload);
        Given(Referred, AllocatedToOlu, handed).When((Leave with { Worker = Olu }).Decide)
            .ThenRefused(LeaveTeam.NotTheirs.Naming(3) with { Sentence = "By then this case was w-204's, so it does not become the lead's by w-118's leaving." });
        Given(Referred, AllocatedToOlu, handed).When((Leave with { Worker = Petra }).Decide).ThenRecorded(new WorkerLeft(March(6, "17:00"), Lead, Petra));
        Given(Referred, AllocatedToOlu, new WorkerLeft(March(6, "17:00"), Lead, Olu)).When((Leave with { Lead = Sam }).Decide)
            .ThenRefused(LeaveTeam.LeftThen.Naming(3) with { Sentence = "At this very moment w-100 came to hold the case." });
    });

    [Test]
    public void What_nobody_has_is_not_handed_over() => Given(Referred).When(HandOver.Decide).ThenRefused(HandOverCase.NobodyHasIt);

    [Test]
    public void A_case_referred_in_error_is_not_handed_over() => Given(Referred, AllocatedToOlu, ReferralWithdrawn).When(HandOver.Decide).ThenRefused(ReablementCommand.ReferredInError);

    [Test]
    public void Sickness_is_covered_by_a_named_colleague() => Assert.Multiple(() =>
    {
        Given(Referred, AllocatedToOlu).When(Cover.Decide).ThenRecorded(PetraStandsIn);
        Assert.That(CaseOf(Referred, AllocatedToOlu, PetraStandsIn).Responsible, Is.EqualTo(new Responsibility(Olu, March(2, "09:40"), 2, Covering: Petra)));
    });

    [Test]
    public void Nobody_stands_in_for_themselves() => Given(Referred, AllocatedToOlu).When((Cover with { By = Olu }).Decide).ThenRefused(CoverWorker.IsTheWorker.Naming(2));

    [Test]
    public void Nobody_stands_in_where_there_is_no_worker() => Given(Referred).When(Cover.Decide).ThenRefused(HandOverCase.NobodyHasIt);

    [Test]
    public void The_worker_comes_back() => Given(Referred, AllocatedToOlu, PetraStandsIn).When(new EndCover(March(6, "08:00")).Decide).ThenRecorded(new CoverEnded(March(6, "08:00")));

    [Test]
    public void Who_was_not_away_does_not_come_back() => Given(Referred, AllocatedToOlu).When(new EndCover(March(6, "08:00")).Decide).ThenRefused(EndCover.NobodyStoodIn);

    [Test]
    public void When_a_worker_leaves_the_lead_holds_the_case_until_it_is_handed_over() => Assert.Multiple(() =>
    {
        Given(Referred, AllocatedToOlu).When(Leave.Decide).ThenRecorded(new WorkerLeft(March(6, "17:00"), Lead, Olu));
        Assert.That(CaseOf(Referred, AllocatedToOlu, new WorkerLeft(March(6, "17:00"), Lead, Olu)).Responsible, Is.EqualTo(new Responsibility(Lead, March(6, "17:00"), 3) { HeldByLead = true, Left = Olu }));
        Given(Referred, AllocatedToOlu, new WorkerLeft(March(6, "17:00"), Lead)).When((HandOver with { OccurredAt = March(9, "09:00") }).Decide)
            .ThenRecorded(new WorkerHandedOver(March(9, "09:00"), Lead, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload));
    });

    [Test]
    public void Nobody_leaves_a_case_they_did_not_have() => Given(Referred).When(Leave.Decide).ThenRefused(HandOverCase.NobodyHasIt);

    [Test]
    public void Whoever_leaves_does_not_hold_the_case_and_a_lead_who_holds_it_has_it_already() => Assert.Multiple(() =>
    {
        Given(Referred, AllocatedToOlu).When((Leave with { Lead = Olu }).Decide).ThenRefused(LeaveTeam.IsTheWorker.Naming(2));
        Given(Referred, AllocatedToOlu, new WorkerLeft(March(6, "17:00"), Lead, Olu)).When((Leave with { OccurredAt = March(7, "09:00") }).Decide).ThenRecordedNothing();
        Given(Referred, AllocatedToOlu, new WorkerLeft(March(6, "17:00"), Lead, Olu)).When(Leave.Decide).ThenRecordedNothing();
    });

    [Test]
    public void A_hand_over_dated_before_another_that_does_not_follow_from_it_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        var handed = new WorkerHandedOver(March(9, "09:00"), Olu, Sam, ReablementRole.SocialWorker, HandOverReason.Workload);
        Given(Referred, AllocatedToOlu, handed).When(HandOver.Decide).ThenDeparting(HandOverCase.OutOfTurn);
        Given(Referred, AllocatedToOlu, handed with { From = Petra }).When(HandOver.Decide).ThenRecorded(
            new WorkerHandedOver(March(5, "09:00"), Olu, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload));
        Given(Referred, AllocatedToOlu, new WorkerLeft(March(6, "17:00"), Lead), handed with { From = Lead }).When(HandOver.Decide).ThenRecorded(
            new WorkerHandedOver(March(5, "09:00"), Olu, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload));
    });

    [Test]
    public void Hand_overs_that_do_not_follow_from_each_other_are_shown_until_one_is_withdrawn() => Assert.Multiple(() =>
    {
        Recorded[] recorded =
        [
            Referred, AllocatedToOlu, new WorkerHandedOver(March(9, "09:00"), Olu, Sam, ReablementRole.SocialWorker, HandOverReason.Workload),
            new WorkerHandedOver(March(5, "09:00"), Olu, Petra, ReablementRole.Physiotherapist, HandOverReason.Workload),
        ];
        Assert.That(ReablementContradictions.In(CaseOf(recorded)), Is.EqualTo([HandOverCase.OutOfTurn]));
        Assert.That(ReablementContradictions.In(CaseOf([.. recorded, new EntryWithdrawn(March(10, "09:00"), 4, WithdrawalReason.DidNotHappen)])), Is.Empty);
    });

    [Test]
    public void Two_allocations_that_stand_are_shown_until_one_is_withdrawn() => Assert.Multiple(() =>
    {
        Recorded[] recorded = [Referred, AllocatedToOlu, AllocatedToOlu with { Worker = Petra, OccurredAt = March(2, "09:50") }];
        Assert.That(ReablementContradictions.In(CaseOf(recorded)), Is.EqualTo([ReablementContradictions.AllocatedTwice]));
        Assert.That(ReablementContradictions.In(CaseOf([.. recorded, new EntryWithdrawn(March(3, "09:00"), 3, WithdrawalReason.RecordedTwice)])), Is.Empty);
    });
}
