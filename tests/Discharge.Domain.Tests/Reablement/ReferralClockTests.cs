using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

public sealed class ReferralClockTests : ReablementDecisions
{
    [TestCase("08:59", 4, ClockStatus.Met, Description = "A minute before 48 hours are over")]
    [TestCase("09:01", 4, ClockStatus.MetLate, Description = "A minute after")]
    public void All_referrals_are_responded_to_within_48_hours(string time, int day, ClockStatus status) =>
        Assert.That(ClockOf("T02", Referred, Accepted with { OccurredAt = March(day, time) }).StatusAt(March(10, "09:00")), Is.EqualTo(status));

    [TestCase(3, "20:59", ClockStatus.Running)]
    [TestCase(3, "21:00", ClockStatus.Warned, Description = "After 36 hours")]
    [TestCase(4, "09:01", ClockStatus.Breached)]
    public void A_referral_nobody_responds_to_is_warned_of_and_breached(int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T02", Referred).StatusAt(March(day, time)), Is.EqualTo(status));

    [TestCase(ReferralAnswer.Accepted)]
    [TestCase(ReferralAnswer.Declined)]
    [TestCase(ReferralAnswer.Queried)]
    public void Whatever_a_person_answers_is_a_response(ReferralAnswer answer) =>
        Assert.That(ClockOf("T02", Referred, Accepted with { Answer = answer }).StoppedAt, Is.EqualTo(Accepted.OccurredAt));

    [Test]
    public void An_answer_the_referrer_was_not_told_of_is_none() => Assert.That(ClockOf("T02", Referred, Accepted with { ReferrerTold = false }).IsOpen);

    [TestCase(2, "23:59", ClockStatus.Met)]
    [TestCase(3, "00:01", ClockStatus.MetLate)]
    public void Where_it_is_urgent_contact_is_on_the_same_day(int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T03", ReferredUrgently, Accepted, FirstContact with { OccurredAt = March(day, time) }).StatusAt(March(10, "09:00")), Is.EqualTo(status));

    [TestCase("11:59", ClockStatus.Running)]
    [TestCase("12:00", ClockStatus.Warned)]
    public void An_urgent_referral_is_warned_of_at_noon(string time, ClockStatus status) => Assert.That(ClockOf("T03", ReferredUrgently).StatusAt(March(2, time)), Is.EqualTo(status));

    [Test]
    public void An_urgent_contact_not_made_is_breached_at_midnight() => Assert.That(ClockOf("T03", ReferredUrgently).StatusAt(March(3, "00:00")), Is.EqualTo(ClockStatus.Breached));

    [TestCase("19:59", null, "Contact the person today.")]
    [TestCase("20:00", "After closing: crisis response (T27) and the on-call service.", "Contact the person today. After closing: crisis response (T27) and the on-call service.")]
    public void An_urgent_referral_after_the_service_has_closed_is_out_of_hours_and_crisis_response_and_the_on_call_service_are_offered(string received, string? offered, string next) => Assert.Multiple(() =>
    {
        var clock = ClockOf("T03", ReferredUrgently with { OccurredAt = March(2, received) });
        Assert.That(ReablementTimelines.OfferedOutOfHours([clock]), Is.EqualTo(offered));
        Assert.That(ReablementSteps.Of(CaseOf(ReferredUrgently, Accepted, AllocatedToOlu), [clock]).Single().Sentence, Is.EqualTo(next));
        Assert.That(clock.StatusAt(March(2, received)), Is.EqualTo(ClockStatus.Warned), "It is warned of at once.");
    });

    [Test]
    public void A_referral_marked_urgent_is_owed_contact_on_the_day_it_was_marked() =>
        Assert.That(ClockOf("T03", Referred, new ReferralMarkedUrgent(March(4, "10:00"))).Due.DueOn, Is.EqualTo(new NodaTime.LocalDate(2026, 3, 4)));

    [Test]
    public void No_other_referral_is_owed_contact_on_the_same_day() => Assert.That(RulesOf(Referred, Accepted), Does.Not.Contain("T03"));

    [Test]
    public void Staff_are_allocated_immediately() => Assert.Multiple(() =>
    {
        Assert.That(ClockOf("T04", Referred, Accepted, AllocatedToOlu).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.Met));
        Assert.That(ClockOf("T04", Referred, Accepted).StatusAt(Accepted.OccurredAt), Is.EqualTo(ClockStatus.Warned), "It is warned of on receipt");
        Assert.That(ClockOf("T04", Referred, Accepted).StatusAt(March(3, "00:00")), Is.EqualTo(ClockStatus.Breached));
        Assert.That(ClockOf("T04", Referred, Accepted, AllocatedToOlu with { OccurredAt = March(3, "09:00") }).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.MetLate));
    });

    [Test]
    public void An_allocation_made_before_the_answer_meets_it_early() =>
        Assert.That(ClockOf("T04", Referred, AllocatedToOlu with { OccurredAt = March(2, "09:10") }, Accepted).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.MetEarly));

    [Test]
    public void Nobody_is_owed_a_worker_before_they_are_accepted() => Assert.That(RulesOf(Referred, Declined), Does.Not.Contain("T04"));

    [TestCase(4, "23:59", ClockStatus.Met)]
    [TestCase(5, "00:01", ClockStatus.MetLate)]
    public void Reablement_from_the_community_starts_within_two_days(int day, string time, ClockStatus status) =>
        Assert.That(ClockOf("T28", Referred, Accepted, FirstContact with { OccurredAt = March(day, time) }).StatusAt(March(10, "09:00")), Is.EqualTo(status));

    [TestCase("T04")]
    [TestCase("T28")]
    public void A_decline_said_again_later_ends_nothing_later(string rule) => Assert.That(
        ClockOf(rule, Referred, Accepted, Declined with { OccurredAt = March(2, "12:00"), ReferrerTold = false }, Declined with { OccurredAt = March(6, "12:00") }) is var clock
            ? (clock.StatusAt(March(10, "09:00")), clock.NotReachedAt)
            : default,
        Is.EqualTo((ClockStatus.NotReached, March(2, "12:00"))));

    [Test]
    public void A_decline_after_the_team_had_taken_the_person_on_again_counts_from_then() => Assert.That(
        ClockOf("T28", Referred, Declined with { OccurredAt = March(2, "10:00") }, Accepted with { OccurredAt = March(2, "11:00") }, Declined with { OccurredAt = March(3, "12:00") }).NotReachedAt,
        Is.EqualTo(March(3, "12:00")));

    [Test]
    public void Whoever_says_again_that_they_do_not_want_it_has_not_wanted_it_since_the_first_time()
    {
        var unwanted = new ReablementConsentAnswered(March(2, "11:00"), ReablementConsent.Declined);
        Assert.That(ClockOf("T28", Referred, unwanted, unwanted with { OccurredAt = March(6, "11:00") }).NotReachedAt, Is.EqualTo(March(2, "11:00")));
    }

    [TestCase("T04")]
    [TestCase("T28")]
    public void Whoever_is_not_taken_on_is_owed_neither_a_worker_nor_a_start_from_then_on(string rule) => Assert.Multiple(() =>
    {
        var declined = ClockOf(rule, Referred, Accepted, Declined with { OccurredAt = March(2, "12:00") });
        Assert.That((declined.StatusAt(March(10, "09:00")), declined.NotReachedAt), Is.EqualTo((ClockStatus.NotReached, March(2, "12:00"))));
        Assert.That(ClockOf(rule, Referred, Accepted, Declined with { OccurredAt = March(6, "12:00") }).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.Breached), "What was late by then stays late.");
    });

    [Test]
    public void An_urgent_contact_is_owed_also_where_the_team_does_not_take_the_person_on() => Assert.That(ClockOf("T03", ReferredUrgently, Declined).IsOpen);

    [Test]
    public void A_case_referred_in_error_owes_nothing() => Assert.Multiple(() =>
    {
        Assert.That(RulesOf(Referred, ReferralWithdrawn), Is.Empty);
        Assert.That(ClockOf("T03", Referred, new ReferralMarkedUrgent(March(2, "10:00")), ReferralWithdrawn).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.Voided));
        Assert.That(ClockOf("T04", Referred, Accepted, ReferralWithdrawn).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.Voided));
    });

    [Test]
    public void A_referral_of_which_something_was_asked_back_is_still_to_be_settled() => Assert.Multiple(() =>
    {
        Assert.That(StepsOf(Referred, Accepted with { Answer = ReferralAnswer.Queried }), Is.EquivalentTo(["settle-referral", "start-reablement"]));
        Assert.That(StepsOf(Referred, Accepted with { Answer = ReferralAnswer.Queried, ReferrerTold = false }), Is.EquivalentTo(["answer-referral", "start-reablement"]), "Once is enough.");
        Assert.That(StepsOf(Referred, Accepted with { Answer = ReferralAnswer.Queried }, Accepted with { OccurredAt = March(3, "09:00") }), Is.EquivalentTo(["allocate-worker", "start-reablement"]));
        Assert.That(StepsOf(Referred, Accepted with { Answer = ReferralAnswer.Queried }, Declined with { OccurredAt = March(3, "09:00") }), Is.Empty);
    });

    [Test]
    public void Where_the_person_declines_before_any_answer_the_referrer_is_still_owed_one() => Assert.Multiple(() =>
    {
        var unwanted = new ReablementConsentAnswered(March(2, "11:00"), ReablementConsent.Declined);
        Assert.That(ClockOf("T02", Referred, unwanted).StatusAt(March(4, "09:01")), Is.EqualTo(ClockStatus.Breached));
        Assert.That(StepsOf(Referred, unwanted), Is.EqualTo(["answer-referral"]));
        Assert.That(ClockOf("T02", Referred, unwanted, Declined with { OccurredAt = March(2, "12:00") }).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.Met));
    });

    [Test]
    public void The_contact_owed_to_whoever_is_urgent_and_not_taken_on_is_no_start_of_reablement() => Assert.Multiple(() =>
    {
        Given(ReferredUrgently, Declined).When(new RecordContact(FirstContact.OccurredAt, Olu, ReablementRole.OccupationalTherapist, ContactBy.Visit).Decide).ThenRecorded(FirstContact);
        Assert.That(ClockOf("T03", ReferredUrgently, Declined, FirstContact).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.Met));
        Assert.That(RulesOf(ReferredUrgently, Declined, FirstContact), Does.Not.Contain("T05").And.Not.Contain("T12"));
        Assert.That(CaseOf(ReferredUrgently, Declined, FirstContact).Phase, Is.EqualTo(ReablementPhase.Declined));
        Assert.That(ReablementContradictions.In(CaseOf(ReferredUrgently, Declined, FirstContact)), Is.Empty);
    });

    [Test]
    public void Whoever_was_contacted_before_it_turned_out_to_be_urgent_is_not_owed_another_first_contact() =>
        Assert.That(RulesOf(Referred, Accepted, AllocatedToOlu, FirstContact, new ReferralMarkedUrgent(March(2, "15:00"))), Does.Not.Contain("T03"));

    [Test]
    public void The_referrer_is_told_of_the_answer_that_settled_it_also_after_something_was_asked_back() => Assert.Multiple(() =>
    {
        var asked = Accepted with { Answer = ReferralAnswer.Queried };
        foreach (var answer in new[] { Declined with { OccurredAt = March(2, "11:00"), ReferrerTold = false }, Accepted with { OccurredAt = March(2, "11:00"), ReferrerTold = false } })
        {
            Assert.That(StepsOf(Referred, asked, answer), Does.Contain("tell-referrer"));
            Assert.That(CaseOf(Referred, asked, answer).IsReferrerTold, Is.False);
            Assert.That(StepsOf(Referred, asked, answer, answer with { OccurredAt = March(2, "12:00"), ReferrerTold = true }), Does.Not.Contain("tell-referrer"));
        }
    });

    [Test]
    public void Whoever_does_not_want_reablement_does_not_wait_for_it_and_it_is_to_be_ended() => Assert.Multiple(() =>
    {
        var unwanted = new ReablementConsentAnswered(March(2, "11:00"), ReablementConsent.Declined);
        Assert.That(StepsOf(Referred, Accepted, unwanted), Is.EqualTo(["end-reablement"]));
        Assert.That(CaseOf(Referred, Accepted, unwanted) is { WaitingSince: null, IsToEndOrGoOn: true, IsUnwanted: true });
        Assert.That(CaseOf(Referred, Accepted, unwanted, unwanted with { OccurredAt = March(3, "11:00"), Answer = ReablementConsent.Given }) is { WaitingSince: not null, IsToEndOrGoOn: false });
    });

    [Test]
    public void Once_somebody_is_home_from_a_return_to_hospital_what_was_owed_is_owed_again() => Assert.Multiple(() =>
    {
        Recorded[] back = [Referred with { DischargeCase = Id, SixtyFiveOrOver = false }, new AssessmentRequested(March(2, "10:00")), new ReturnHandedOver(March(3, "09:00"))];
        Assert.That(StepsOf(back), Is.EqualTo(["end-reablement-or-go-on"]));
        Recorded[] home = [.. back, FirstContact with { OccurredAt = March(6, "09:00") }];
        Assert.That(StepsOf(home), Is.SupersetOf(["allocate-worker", "respond-to-assessment-request"]));
        Assert.That(StepsOf([.. home, AllocatedToOlu with { OccurredAt = March(6, "10:00") }, new AssessmentAnswered(March(6, "10:00"), 2, AssessmentAnswer.Booked)]), Has.None.AnyOf("allocate-worker", "respond-to-assessment-request"));
    });

    [TestCase(null, true)]
    [TestCase(true, false)]
    public void Of_whoever_left_hospital_the_date_of_birth_is_asked_for_where_it_is_not_known(bool? older, bool asked) =>
        Assert.That(StepsOf(Referred with { DischargeCase = Id, SixtyFiveOrOver = older }).Contains("find-date-of-birth"), Is.EqualTo(asked));

    [Test]
    public void What_is_due_first_is_next_first()
    {
        var steps = ReablementSteps.Of(CaseOf(ReferredUrgently), [ClockOf("T02", ReferredUrgently), ClockOf("T03", ReferredUrgently)]);
        Assert.That(steps.Select(step => step.What), Is.EqualTo(["contact-today", "answer-referral"]));
    }
}
