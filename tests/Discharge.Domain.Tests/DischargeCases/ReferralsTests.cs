using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Tests.Deciding;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ReferralsTests : DischargeCaseDecisions
{
    private static readonly Guid One = AnyPerson.Ids[0];
    private static readonly Guid Other = AnyPerson.Ids[1];
    private static readonly ReferralSent Sent = new(March(3, "09:00"), One, ReferredService.Reablement, RiversideHub, StaffRole.Nurse, March(5, "09:00"));
    private static readonly TaskSet Keys = new(March(3, "09:00"), Other, TaskKind.ArrangeKeys, Westbrook, StaffRole.Nurse, March(4, "12:00"));

    private static IEnumerable<TestCaseData> Ways =>
    [
        Way(ReferralStep.Received),
        Way(ReferralStep.Triaged, ReferralStep.Received),
        Way(ReferralStep.Accepted, ReferralStep.Received),
        Way(ReferralStep.Declined, ReferralStep.Received, ReferralStep.Triaged),
        Way(ReferralStep.Accepted, ReferralStep.Received, ReferralStep.Triaged),
        Way(ReferralStep.Allocated, ReferralStep.Received, ReferralStep.Accepted),
        Way(ReferralStep.Done, ReferralStep.Received, ReferralStep.Accepted, ReferralStep.Allocated),
        Way(ReferralStep.NoLongerNeeded),
    ];

    private static IEnumerable<TestCaseData> Detours =>
    [
        Way(ReferralStep.Accepted),
        Way(ReferralStep.Done, ReferralStep.Received),
        Way(ReferralStep.Received, ReferralStep.Received),
        Way(ReferralStep.Triaged, ReferralStep.Received, ReferralStep.Accepted),
        Way(ReferralStep.Accepted, ReferralStep.Received, ReferralStep.Declined),
        Way(ReferralStep.NoLongerNeeded, ReferralStep.Received, ReferralStep.Accepted, ReferralStep.Done),
    ];

    [Test]
    public void A_referral_is_sent_to_a_service_with_owner_and_due() => Given(Opened).When(Send(One).Decide).ThenRecorded(Sent);

    [Test]
    public void The_same_referral_again_records_nothing_whatever_id_the_server_made() => Given(Opened, Sent).When(Send(Other).Decide).ThenRecordedNothing();

    [Test]
    public void Several_referrals_are_open_at_once()
    {
        var discharge = CaseOf(Opened, Sent, Sent with { Referral = Other, To = ReferredService.Housing });
        Assert.That(Referrals.Of(discharge).Select(referral => (referral.Sent.To, referral.IsOpen)), Is.EqualTo(new[] { (ReferredService.Reablement, true), (ReferredService.Housing, true) }));
    }

    [TestCaseSource(nameof(Ways))]
    public void A_step_in_order_departs_from_nothing(ReferralStep step, ReferralStep[] before) =>
        Given(Before(before)).When(Take(step).Decide).ThenRecorded(new ReferralStepTaken(March(4, "12:00"), One, step, DeclineReason.NoRoom));

    [TestCaseSource(nameof(Detours))]
    public void A_step_out_of_order_is_recorded_and_says_so(ReferralStep step, ReferralStep[] before) =>
        Given(Before(before)).When(Take(step).Decide).ThenDeparting(TakeReferralStep.OutOfOrder);

    [Test]
    public void A_step_dated_before_the_referral_was_sent_is_recorded_and_says_so() =>
        Given(Opened, Sent).When((Take(ReferralStep.Received) with { OccurredAt = March(3, "08:00") }).Decide).ThenDeparting(TakeReferralStep.OutOfOrder);

    [Test]
    public void A_referral_declined_without_a_reason_is_recorded_and_says_so() =>
        Given(Before(ReferralStep.Received)).When((Take(ReferralStep.Declined) with { Reason = null }).Decide).ThenDeparting(TakeReferralStep.DeclinedWithoutReason);

    [Test]
    public void A_step_of_a_referral_nobody_sent_is_refused() => Given(Opened).When(Take(ReferralStep.Received).Decide).ThenRefused(TakeReferralStep.NoSuchReferral);

    [Test]
    public void Once_done_a_referral_stays_done_whatever_is_recorded_late() =>
        Assert.That(Referrals.Find(CaseOf([.. Before(ReferralStep.Received, ReferralStep.Accepted, ReferralStep.Done, ReferralStep.Allocated)]), One)!.Status, Is.EqualTo(ReferralStatus.Done));

    [Test]
    public void A_task_is_set_and_done()
    {
        Given(Opened).When(Set(Other).Decide).ThenRecorded(Keys);
        Given(Opened, Keys).When(End(March(4, "10:00")).Decide).ThenRecorded(new TaskEnded(March(4, "10:00"), Other, TaskEnd.Done, StaffRole.Nurse));
    }

    [Test]
    public void The_same_task_again_records_nothing_whatever_id_the_server_made() => Given(Opened, Keys).When(Set(One).Decide).ThenRecordedNothing();

    [Test]
    public void A_task_that_nobody_set_cannot_be_ended() => Given(Opened).When(End(March(4, "10:00")).Decide).ThenRefused(EndTask.NoSuchTask);

    [Test]
    public void A_task_ends_once() =>
        Given(Opened, Keys, new TaskEnded(March(4, "10:00"), Other, TaskEnd.Done, StaffRole.Nurse)).When(End(March(4, "11:00")).Decide).ThenRefused(EndTask.AlreadyEnded.Naming(3));

    [Test]
    public void A_task_ended_before_it_was_set_is_recorded_and_says_so() => Given(Opened, Keys).When(End(March(3, "08:00")).Decide).ThenDeparting(EndTask.BeforeSet);

    [Test]
    public void Open_referrals_and_tasks_are_next_with_owner_and_due_the_overdue_first()
    {
        var steps = NextSteps.Of(CaseOf(Opened, Sent, Keys), []);
        Assert.That(
            steps.Select(step => (step.What, step.Organisation, step.Due)),
            Is.EqualTo(new[] { ("do-task", Westbrook, March(4, "12:00")), ("receive-referral", RiversideHub, March(5, "09:00")), ("review-criteria-to-reside", (OdsCode?)null, (NodaTime.Instant?)null), ("open-plan", null, null), ("set-expected-date", null, null) }));
    }

    [TestCase("answer-referral", ReferralStep.Received)]
    [TestCase("allocate-referral", ReferralStep.Received, ReferralStep.Accepted)]
    [TestCase("complete-referral", ReferralStep.Received, ReferralStep.Accepted, ReferralStep.Allocated)]
    [TestCase("answer-declined-referral", ReferralStep.Received, ReferralStep.Declined)]
    [TestCase(null, ReferralStep.Received, ReferralStep.Accepted, ReferralStep.Done)]
    [TestCase(null, ReferralStep.NoLongerNeeded)]
    public void What_is_next_of_a_referral_follows_from_where_it_stands(string? what, params ReferralStep[] steps) =>
        Assert.That(ReferralSteps.Of(CaseOf(Before(steps))).Select(step => step.What), Is.EqualTo(what is null ? [] : new[] { what }));

    [Test]
    public void A_declined_referral_sent_elsewhere_needs_no_answer() =>
        Assert.That(
            ReferralSteps.Of(CaseOf([.. Before(ReferralStep.Received, ReferralStep.Declined), Sent with { Referral = Other, OccurredAt = March(4, "13:00") }])).Select(step => step.What),
            Is.EqualTo(new[] { "receive-referral" }));

    [TestCase(DeclineReason.AnotherServiceFitsBetter, ReferredService.HomeCare, "13:00", false)]
    [TestCase(DeclineReason.AnotherServiceFitsBetter, ReferredService.HomeCare, "08:00", true)]
    [TestCase(DeclineReason.NoRoom, ReferredService.HomeCare, "13:00", true)]
    [TestCase(null, ReferredService.HomeCare, "13:00", true)]
    public void A_referral_to_another_service_after_it_answers_a_decline_that_asked_for_one(DeclineReason? reason, ReferredService to, string sentAt, bool stillNext)
    {
        var declined = new ReferralStepTaken(March(4, "12:00"), One, ReferralStep.Declined, reason);
        var discharge = CaseOf(Opened, Sent, declined, Sent with { Referral = Other, To = to, OccurredAt = March(4, sentAt) });
        Assert.That(ReferralSteps.Of(discharge).Any(step => step.What == "answer-declined-referral" && step.About == One), Is.EqualTo(stillNext));
    }

    [Test]
    public void The_step_of_a_withdrawn_referral_is_next_for_nobody() =>
        Assert.That(ReferralSteps.Of(CaseOf([.. Before(ReferralStep.Received), Withdrawn(2, March(4, "13:00"))])), Is.Empty);

    private static SendReferral Send(Guid id) => new(March(3, "09:00"), id, ReferredService.Reablement, RiversideHub, StaffRole.Nurse, March(5, "09:00"));

    private static SetTask Set(Guid id) => new(March(3, "09:00"), id, TaskKind.ArrangeKeys, Westbrook, StaffRole.Nurse, March(4, "12:00"));

    private static EndTask End(NodaTime.Instant at) => new(at, Other, TaskEnd.Done, StaffRole.Nurse);

    private static TakeReferralStep Take(ReferralStep step) => new(March(4, "12:00"), One, step, DeclineReason.NoRoom);

    private static Recorded[] Before(params ReferralStep[] steps) =>
        [Opened, Sent, .. steps.Select((step, index) => (Recorded)new ReferralStepTaken(March(3, $"1{index}:00"), One, step, DeclineReason.NoRoom))];

    private static TestCaseData Way(ReferralStep step, params ReferralStep[] before) => new TestCaseData(step, before).SetArgDisplayNames($"{step} after {string.Join(", ", before)}");
}
