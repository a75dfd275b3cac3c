using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the assessment says of unpaid carers (A18): a carer is a party on the case with own offers and outcomes.</summary>
public sealed class CarersTests : DischargeCaseDecisions
{
    private static readonly CarerNamed Daughter = new(March(3, "09:00"), CarerRelationship.Child, LivesWithPerson: false);
    private static readonly CarerNamed Neighbour = new(March(3, "09:30"), CarerRelationship.Neighbour, LivesWithPerson: false);
    private static readonly OfferToCarer OfferRespite = new(March(3, "10:00"), 2, CarerOffer.RespiteFunding, OfferAnswer.Accepted, StaffRole.SocialWorker);
    private static readonly CarerOfferMade Respite = new(March(3, "10:00"), 2, CarerOffer.RespiteFunding, OfferAnswer.Accepted, StaffRole.SocialWorker);
    private static readonly CarerOutcomeRecorded Supported = new(March(3, "12:00"), 3, CarerOutcome.SupportStarted, StaffRole.SocialWorker);

    [Test]
    public void A_carer_is_a_party_on_the_case() =>
        Given(Opened).When(new NameCarer(March(3, "09:00"), CarerRelationship.Child, LivesWithPerson: false).Decide).ThenRecorded(Daughter);

    [Test]
    public void Respite_funding_therapy_and_arts_can_be_offered() =>
        Assert.That(Enum.GetNames<CarerOffer>(), Is.SupersetOf(new[] { "RespiteFunding", "Therapy", "Arts" }));

    [Test]
    public void A_carer_has_offers_of_their_own() => Given(Opened, Daughter).When(OfferRespite.Decide).ThenRecorded(Respite);

    [Test]
    public void A_carer_has_outcomes_of_their_own() =>
        Given(Opened, Daughter, Neighbour).When(new RecordCarerOutcome(March(3, "12:00"), 3, CarerOutcome.SupportStarted, StaffRole.SocialWorker).Decide).ThenRecorded(Supported);

    [Test]
    public void Two_carers_are_kept_apart()
    {
        var carers = Carers.Of(CaseOf(Opened, Daughter, Neighbour, Respite, Supported));
        Assert.That(
            carers.Select(carer => (carer.Id, carer.Named, carer.Offers.Length, carer.Outcomes.Length)),
            Is.EqualTo(new[] { (2L, (CarerNamed?)Daughter, 1, 0), (3L, Neighbour, 0, 1) }));
    }

    [Test]
    public void What_is_recorded_about_nobody_named_is_refused()
    {
        Given(Opened).When(OfferRespite.Decide).ThenRefused(OfferToCarer.NoSuchCarer);
        Given(Opened).When(new RecordCarerOutcome(March(3, "12:00"), 1, CarerOutcome.CannotContinue, StaffRole.Nurse).Decide).ThenRefused(OfferToCarer.NoSuchCarer);
    }

    [TestCase(CarerOutcome.CannotContinue, true)]
    [TestCase(CarerOutcome.StoppedCaring, true)]
    [TestCase(CarerOutcome.AbleAndWillingToContinue, false)]
    [TestCase(CarerOutcome.InformationHelpful, false)]
    public void A_carer_who_cannot_go_on_is_warned_of_and_next(CarerOutcome outcome, bool isLost) =>
        Assert.That(Lost(Opened, Daughter, Of(outcome, "12:00")), Is.EqualTo(isLost ? (Warned, Next) : (None, NoEntries)));

    [Test]
    public void The_hub_owns_both() => Assert.That(
        (CarersLost.CannotContinue.Owner, CarersLost.Steps(CaseOf(Opened, Daughter, Of(CarerOutcome.CannotContinue, "12:00"))).Single().Owner),
        Is.EqualTo((Owner.CareTransferHub, Owner.CareTransferHub)));

    [Test]
    public void A_carer_who_goes_on_after_all_is_neither() =>
        Assert.That(Lost(Opened, Daughter, Of(CarerOutcome.CannotContinue, "12:00"), Of(CarerOutcome.AbleAndWillingToContinue, "13:00")), Is.EqualTo((None, NoEntries)));

    [Test]
    public void What_they_found_helpful_changes_nothing() =>
        Assert.That(Lost(Opened, Daughter, Of(CarerOutcome.CannotContinue, "12:00"), Of(CarerOutcome.InformationHelpful, "13:00")), Is.EqualTo((Warned, Next)));

    [Test]
    public void Each_carer_lost_is_next() =>
        Assert.That(
            CarersLost.Steps(CaseOf(Opened, Daughter, Neighbour, Of(CarerOutcome.CannotContinue, "12:00"), Of(CarerOutcome.StoppedCaring, "12:30") with { Carer = 3 })).Select(step => step.Entry),
            Is.EqualTo(new long?[] { 2, 3 }));

    [TestCase(ReferredService.HomeCare, "13:00", ReferralStep.Received, false)]
    [TestCase(ReferredService.HomeCare, "13:00", ReferralStep.Declined, true)]
    [TestCase(ReferredService.HomeCare, "11:00", ReferralStep.Received, true)]
    [TestCase(ReferredService.Transport, "13:00", ReferralStep.Received, true)]
    public void Care_asked_for_since_is_what_was_next_and_the_warning_stands_until_it_starts(ReferredService to, string at, ReferralStep step, bool isNext)
    {
        var sent = new ReferralSent(March(3, at), AnyPerson.Ids[0], to, Westbrook, StaffRole.Nurse);
        Assert.That(
            Lost(Opened, Daughter, Of(CarerOutcome.CannotContinue, "12:00"), sent, new ReferralStepTaken(March(3, "14:00"), sent.Referral, step)),
            Is.EqualTo((Warned, isNext ? Next : NoEntries)));
    }

    [TestCase("13:00", false)]
    [TestCase("11:00", true)]
    public void Care_started_since_ends_both(string at, bool isLost) =>
        Assert.That(
            Lost(Opened, Daughter, Of(CarerOutcome.CannotContinue, "12:00"), new PackageOfCareStarted(March(3, at), Westbrook, PackageStart.New, VisitsADay: 4, DoubleHanded: false)),
            Is.EqualTo(isLost ? (Warned, Next) : (None, NoEntries)));

    [Test]
    public void It_is_next_among_the_steps_of_the_case() =>
        Assert.That(NextSteps.Of(CaseOf(Opened, Daughter, Of(CarerOutcome.CannotContinue, "12:00")), []).Select(step => step.What), Has.Member("replace-carer"));

    [Test]
    public void An_offer_stays_visible_when_the_entry_that_named_the_carer_is_withdrawn()
    {
        var carer = Carers.Of(CaseOf(Opened, Daughter, Respite, Withdrawn(2, March(3, "11:00")))).Single();
        Assert.That((carer.Id, carer.Named, carer.Offers.Length), Is.EqualTo((2L, (CarerNamed?)null, 1)));
    }

    [Test]
    public void Whose_naming_is_withdrawn_is_neither_warned_of_nor_next() =>
        Assert.That(Lost(Opened, Daughter, Of(CarerOutcome.CannotContinue, "12:00"), Withdrawn(2, March(3, "13:00"))), Is.EqualTo((None, NoEntries)));

    private static readonly Departure[] Warned = [CarersLost.CannotContinue];
    private static readonly Departure[] None = [];
    private static readonly long?[] Next = [2];
    private static readonly long?[] NoEntries = [];

    private static CarerOutcomeRecorded Of(CarerOutcome outcome, string at) => new(March(3, at), 2, outcome, StaffRole.SocialWorker);

    private static (Departure[] Warnings, long?[] Next) Lost(params Tests.Deciding.Recorded[] recorded) =>
        ([.. CarersLost.Warnings(CaseOf(recorded))], [.. CarersLost.Steps(CaseOf(recorded)).Select(step => step.Entry)]);
}
