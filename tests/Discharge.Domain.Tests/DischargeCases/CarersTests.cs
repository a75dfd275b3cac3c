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

    [Test]
    public void An_offer_stays_visible_when_the_entry_that_named_the_carer_is_withdrawn()
    {
        var carer = Carers.Of(CaseOf(Opened, Daughter, Respite, Withdrawn(2, March(3, "11:00")))).Single();
        Assert.That((carer.Id, carer.Named, carer.Offers.Length), Is.EqualTo((2L, (CarerNamed?)null, 1)));
    }
}
