using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.RehabilitationBeds;

public sealed class ReferralTests : RehabilitationDecisions
{
    private static ReferForRehabilitation Refer => new(March(2, "09:00"), Referred.Person, "ab12", RehabilitationRoute.StepDown, Referrer, Ward);

    private static DeclineForRehabilitation Decline => new(March(2, "10:00"), RehabilitationDeclineReason.NoBed);

    [TestCase(RehabilitationRoute.StepDown, Description = "Down from hospital")]
    [TestCase(RehabilitationRoute.StepUp, Description = "Up from home")]
    public void A_case_opens_by_referral_down_from_hospital_or_up_from_home(RehabilitationRoute route) =>
        Given().When(_ => (Refer with { Route = route }).Decide(hasOpenCase: false)).ThenRecorded(Referred with { Route = route });

    [Test]
    public void A_person_has_one_open_case_at_most() => Given().When(_ => Refer.Decide(hasOpenCase: true)).ThenRefused(ReferForRehabilitation.AlreadyOpen);

    [Test]
    public void The_same_referral_is_known_again_whatever_has_become_of_the_details() => Assert.Multiple(() =>
    {
        Assert.That((Refer with { PersonHash = "cd34" }).Opened(Referred));
        Assert.That((Refer with { Route = RehabilitationRoute.StepUp }).Opened(Referred), Is.False);
        Assert.That(ReferForRehabilitation.NoSuchStay.Code, Is.EqualTo("rehabilitation.no-such-discharge-case"));
    });

    [Test]
    public void A_referral_is_accepted() => Given(Referred).When(new AcceptForRehabilitation(March(2, "10:00")).Decide).ThenRecorded(Accepted);

    [Test]
    public void A_declined_referral_is_neither_accepted_nor_declined_again() => Assert.Multiple(() =>
    {
        Given(Referred, Declined).When(new AcceptForRehabilitation(March(2, "12:00")).Decide).ThenRefused(RehabilitationCommand.DeclinedAlready.Naming(2));
        Given(Referred, Declined).When((Decline with { OccurredAt = March(2, "12:00") }).Decide).ThenRefused(RehabilitationCommand.DeclinedAlready.Naming(2));
        Given(Referred, Declined).When(Decline.Decide).ThenRecordedNothing();
    });

    [Test]
    public void Whoever_was_admitted_is_not_declined_any_more() =>
        Given(Referred, Accepted, Admitted).When((Decline with { OccurredAt = March(3, "09:00") }).Decide).ThenRefused(DeclineForRehabilitation.WasAdmitted.Naming(3));

    [Test]
    public void A_decline_gives_up_what_was_reserved() => Given(Referred, Accepted, Reserved).When((Decline with { OccurredAt = March(2, "12:00") }).Decide)
        .ThenRecorded(Declined with { OccurredAt = March(2, "12:00") }, new RehabilitationReservationEnded(March(2, "12:00"), Bed, ReservationEnd.NoLongerNeeded, Follows: true));

    [Test]
    public void Nothing_is_decided_for_whoever_was_declined_or_has_died_but_that_rehabilitation_ended() => Assert.Multiple(() =>
    {
        var (reserve, died) = (new ReserveRehabilitationBed(March(5, "10:30"), Bed, PlaceKind.Rehabilitation, Ward, March(6, "18:00")), new RehabilitationBedLeft(March(4, "09:00"), LeavingFor.Died, Bed));
        Given(Referred, Accepted, Declined).When(reserve.Decide).ThenRefused(RehabilitationCommand.DeclinedAlready.Naming(3));
        Given(Referred, Accepted, Admitted, died).When(reserve.Decide).ThenRefused(RehabilitationCommand.PersonHadDied.Naming(4));
        Given(Referred, Accepted, Admitted, died).When(new EndRehabilitation(March(5, "09:00"), RehabilitationResult.Died).Decide).ThenRecorded(new RehabilitationEnded(March(5, "09:00"), RehabilitationResult.Died));
    });

    [Test]
    public void A_referral_is_accepted_once() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted).When(new AcceptForRehabilitation(Accepted.OccurredAt).Decide).ThenRecordedNothing();
        Given(Referred, Accepted).When(new AcceptForRehabilitation(March(2, "11:00")).Decide).ThenRefused(AcceptForRehabilitation.AcceptedAlready.Naming(2));
        Given(Referred, Accepted).When(new AcceptForRehabilitation(March(2, "09:30")).Decide).ThenRefused(AcceptForRehabilitation.AcceptedAlready.Naming(2));
    });

    [Test]
    public void Nothing_is_decided_in_a_case_referred_in_error() =>
        Given(Referred, ReferralWithdrawn).When(new AcceptForRehabilitation(March(2, "10:00")).Decide).ThenRefused(RehabilitationCommand.ReferredInError);

    [Test]
    public void What_happens_in_a_case_referred_in_error_before_the_referral_after_the_ending_or_after_the_death_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        var review = new ReviewRehabilitation(March(5, "09:00"), RehabilitationRole.Physiotherapist, RehabilitationReviewOutcome.GoOn);
        Given(Referred, ReferralWithdrawn).When(review.Decide).ThenDeparting(RehabilitationCommand.InError);
        Given(Referred).When((review with { OccurredAt = March(2, "08:59") }).Decide).ThenDeparting(RehabilitationCommand.BeforeReferral);
        Given(Referred, new RehabilitationEnded(March(4, "09:00"), RehabilitationResult.PersonDeclined)).When(review.Decide).ThenDeparting(RehabilitationCommand.AfterEnding);
        Given(Referred, new RehabilitationBedLeft(March(4, "09:00"), LeavingFor.Died)).When(review.Decide).ThenDeparting(RehabilitationCommand.AfterDeath);
    });

    [Test]
    public void What_stands_and_cannot_stand_together_is_shown_until_one_is_withdrawn() => Assert.Multiple(() =>
    {
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred), hasOtherOpen: true), Is.EqualTo([RehabilitationContradictions.TwoOpenCases]));
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Declined), hasOtherOpen: true), Is.Empty);
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Declined, Admitted)), Is.EqualTo([RehabilitationContradictions.DeclinedAndAdmitted]));
        Assert.That(RehabilitationContradictions.In(CaseOf(Referred, Accepted, Admitted)), Is.Empty);
    });

    [Test]
    public void A_case_is_open_until_it_is_declined_ended_or_turns_out_to_be_referred_in_error() => Assert.Multiple(() =>
    {
        Assert.That(CaseOf(Referred).IsOpen);
        Assert.That(CaseOf(Referred, Accepted, Admitted, WentHome).IsOpen, "Home may not work out.");
        Assert.That(CaseOf(Referred, Declined).IsOpen, Is.False);
        Assert.That(CaseOf(Referred, ReferralWithdrawn).IsOpen, Is.False);
        Assert.That(CaseOf(Referred, Accepted, Admitted, WentHome, new RehabilitationEnded(March(20, "09:00"), RehabilitationResult.GoalsReached)).IsOpen, Is.False);
    });

    [Test]
    public void A_rehabilitation_bed_case_lists_every_departure_there_is_and_finds_it_by_its_code() => Assert.Multiple(() =>
    {
        var declared = typeof(RehabilitationCase).Assembly.GetTypes().Where(type => type.Namespace == typeof(RehabilitationCase).Namespace)
            .SelectMany(type => type.GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(Departure)).Select(field => field.GetValue(null));
        Assert.That(RehabilitationDepartures.All, Is.EquivalentTo(declared.Append(WithdrawEntry.BeforeRecorded)));
        Assert.That(RehabilitationDepartures.All.Select(departure => RehabilitationDepartures.Of(departure.Code)), Is.EqualTo(RehabilitationDepartures.All));
    });
}
