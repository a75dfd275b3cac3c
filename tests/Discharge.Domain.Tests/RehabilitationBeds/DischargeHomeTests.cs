using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Tests.Deciding;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.RehabilitationBeds;

/// <summary>A5: home only if confident.</summary>
public sealed class DischargeHomeTests : RehabilitationDecisions
{
    private static DecideDischargeHome Decide => new(March(11, "09:00"), Olu, RehabilitationRole.OccupationalTherapist);

    private static JudgeRisksManageable Judge => new(March(10, "16:00"), Judgement, Visit);

    private static RisksJudgedManageable JudgedLater => Judged with { OccurredAt = March(10, "16:00"), Follows = false };

    [Test]
    public void The_team_discharges_home_only_if_confident_the_risks_can_be_managed() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out, Confident, Judged).When(Decide.Decide).ThenRecorded(HomeDecided);
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided).When(Decide.Decide).ThenRecordedNothing();
        Given(Referred, Accepted, Admitted).When(Decide.Decide).ThenRefused(DecideDischargeHome.NotConfident);
        Given(Referred, Accepted, Admitted, Out, BackInBed).When(Decide.Decide).ThenRefused(DecideDischargeHome.NotConfident);
    });

    [Test]
    public void A_named_professional_records_that_the_risks_can_be_managed_with_the_ground_after_a_visit() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out, BackInBed).When(Judge.Decide).ThenRecorded(JudgedLater);
        Given(Referred, Accepted, Admitted, Out, BackInBed, JudgedLater).When(Decide.Decide).ThenRecorded(HomeDecided with { Judgement = 6 });
    });

    [Test]
    public void Or_with_the_reason_none_was_needed() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted).When((Judge with { Visit = null, NoVisitBecause = NoVisitReason.HomeIsKnown }).Decide).ThenRecorded(JudgedLater with { Visit = null, NoVisitBecause = NoVisitReason.HomeIsKnown });
        Given(Referred, Accepted, Admitted, JudgedLater with { Visit = null, NoVisitBecause = NoVisitReason.HomeIsKnown }).When(Decide.Decide).ThenRecorded(HomeDecided with { Judgement = 4 });
        Given(Referred, Accepted, Admitted).When((Judge with { Visit = null }).Decide).ThenRefused(JudgeRisksManageable.VisitOrReason);
        Given(Referred, Accepted, Admitted, Out, BackInBed).When((Judge with { NoVisitBecause = NoVisitReason.HomeIsKnown }).Decide).ThenRefused(JudgeRisksManageable.VisitOrReason);
    });

    [Test]
    public void An_assistant_does_not_answer_for_it_nor_is_it_judged_before_the_visit_is_over() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out, BackInBed).When((Judge with { Judgement = Judgement with { Role = RehabilitationRole.Assistant } }).Decide).ThenRefused(JudgeRisksManageable.NotAProfessional);
        Given(Referred, Accepted, Admitted, Out).When(Judge.Decide).ThenRefused(JudgeRisksManageable.VisitNotOver);
        Given(Referred, Accepted, Admitted, Out, BackInBed).When((Judge with { OccurredAt = March(10, "12:00") }).Decide).ThenRefused(JudgeRisksManageable.VisitNotOver);
        Given(Referred, Accepted, Admitted).When(Judge.Decide).ThenRefused(HomeAccessVisit.NoSuchVisit);
    });

    [Test]
    public void Confidence_ends_with_a_visit_that_ends_otherwise() => Assert.Multiple(() =>
    {
        var (again, back) = (Out with { OccurredAt = March(12, "10:00") }, BackInBed with { OccurredAt = March(12, "13:00"), Visit = 7 });
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, again, back).When((Decide with { OccurredAt = March(13, "09:00") }).Decide).ThenRefused(DecideDischargeHome.NotConfident);
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, again, back).When(Decide.Decide).ThenRecorded(HomeDecided);
    });

    [Test]
    public void Nor_does_what_was_judged_before_a_stay_say_anything_of_it() => Assert.Multiple(() =>
    {
        var (gone, back) = (WentHome with { OccurredAt = March(10, "20:00"), For = LeavingFor.Hospital }, Admitted with { OccurredAt = March(10, "22:00") });
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, gone, back).When(Decide.Decide).ThenRefused(DecideDischargeHome.NotConfident);
        Assert.That(Confidence.DecidedIn(CaseOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, gone with { OccurredAt = March(11, "10:00") }, back with { OccurredAt = March(11, "12:00") })), Is.Null);
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, back with { Bed = OtherBed }).When(Decide.Decide).ThenRecorded(HomeDecided);
        var noVisit = Judge with { OccurredAt = March(2, "11:00"), Visit = null, NoVisitBecause = NoVisitReason.HomeIsKnown };
        Given(Referred, Accepted).When(noVisit.Decide).ThenRefused(DecideDischargeHome.NotInBed);
    });

    [Test]
    public void What_was_judged_after_a_visit_stands_on_a_visit_of_the_same_stay() => Assert.Multiple(() =>
    {
        var withdrawn = new[] { 5, 4 }.Select(entry => (Recorded)new EntryWithdrawn(March(10, "18:00"), entry, WithdrawalReason.DidNotHappen));
        Given([Referred, Accepted, Admitted, Out, BackInBed, JudgedLater, .. withdrawn]).When(Decide.Decide).ThenRefused(DecideDischargeHome.NotConfident);
        Assert.That(RehabilitationContradictions.In(CaseOf([Referred, Accepted, Admitted, Out, BackInBed, JudgedLater, HomeDecided with { Judgement = 6 }, .. withdrawn])), Is.EqualTo([RehabilitationContradictions.DecidedWithoutConfidence]));
        Given(Referred, Accepted, Admitted, Out, BackInBed with { Outcome = VisitOutcome.AdmittedToHospital }, Admitted with { OccurredAt = March(10, "15:00") }).When(Judge.Decide).ThenRefused(JudgeRisksManageable.VisitOfEarlierStay);
    });

    [Test]
    public void A_decision_ends_with_a_visit_that_ends_otherwise_and_it_is_said() => Assert.Multiple(() =>
    {
        var (again, back) = (Out with { OccurredAt = March(12, "10:00") }, BackInBed with { OccurredAt = March(12, "13:00"), Visit = 8 });
        var doubted = CaseOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, again, back);
        Assert.That((Confidence.DecidedIn(doubted), Confidence.HoldingIn(doubted)), Is.EqualTo(((DischargeHomeDecided?)null, (Entry?)null)));
        Assert.That(RehabilitationContradictions.In(doubted), Is.EqualTo([RehabilitationContradictions.DecidedWithoutConfidence]));
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, again, back).When(new LeaveRehabilitationBed(March(16, "11:00"), LeavingFor.Home).Decide).ThenDeparting(LeaveRehabilitationBed.HomeUndecided);
        var judgedAnew = JudgedLater with { OccurredAt = March(12, "16:00"), Visit = 8 };
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, again, back, judgedAnew)), Is.Empty);
        Assert.That(StepsOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, again, back, judgedAnew), Is.EqualTo(["decide-discharge-home"]));
    });

    [Test]
    public void So_does_one_told_late_that_came_before_it() => Assert.Multiple(() =>
    {
        var (again, back) = (Out with { OccurredAt = March(10, "18:00") }, BackInBed with { OccurredAt = March(10, "20:00"), Visit = 8 });
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, again, back)), Is.EqualTo([RehabilitationContradictions.DecidedWithoutConfidence]));
    });

    [Test]
    public void There_is_nothing_to_discharge_somebody_from_who_has_no_bed() =>
        Given(Referred, Accepted, Admitted, Out, Confident, Judged, WentHome with { OccurredAt = March(10, "20:00") }).When(Decide.Decide).ThenRefused(DecideDischargeHome.NotInBed);

    [Test]
    public void A_decision_whose_judgement_was_withdrawn_is_shown() => Assert.Multiple(() =>
    {
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided)), Is.Empty);
        Assert.That(
            RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, new EntryWithdrawn(March(12, "09:00"), 6, WithdrawalReason.WrongContent))),
            Is.EqualTo([RehabilitationContradictions.DecidedWithoutConfidence]));
    });

    [Test]
    public void What_is_next_goes_from_confidence_to_the_decision_to_home_to_the_ending() => Assert.Multiple(() =>
    {
        Assert.That(StepsOf(Referred), Is.EqualTo(["admit", "answer-referral"]));
        Assert.That(StepsOf(Referred, Accepted, Admitted, Out), Is.EqualTo(["conclude-home-access-visit"]));
        Assert.That(StepsOf(Referred, Accepted, Admitted, Out, Confident, Judged), Is.EqualTo(["decide-discharge-home"]));
        Assert.That(StepsOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided), Is.EqualTo(["discharge-home"]));
        Assert.That(StepsOf(Referred, Accepted, Admitted, Out, Confident, Judged, HomeDecided, WentHome), Is.EqualTo(["end-rehabilitation"]));
    });
}
