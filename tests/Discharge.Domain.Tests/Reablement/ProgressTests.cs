using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

public sealed class ProgressTests : ReablementDecisions
{
    private static Deciding.Recorded[] Started => [Referred, Accepted, AllocatedToOlu, FirstContact];

    private static AssessmentRequested Requested => new(March(3, "09:00"));

    private static AssessmentAnswered Booked => new(March(4, "09:00"), 5, AssessmentAnswer.Booked, March(6, "10:00"));

    private static GoalSet ToWash => new(March(3, "11:00"), GoalArea.PersonalCare, 3, 8);

    [Test]
    public void A_functional_assessment_is_requested_and_responded_to_and_made() => Assert.Multiple(() =>
    {
        Given(Started).When(new RequestAssessment(March(3, "09:00")).Decide).ThenRecorded(Requested);
        Given([.. Started, Requested]).When(new AnswerAssessmentRequest(March(4, "09:00"), 5, AssessmentAnswer.Booked, March(6, "10:00")).Decide).ThenRecorded(Booked);
        Given([.. Started, Requested, Booked]).When(new AssessFunctionAtHome(March(6, "10:30"), Olu, ReablementRole.OccupationalTherapist, 5).Decide)
            .ThenRecorded(new FunctionAssessed(March(6, "10:30"), Olu, ReablementRole.OccupationalTherapist, 5));
        Given(Started).When(new AssessFunctionAtHome(March(6, "10:30"), Olu, ReablementRole.OccupationalTherapist).Decide)
            .ThenRecorded(new FunctionAssessed(March(6, "10:30"), Olu, ReablementRole.OccupationalTherapist));
    });

    [TestCase(ReablementRole.OccupationalTherapist)]
    [TestCase(ReablementRole.IndependentLivingAssessor, Description = "One role with the independent living assistants")]
    public void Reablement_occupational_therapists_and_independent_living_assistants_assess(ReablementRole role) =>
        Given([.. Started, Requested]).When(new AssessFunctionAtHome(March(4, "10:30"), Sam, role, 5).Decide).ThenRecorded(new FunctionAssessed(March(4, "10:30"), Sam, role, 5));

    [Test]
    public void What_was_not_requested_is_not_responded_to() => Assert.Multiple(() =>
    {
        Given(Started).When(new AnswerAssessmentRequest(March(4, "09:00"), 4, AssessmentAnswer.NotNeeded).Decide).ThenRefused(AnswerAssessmentRequest.NoSuchRequest);
        Given(Started).When(new AssessFunctionAtHome(March(4, "09:00"), Olu, ReablementRole.OccupationalTherapist, 4).Decide).ThenRefused(AnswerAssessmentRequest.NoSuchRequest);
    });

    [TestCase(5, "09:00", ClockStatus.Met, Description = "Within 48 hours is up to and including them")]
    [TestCase(5, "09:01", ClockStatus.MetLate)]
    public void A_functional_assessment_is_responded_to_within_48_hours(int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T06", [.. Started, Requested, Booked with { OccurredAt = March(day, time) }]).StatusAt(March(10, "09:00")), Is.EqualTo(status));

    [TestCase(4, "20:59", ClockStatus.Running)]
    [TestCase(4, "21:00", ClockStatus.Warned, Description = "After 36 hours")]
    [TestCase(5, "09:01", ClockStatus.Breached)]
    public void A_request_nobody_responds_to_is_warned_of_and_breached(int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T06", [.. Started, Requested]).StatusAt(March(day, time)), Is.EqualTo(status));

    [Test]
    public void The_assessment_itself_responds_too_and_one_made_later_is_only_its_milestone() => Assert.Multiple(() =>
    {
        var assessed = new FunctionAssessed(March(4, "10:00"), Olu, ReablementRole.OccupationalTherapist, 5);
        Assert.That(ClockOf("T06", [.. Started, Requested, assessed]).StoppedAt, Is.EqualTo(March(4, "10:00")));
        Assert.That(ClockOf("T06", [.. Started, Requested, Booked, assessed with { OccurredAt = March(9, "10:00") }]).StoppedAt, Is.EqualTo(Booked.OccurredAt));
        Assert.That(ClockOf("T06", [.. Started, Requested, assessed with { Request = null }]).IsOpen, "An assessment nobody asked for here answers no request.");
    });

    [Test]
    public void Each_request_has_a_clock_of_its_own() => Assert.That(RulesOf([.. Started, Requested, Booked, Requested with { OccurredAt = March(9, "09:00") }]).Count(rule => rule == "T06"), Is.EqualTo(2));

    [Test]
    public void A_goal_is_set_and_scored() => Assert.Multiple(() =>
    {
        Given(Started).When(new SetGoal(March(3, "11:00"), GoalArea.PersonalCare, 3, 8).Decide).ThenRecorded(ToWash);
        Given([.. Started, ToWash]).When(new ScoreGoal(March(9, "11:00"), 5, 6).Decide).ThenRecorded(new GoalScored(March(9, "11:00"), 5, 6));
        Given(Started).When(new ScoreGoal(March(9, "11:00"), 4, 6).Decide).ThenRefused(ScoreGoal.NoSuchGoal);
    });

    [Test]
    public void Reviews_needs_at_home_care_and_the_patch_are_recorded() => Assert.Multiple(() =>
    {
        Given(Started).When(new ReviewReablement(March(9, "11:00"), ReablementRole.SocialWorker, ReviewOutcome.Change).Decide).ThenRecorded(new ReablementReviewed(March(9, "11:00"), ReablementRole.SocialWorker, ReviewOutcome.Change));
        Given(Started).When(new NoteHomeNeed(March(3, "11:00"), HomeNeed.Access).Decide).ThenRecorded(new HomeNeedNoted(March(3, "11:00"), HomeNeed.Access));
        Given(Started).When(new RecordCare(March(3, "11:00"), 840, DoubleHanded: true).Decide).ThenRecorded(new CareRecorded(March(3, "11:00"), 840, DoubleHanded: true));
        Given(Started).When(new AssignPatch(March(3, "11:00"), "North").Decide).ThenRecorded(new PatchAssigned(March(3, "11:00"), "North"));
    });

    [Test]
    public void Care_hours_saved_count_two_at_once_twice() => Assert.Multiple(() =>
    {
        var start = new CareRecorded(March(3, "11:00"), 840, DoubleHanded: true);
        Assert.That(CareSaved.Of(CaseOf([.. Started, start, new CareRecorded(March(20, "11:00"), 420, DoubleHanded: false)]))?.MinutesAWeek, Is.EqualTo(1260));
        Assert.That(CareSaved.Of(CaseOf([.. Started, start]))?.MinutesAWeek, Is.Zero);
        Assert.That(CareSaved.Of(CaseOf(Started)), Is.Null);
    });

    [Test]
    public void A_start_is_offered_and_confirmed() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted).When(new DateStart(March(2, "10:00"), new(2026, 3, 3), Confirmed: false).Decide).ThenRecorded(new StartDated(March(2, "10:00"), new(2026, 3, 3), Confirmed: false));
        Given(Referred, Accepted).When(new DateStart(March(2, "10:00"), new(2026, 3, 3), Confirmed: true).Decide).ThenRecorded(new StartDated(March(2, "10:00"), new(2026, 3, 3), Confirmed: true));
    });

    [Test]
    public void A_provider_bridges_until_it_does_no_longer() => Assert.Multiple(() =>
    {
        var bridging = new BridgingStarted(March(2, "18:00"), OdsCode.Parse("VHELP"));
        Given(Referred, Accepted).When(new Bridge(March(2, "18:00"), OdsCode.Parse("VHELP")).Decide).ThenRecorded(bridging);
        Assert.That(CaseOf(Referred, Accepted, bridging).BridgedBy, Is.EqualTo(OdsCode.Parse("VHELP")));
        Given(Referred, Accepted, bridging).When(new EndBridging(March(5, "18:00")).Decide).ThenRecorded(new BridgingEnded(March(5, "18:00")));
        Assert.That(CaseOf(Referred, Accepted, bridging, new BridgingEnded(March(5, "18:00"))).BridgedBy, Is.Null);
        Given(Referred, Accepted).When(new EndBridging(March(5, "18:00")).Decide).ThenRefused(EndBridging.NobodyBridged);
    });

    [TestCase("T03")]
    [TestCase("T04")]
    [TestCase("T28")]
    public void Whoever_declines_is_owed_nothing_more_and_it_is_never_counted_as_met(string rule) => Assert.Multiple(() =>
    {
        var declined = new ReablementConsentAnswered(March(2, "11:00"), ReablementConsent.Declined);
        Given(ReferredUrgently, Accepted).When(new AnswerReablementConsent(March(2, "11:00"), ReablementConsent.Declined).Decide).ThenRecorded(declined);
        Assert.That(ClockOf(rule, ReferredUrgently, Accepted, declined).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.NotReached));
        Assert.That(ClockOf(rule, ReferredUrgently, Accepted, declined, declined with { OccurredAt = March(2, "12:00"), Answer = ReablementConsent.Given }).IsOpen, "They may want it after all.");
    });

    [Test]
    public void Whoever_declines_may_do_so_at_any_point() =>
        Given([.. Started, new ReablementEnded(March(20, "09:00"), ReablementSequel.NoneNoNeeds)]).When(new AnswerReablementConsent(March(10, "11:00"), ReablementConsent.Declined).Decide)
            .ThenRecorded(new ReablementConsentAnswered(March(10, "11:00"), ReablementConsent.Declined));
}
