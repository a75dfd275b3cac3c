using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.RehabilitationBeds;

/// <summary>A5: the visit with the person, what is tried at it, and what becomes of the bed.</summary>
public sealed class HomeAccessVisitTests : RehabilitationDecisions
{
    private static StartHomeAccessVisit Start => new(March(10, "10:00"), [OluWent]);

    private static ConcludeHomeAccessVisit Conclude(VisitOutcome outcome) => new(March(10, "13:00"), Visit, outcome);

    [Test]
    public void The_visit_is_made_with_the_person_and_says_who_went() => Assert.Multiple(() =>
    {
        var with = Start with { Others = [VisitCompanion.UnpaidCarer] };
        Given(Referred, Accepted, Admitted).When(with.Decide).ThenRecorded(Out with { Others = [VisitCompanion.UnpaidCarer] });
        Given(Referred, Accepted, Admitted, Out).When(Start.Decide).ThenRecordedNothing();
        Given(Referred, Accepted, Admitted).When((Start with { Staff = [] }).Decide).ThenRefused(StartHomeAccessVisit.NobodyWent);
        Assert.That(CaseOf(Referred, Accepted, Admitted, Out).Phase, Is.EqualTo(RehabilitationPhase.OnHomeAccessVisit));
    });

    [Test]
    public void A_visit_begins_from_a_bed_that_can_be_held() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Reserved).When(Start.Decide).ThenRefused(StartHomeAccessVisit.NoBed);
        Given(Referred, Accepted, Admitted, WentHome with { OccurredAt = March(9, "09:00") }).When(Start.Decide).ThenRefused(StartHomeAccessVisit.NoBed);
        Given(Referred, Accepted, Admitted, Moved with { OccurredAt = March(9, "09:00") }).When(Start.Decide).ThenRefused(StartHomeAccessVisit.NoBed);
    });

    [Test]
    public void One_visit_is_open_at_a_time() => Given(Referred, Accepted, Admitted, Out).When((Start with { OccurredAt = March(10, "11:00") }).Decide).ThenRefused(RehabilitationCommand.VisitOpen.Naming(4));

    [Test]
    public void The_bed_remains_open_and_available_throughout_the_visit_for_return() => Assert.Multiple(() =>
    {
        Assert.That((ISharedFact)Out, Has.Property("With").EqualTo(Bed).And.Property("Step").EqualTo(PlaceStep.Held).And.Property("KeptBecause").EqualTo(HoldReason.HomeAccessVisit).And.Property("Until").Null);
        Assert.That(CaseOf(Referred, Accepted, Admitted, Out).Place, Is.EqualTo(Bed));
        Assert.That(CaseOf(Referred, Accepted, Admitted, Out, BackInBed), Has.Property("Phase").EqualTo(RehabilitationPhase.InBed).And.Property("Place").EqualTo(Bed));
    });

    [Test]
    public void Equipment_is_tested_item_by_item_and_each_has_a_result() => Assert.Multiple(() =>
    {
        var test = new TestEquipment(March(10, "11:00"), Visit, EquipmentKind.Hoist, TestResult.Failed);
        Given(Referred, Accepted, Admitted, Out).When(test.Decide).ThenRecorded(HoistFailed);
        Given(Referred, Accepted, Admitted, Out, HoistFailed).When((test with { Item = EquipmentKind.Rails, Result = TestResult.Passed }).Decide)
            .ThenRecorded(HoistFailed with { Item = EquipmentKind.Rails, Result = TestResult.Passed });
        Given(Referred, Accepted, Admitted, Out).When((test with { Visit = 3 }).Decide).ThenRefused(HomeAccessVisit.NoSuchVisit);
        var tested = CaseOf(Referred, Accepted, Admitted, Out, HoistFailed);
        Assert.That(HomeAccessVisit.Find(tested, Visit)!.TestsIn(tested), Is.EqualTo([HoistFailed]));
    });

    [TestCase("09:59")]
    [TestCase("13:01")]
    public void A_test_before_or_after_its_visit_is_recorded_and_says_so(string time) => Given(Referred, Accepted, Admitted, Out, BackInBed)
        .When(new TestEquipment(March(10, time), Visit, EquipmentKind.Hoist, TestResult.Failed).Decide).ThenDeparting(TestEquipment.OutsideTheVisit);

    [Test]
    public void Confident_is_not_yet_discharged_and_most_return_to_the_bed() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out, HoistFailed with { Result = TestResult.Passed }, FallsManaged).When((Conclude(VisitOutcome.ConfidentToDischarge) with { Judgement = Judgement }).Decide).ThenRecorded(Confident, Judged);
        var confident = CaseOf(Referred, Accepted, Admitted, Out, Confident, Judged);
        Assert.That(confident, Has.Property("Phase").EqualTo(RehabilitationPhase.InBed).And.Property("Place").EqualTo(Bed));
        Assert.That(StepsOf(Referred, Accepted, Admitted, Out, Confident, Judged), Is.EqualTo(["decide-discharge-home"]));
    });

    [Test]
    public void Who_is_confident_and_stays_at_home_has_the_bed_held_until_they_are_discharged() => Assert.Multiple(() =>
    {
        var stays = Confident with { StaysAtHome = true };
        Given(Referred, Accepted, Admitted, Out, HoistFailed with { Result = TestResult.Passed }, FallsManaged).When((Conclude(VisitOutcome.ConfidentToDischarge) with { Judgement = Judgement, StaysAtHome = true }).Decide).ThenRecorded(stays, Judged);
        Assert.That((ISharedFact)stays, Has.Property("Step").EqualTo(PlaceStep.Held).And.Property("KeptBecause").EqualTo(HoldReason.AwaitingDischarge));
        Assert.That(CaseOf(Referred, Accepted, Admitted, Out, stays, Judged), Has.Property("Phase").EqualTo(RehabilitationPhase.AtHomeWithBedHeld).And.Property("Place").EqualTo(Bed));
    });

    [Test]
    public void Confidence_names_a_professional_and_the_ground() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out).When(Conclude(VisitOutcome.ConfidentToDischarge).Decide).ThenRefused(ConcludeHomeAccessVisit.NobodyConfident);
        Given(Referred, Accepted, Admitted, Out).When((Conclude(VisitOutcome.ConfidentToDischarge) with { Judgement = Judgement with { Role = RehabilitationRole.Assistant } }).Decide).ThenRefused(JudgeRisksManageable.NotAProfessional);
    });

    [Test]
    public void Confidence_with_nothing_tested_or_assessed_or_after_a_failed_test_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        var confident = Conclude(VisitOutcome.ConfidentToDischarge) with { Judgement = Judgement };
        Given(Referred, Accepted, Admitted, Out, FallsManaged).When(confident.Decide).ThenRecordedWith(ConcludeHomeAccessVisit.ConfidentUntested, Confident with { Departures = ["rehabilitation.confident-untested"] }, Judged);
        Given(Referred, Accepted, Admitted, Out, HoistFailed, FallsManaged).When(confident.Decide)
            .ThenRecordedWith(ConcludeHomeAccessVisit.ConfidentAfterFailure, Confident with { Departures = ["rehabilitation.confident-after-failed-test"] }, Judged);
    });

    [Test]
    public void They_return_to_the_bed() => Given(Referred, Accepted, Admitted, Out).When(Conclude(VisitOutcome.ReturnToBed).Decide).ThenRecorded(BackInBed);

    [Test]
    public void They_stay_the_night_as_a_trial_with_the_bed_still_held() => Assert.Multiple(() =>
    {
        var trial = BackInBed with { Outcome = VisitOutcome.TrialNight };
        Given(Referred, Accepted, Admitted, Out).When(Conclude(VisitOutcome.TrialNight).Decide).ThenRecorded(trial);
        Assert.That((ISharedFact)trial, Has.Property("Step").EqualTo(PlaceStep.Held).And.Property("KeptBecause").EqualTo(HoldReason.TrialNight));
        Assert.That(CaseOf(Referred, Accepted, Admitted, Out, trial), Has.Property("Phase").EqualTo(RehabilitationPhase.AtHomeWithBedHeld).And.Property("Place").EqualTo(Bed));
        Assert.That(StepsOf(Referred, Accepted, Admitted, Out, trial), Is.EqualTo(["say-whether-back"]));
        Given(Referred, Accepted, Admitted, Out, trial).When(new ReturnToRehabilitationBed(March(11, "09:00")).Decide).ThenRecorded(new ReturnedToRehabilitationBed(March(11, "09:00"), Bed));
        Given(Referred, Accepted, Admitted, Out, trial, new ReturnedToRehabilitationBed(March(11, "09:00"), Bed)).When(new ReturnToRehabilitationBed(March(11, "09:00")).Decide).ThenRecordedNothing();
        Given(Referred, Accepted, Admitted, Out, trial).When((Start with { OccurredAt = March(11, "09:00") }).Decide).ThenRecorded(Out with { OccurredAt = March(11, "09:00") });
    });

    [Test]
    public void Nobody_returns_to_a_bed_that_was_not_held_and_from_a_visit_only_with_its_outcome() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted).When(new ReturnToRehabilitationBed(March(11, "09:00")).Decide).ThenRefused(ReturnToRehabilitationBed.NothingHeld);
        Given(Referred, Accepted, Admitted, Out).When(new ReturnToRehabilitationBed(March(11, "09:00")).Decide).ThenRefused(RehabilitationCommand.VisitOpen.Naming(4));
    });

    [TestCase(VisitOutcome.WouldNotComeBack, RehabilitationPhase.AtHome, ReleaseReason.WentHome)]
    [TestCase(VisitOutcome.AdmittedToHospital, RehabilitationPhase.InHospital, ReleaseReason.BackInHospital)]
    [TestCase(VisitOutcome.Died, RehabilitationPhase.Died, ReleaseReason.Died)]
    public void They_would_not_come_back_were_admitted_to_hospital_or_died(VisitOutcome outcome, RehabilitationPhase phase, ReleaseReason release) => Assert.Multiple(() =>
    {
        var gone = BackInBed with { Outcome = outcome };
        Given(Referred, Accepted, Admitted, Out).When(Conclude(outcome).Decide).ThenRecorded(gone);
        Assert.That((ISharedFact)gone, Has.Property("Step").EqualTo(PlaceStep.Released).And.Property("ReleasedBecause").EqualTo(release));
        Assert.That(CaseOf(Referred, Accepted, Admitted, Out, gone), Has.Property("Phase").EqualTo(phase).And.Property("Place").Null);
        Assert.That(StepsOf(Referred, Accepted, Admitted, Out, gone), Is.EqualTo(["end-rehabilitation"]));
    });

    [Test]
    public void A_death_on_a_visit_gives_up_what_was_kept() => Given(Referred, Accepted, Admitted, Out, PlaceAgreed).When(Conclude(VisitOutcome.Died).Decide)
        .ThenRecorded(BackInBed with { Outcome = VisitOutcome.Died }, new RehabilitationReservationEnded(March(10, "13:00"), CareHomeBed, ReservationEnd.NoLongerNeeded, Follows: true));

    [Test]
    public void A_visit_cannot_be_closed_without_an_outcome() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out).When(new EndRehabilitation(March(12, "09:00"), RehabilitationResult.NoFurtherGain).Decide).ThenRefused(RehabilitationCommand.VisitOpen.Naming(4));
        Given(Referred, Accepted, Admitted, Out, Judged).When(new DecideDischargeHome(March(12, "09:00"), Olu, RehabilitationRole.Nurse).Decide).ThenRefused(RehabilitationCommand.VisitOpen.Naming(4));
        Given(Referred, Accepted, Admitted, Out).When(new AdmitToRehabilitationBed(March(12, "09:00"), OtherBed, PlaceKind.Rehabilitation, Ward).Decide).ThenRefused(RehabilitationCommand.VisitOpen.Naming(4));
        Assert.That(CaseOf(Referred, Accepted, Admitted, Out).At(March(31, "23:59")), Has.Property("OpenVisit").Not.Null.And.Property("Place").EqualTo(Bed), "No time ends it.");
    });

    [Test]
    public void An_outcome_is_of_a_visit_that_began_before_and_has_none() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out).When((Conclude(VisitOutcome.ReturnToBed) with { Visit = 2 }).Decide).ThenRefused(HomeAccessVisit.NoSuchVisit);
        Given(Referred, Accepted, Admitted, Out).When((Conclude(VisitOutcome.ReturnToBed) with { OccurredAt = March(10, "09:00") }).Decide).ThenRefused(ConcludeHomeAccessVisit.BeforeItBegan);
        Given(Referred, Accepted, Admitted, Out).When((Conclude(VisitOutcome.ReturnToBed) with { OccurredAt = Out.OccurredAt }).Decide).ThenRefused(ConcludeHomeAccessVisit.BeforeItBegan);
        Given(Referred, Accepted, Admitted, Out, BackInBed).When((Conclude(VisitOutcome.TrialNight) with { OccurredAt = March(10, "14:00") }).Decide).ThenRefused(ConcludeHomeAccessVisit.ConcludedAlready.Naming(5));
        Given(Referred, Accepted, Admitted, Out, BackInBed).When(Conclude(VisitOutcome.ReturnToBed).Decide).ThenRecordedNothing();
        Given(Referred, Accepted, Admitted, Out).When(Conclude(VisitOutcome.ContingencyPlace).Decide).ThenRefused(ConcludeHomeAccessVisit.MoveConcludesIt);
    });

    [Test]
    public void An_outcome_is_of_before_the_person_was_somewhere_else() => Assert.Multiple(() =>
    {
        var earlier = Out with { OccurredAt = March(8, "10:00") };
        Given(Referred, Accepted, Admitted, Out, earlier).When(new ConcludeHomeAccessVisit(March(10, "13:00"), 5, VisitOutcome.ReturnToBed).Decide).ThenRefused(ConcludeHomeAccessVisit.OverBefore.Naming(4));
        Given(Referred, Accepted, Admitted, Out, earlier).When(new ConcludeHomeAccessVisit(March(8, "13:00"), 5, VisitOutcome.ReturnToBed).Decide)
            .ThenRecorded(BackInBed with { OccurredAt = March(8, "13:00"), Visit = 5 });
        Assert.That(ClockOf("T09", Referred, Accepted, Admitted, Out).IsOpen, "The later visit goes on.");
    });

    [Test]
    public void A_visit_told_late_that_has_no_outcome_is_shown_until_it_has_one() => Assert.Multiple(() =>
    {
        var transferred = Admitted with { OccurredAt = March(11, "09:00"), Bed = OtherBed };
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, transferred, Out)), Is.EqualTo([RehabilitationContradictions.VisitWithoutOutcome]));
        Assert.That(StepsOf(Referred, Accepted, Admitted, transferred, Out), Is.EqualTo(["conclude-home-access-visit"]));
        Assert.That(CaseOf(Referred, Accepted, Admitted, transferred, Out), Has.Property("OpenVisit").Null.And.Property("Phase").EqualTo(RehabilitationPhase.InBed));
        Assert.That(ClockOf("T09", Referred, Accepted, Admitted, transferred, Out).StoppedAt, Is.EqualTo(March(11, "09:00")));
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, transferred, Out, BackInBed with { Visit = 5 })), Is.Empty);
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, Out)), Is.Empty);
    });

    [Test]
    public void How_a_visit_ended_can_be_told_after_the_leaving_that_came_later() => Assert.Multiple(() =>
    {
        var left = WentHome with { OccurredAt = March(10, "15:00") };
        var confident = Conclude(VisitOutcome.ConfidentToDischarge) with { Judgement = Judgement, StaysAtHome = true };
        Given(Referred, Accepted, Admitted, Out, HoistFailed with { Result = TestResult.Passed }, FallsManaged, left).When(confident.Decide).ThenRecorded(Confident with { StaysAtHome = true }, Judged);
        Given(Referred, Accepted, Admitted, Out, left).When((confident with { OccurredAt = March(10, "15:30") }).Decide).ThenRefused(ConcludeHomeAccessVisit.ConcludedAlready.Naming(5));
        Given(Referred, Accepted, Admitted, Out).When(Conclude(VisitOutcome.LeftMeanwhile).Decide).ThenRefused(ConcludeHomeAccessVisit.LeavingConcludesIt);
    });
}
