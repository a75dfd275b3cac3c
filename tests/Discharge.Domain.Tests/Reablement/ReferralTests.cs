using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

public sealed class ReferralTests : ReablementDecisions
{
    private static ReferForReablement Refer => new(March(2, "09:00"), Referred.Person, "ab12", ReablementSource.GpLiaison, Referrer, Team, Urgent: false);

    private static AnswerReferral Answer(ReferralAnswer answer, string time = "09:30") => new(March(2, time), answer, ReferrerTold: true);

    private static RecordContact Contact => new(March(2, "14:00"), Olu, ReablementRole.OccupationalTherapist, ContactBy.Visit);

    private static Refusal? Withdrawing(long entry, params Deciding.Recorded[] recorded) =>
        (new WithdrawEntry(March(9, "09:00"), entry, WithdrawalReason.WrongContent).Decide(Deciding.Histories.HistoryOf(recorded)) as Decision<EntryWithdrawn>.Refused)?.Refusal;

    [TestCase(ReablementSource.Community)]
    [TestCase(ReablementSource.GpLiaison)]
    [TestCase(ReablementSource.HomeFirstTeam)]
    public void A_case_opens_by_referral_from_the_community_the_gp_liaison_or_the_home_first_team(ReablementSource source) =>
        Given().When(_ => (Refer with { Source = source }).Decide(hasOpenCase: false)).ThenRecorded(Referred with { Source = source });

    [Test]
    public void A_person_has_one_open_case_at_most() => Given().When(_ => Refer.Decide(hasOpenCase: true)).ThenRefused(ReferForReablement.AlreadyOpen);

    [Test]
    public void The_same_referral_is_known_again_whatever_has_become_of_the_details() => Assert.That((Refer with { PersonHash = "cd34" }).Opened(Referred));

    [Test]
    public void Another_referral_is_not_the_same() => Assert.That((Refer with { Urgent = true }).Opened(Referred), Is.False);

    [Test]
    public void A_person_answers_a_referral() => Given(Referred).When(Answer(ReferralAnswer.Accepted).Decide).ThenRecorded(Accepted);

    [Test]
    public void An_answer_said_again_records_nothing() => Given(Referred, Accepted).When(Answer(ReferralAnswer.Accepted).Decide).ThenRecordedNothing();

    [Test]
    public void Whoever_has_been_contacted_is_not_declined_any_more() => Given(Referred, FirstContact).When(Answer(ReferralAnswer.Declined, "15:00").Decide).ThenRefused(AnswerReferral.HasStarted);

    [TestCase(ReferralAnswer.Accepted)]
    [TestCase(ReferralAnswer.Queried)]
    public void A_declined_referral_is_not_taken_up_again_the_person_is_referred_anew(ReferralAnswer answer) =>
        Given(Referred, Declined).When(Answer(answer, "15:00").Decide).ThenRefused(AnswerReferral.DeclinedAlready.Naming(2));

    [Test]
    public void A_referral_is_neither_answered_nor_marked_urgent_before_it_came() => Assert.Multiple(() =>
    {
        Given(Referred).When(Answer(ReferralAnswer.Accepted, "08:59").Decide).ThenRefused(ReablementCommand.NotReferredYet);
        Given(Referred).When(new MarkUrgent(March(2, "08:59")).Decide).ThenRefused(ReablementCommand.NotReferredYet);
    });

    [Test]
    public void The_referrer_may_be_told_of_a_decline_after_it() => Assert.Multiple(() =>
    {
        var untold = Declined with { ReferrerTold = false };
        Given(Referred, untold).When(Answer(ReferralAnswer.Declined, "10:00").Decide).ThenRecorded(Declined with { OccurredAt = March(2, "10:00") });
        Given(Referred, untold).When((Answer(ReferralAnswer.Declined, "10:00") with { ReferrerTold = false }).Decide).ThenRefused(AnswerReferral.DeclinedAlready.Naming(2));
        Given(Referred, Declined).When(Answer(ReferralAnswer.Declined, "10:00").Decide).ThenRefused(AnswerReferral.DeclinedAlready.Naming(2));
        Assert.That(ClockOf("T02", Referred, untold, Declined with { OccurredAt = March(2, "10:00") }).StatusAt(March(2, "10:01")), Is.EqualTo(ClockStatus.Met));
    });

    [Test]
    public void An_answer_given_before_the_decline_may_be_recorded_after_it() => Assert.Multiple(() =>
    {
        Given(Referred, Declined).When(Answer(ReferralAnswer.Queried, "09:10").Decide).ThenRecorded(Accepted with { Answer = ReferralAnswer.Queried, OccurredAt = March(2, "09:10") });
        Assert.That(CaseOf(Referred, Declined, Accepted with { OccurredAt = March(2, "09:10") }).Phase, Is.EqualTo(ReablementPhase.Declined));
    });

    [Test]
    public void Whoever_was_handed_over_has_no_referral_to_be_answered() =>
        Given(Referred with { DischargeCase = Id, Source = ReablementSource.Discharge }).When(Answer(ReferralAnswer.Declined).Decide).ThenRefused(AnswerReferral.HandedOver);

    [Test]
    public void What_was_handed_over_is_put_right_in_the_case_it_comes_from_and_not_withdrawn_here() => Assert.Multiple(() =>
    {
        var handed = (Referred with { DischargeCase = Id, Source = ReablementSource.Discharge }).RecordedBy(Actor.HandOvers);
        Assert.That(Withdrawing(1, handed), Is.EqualTo(WithdrawEntry.HandedOver));
        Assert.That(Withdrawing(2, handed, new DeathHandedOver(March(3, "09:00")).RecordedBy(Actor.HandOvers)), Is.EqualTo(WithdrawEntry.HandedOver));
        Assert.That(Withdrawing(2, handed, ReferralWithdrawn.RecordedBy(Actor.HandOvers)), Is.EqualTo(WithdrawEntry.HandedOver), "Nor is its being taken back.");
        Assert.That(Withdrawing(1, Referred), Is.Null);
        Assert.That(Withdrawing(2, handed, AllocatedToOlu), Is.Null);
    });

    [Test]
    public void Declined_and_contacted_is_shown_until_one_is_withdrawn() => Assert.Multiple(() =>
    {
        Assert.That(ReablementContradictions.In(CaseOf(Referred, Declined, FirstContact)), Is.EqualTo([ReablementContradictions.DeclinedAndContacted]));
        Assert.That(ReablementContradictions.In(CaseOf(Referred, Declined, FirstContact, new EntryWithdrawn(March(3, "09:00"), 2, WithdrawalReason.WrongContent))), Is.Empty);
    });

    [Test]
    public void Two_open_cases_of_one_person_are_shown_in_both_until_one_is_not_open_any_more() => Assert.Multiple(() =>
    {
        Assert.That(ReablementContradictions.In(CaseOf(Referred), hasOtherOpen: true), Is.EqualTo([ReablementContradictions.TwoOpenCases]));
        Assert.That(ReablementContradictions.In(CaseOf(Referred, Declined), hasOtherOpen: true), Is.Empty);
        Assert.That(ReablementContradictions.In(CaseOf(Referred), hasOtherOpen: false), Is.Empty);
    });

    [Test]
    public void A_case_is_open_until_it_is_declined_or_turns_out_to_be_referred_in_error() => Assert.Multiple(() =>
    {
        Assert.That(CaseOf(Referred).IsOpen);
        Assert.That(CaseOf(Referred, Accepted, AllocatedToOlu, FirstContact).IsOpen);
        Assert.That(CaseOf(Referred, Declined).IsOpen, Is.False);
        Assert.That(CaseOf(Referred, ReferralWithdrawn).IsOpen, Is.False);
    });

    [Test]
    public void Nothing_is_decided_in_a_case_referred_in_error() => Given(Referred, ReferralWithdrawn).When(Answer(ReferralAnswer.Accepted).Decide).ThenRefused(ReablementCommand.ReferredInError);

    [Test]
    public void A_referral_may_be_marked_urgent() => Given(Referred).When(new MarkUrgent(March(2, "11:00")).Decide).ThenRecorded(new ReferralMarkedUrgent(March(2, "11:00")));

    [Test]
    public void An_urgent_referral_is_urgent_already() => Given(ReferredUrgently).When(new MarkUrgent(March(2, "11:00")).Decide).ThenRecordedNothing();

    [Test]
    public void First_contact_is_where_reablement_starts() => Given(Referred, Accepted, AllocatedToOlu).When(Contact.Decide).ThenRecorded(FirstContact);

    [Test]
    public void Contact_before_anybody_accepted_or_was_allocated_is_recorded_and_says_so() =>
        Given(Referred).When(Contact.Decide).ThenDeparting(RecordContact.BeforeAcceptance, RecordContact.WithoutWorker);

    [Test]
    public void To_have_asked_back_after_accepting_takes_nothing_back() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, AllocatedToOlu, Accepted with { Answer = ReferralAnswer.Queried, OccurredAt = March(2, "10:00") }).When(Contact.Decide).ThenRecorded(FirstContact);
        Assert.That(CaseOf(Referred, Accepted, Accepted with { Answer = ReferralAnswer.Queried, OccurredAt = March(2, "10:00") }).Phase, Is.EqualTo(ReablementPhase.Waiting));
    });

    [Test]
    public void Contact_in_a_case_referred_in_error_is_recorded_and_says_so() =>
        Given(Referred, Accepted, AllocatedToOlu, ReferralWithdrawn).When(Contact.Decide).ThenDeparting(ReablementCommand.InError);

    [Test]
    public void What_is_dated_before_the_referral_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted).When(new AnswerReablementConsent(March(2, "08:59"), ReablementConsent.Given).Decide).ThenDeparting(ReablementCommand.BeforeReferral);
        Given(Referred, Accepted).When(new AnswerReablementConsent(March(2, "09:00"), ReablementConsent.Given).Decide).ThenRecorded(new ReablementConsentAnswered(March(2, "09:00"), ReablementConsent.Given));
    });

    [Test]
    public void Contact_after_the_first_needs_no_acceptance() =>
        Given(Referred, AllocatedToOlu, FirstContact).When((Contact with { OccurredAt = March(3, "10:00") }).Decide).ThenRecorded(FirstContact with { OccurredAt = March(3, "10:00") });

    [Test]
    public void Waiting_is_measured_not_assumed_away() => Assert.Multiple(() =>
    {
        Assert.That(CaseOf(Referred, Accepted, AllocatedToOlu).WaitingSince, Is.EqualTo(Accepted.OccurredAt));
        Assert.That(CaseOf(Referred with { DischargeCase = Id }).WaitingSince, Is.EqualTo(Referred.OccurredAt), "Whoever is home waits from the leaving on.");
        Assert.That(CaseOf(Referred, Accepted, AllocatedToOlu, FirstContact).WaitingSince, Is.Null);
        Assert.That(CaseOf(Referred).Phase, Is.EqualTo(ReablementPhase.Referred));
        Assert.That(CaseOf(Referred, Accepted, AllocatedToOlu).Phase, Is.EqualTo(ReablementPhase.Waiting));
        Assert.That(CaseOf(Referred, Accepted, AllocatedToOlu, FirstContact).Phase, Is.EqualTo(ReablementPhase.Started));
        Assert.That(CaseOf(Referred, Declined).Phase, Is.EqualTo(ReablementPhase.Declined));
        Assert.That(CaseOf(Referred, ReferralWithdrawn).Phase, Is.EqualTo(ReablementPhase.ReferredInError));
    });

    [Test]
    public void A_reablement_case_lists_every_departure_there_is_and_finds_it_by_its_code() => Assert.Multiple(() =>
    {
        var declared = typeof(ReablementCase).Assembly.GetTypes().Where(type => type.Namespace == typeof(ReablementCase).Namespace)
            .SelectMany(type => type.GetFields()).Where(field => field.IsStatic && field.FieldType == typeof(Departure)).Select(field => field.GetValue(null));
        Assert.That(ReablementDepartures.All, Is.EquivalentTo(declared.Append(WithdrawEntry.BeforeRecorded)));
        Assert.That(ReablementDepartures.All.Select(departure => ReablementDepartures.Of(departure.Code)), Is.EqualTo(ReablementDepartures.All));
    });
}
