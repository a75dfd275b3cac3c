using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Beds.BedStory;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

public sealed class RegisterBedTests : BedDecisions
{
    private static readonly BedOffer Dearer = Offer with { WeeklyCost = 130_000 };

    private static RegisterBed Register => new(March(1, "09:00"), Elmfield, "Room 12", PlaceKind.Nursing, Westbrook, Offer);

    [Test]
    public void A_place_is_registered_with_kind_provider_area_what_it_can_serve_cost_and_funders() =>
        Assert.That(Register.Decide(nameIsTaken: false), Is.InstanceOf<Decision<BedEvent>.Accepted>().With.Property("Facts").EqualTo(new[] { Registered }));

    [Test]
    public void A_provider_has_one_place_of_a_name() =>
        Assert.That(Register.Decide(nameIsTaken: true), Is.EqualTo((Decision<BedEvent>)RegisterBed.AlreadyRegistered));

    [Test]
    public void The_same_registration_is_known_by_all_it_says() => Assert.Multiple(() =>
    {
        Assert.That(Register.Says(Registered), Is.True);
        Assert.That(Register.Says(Registered with { Kind = PlaceKind.Residential }), Is.False);
    });

    [Test]
    public void What_it_can_serve_and_costs_may_change() => Given(Registered).When(new ChangeOffer(March(3, "09:00"), Dearer).Decide).ThenRecorded(new BedOfferChanged(March(3, "09:00"), Dearer));

    [Test]
    public void What_was_said_last_holds() => Assert.That(BedOf(Registered, new BedOfferChanged(March(3, "09:00"), Dearer)).Offer, Is.EqualTo(Dearer));

    [Test]
    public void A_place_is_closed_also_where_somebody_is_in_it() =>
        Given(Registered, AdaIsThere).When(new CloseBed(March(6, "09:00"), ClosureReason.Works, new LocalDate(2026, 3, 30)).Decide)
            .ThenRecorded(new BedClosed(March(6, "09:00"), ClosureReason.Works, new LocalDate(2026, 3, 30)));

    [Test]
    public void Whoever_is_in_it_stays_its_holder() => Assert.That(BedOf(Registered, AdaIsThere, ClosedForInfection).StatusAt(March(6, "09:00")), Is.EqualTo(BedStatus.Occupied));

    [Test]
    public void A_closed_place_is_opened_again() => Given(Registered, ClosedForInfection).When(new ReopenBed(March(3, "09:00")).Decide).ThenRecorded(new BedReopened(March(3, "09:00")));

    [Test]
    public void An_open_place_cannot_be_opened() => Given(Registered).When(new ReopenBed(March(3, "09:00")).Decide).ThenRefused(ReopenBed.NotClosed);

    [Test]
    public void The_provider_gives_their_word() =>
        Given(Registered).When(new ConfirmVacancy(March(3, "09:00"), IsFree: true, new LocalDate(2026, 3, 9), new LocalDate(2026, 4, 9)).Decide)
            .ThenRecorded(new VacancyConfirmed(March(3, "09:00"), IsFree: true, new LocalDate(2026, 3, 9), new LocalDate(2026, 4, 9)));

    [Test]
    public void Their_word_that_a_place_is_free_in_which_somebody_is_is_recorded_and_says_so() =>
        Given(Registered, AdaIsThere).When(new ConfirmVacancy(March(6, "09:00"), IsFree: true).Decide).ThenDeparting(ConfirmVacancy.SaidFreeWhileTaken);

    [Test]
    public void Their_word_takes_nothing_from_whoever_has_it() =>
        Assert.That(BedOf(Registered, AdaIsThere, new VacancyConfirmed(March(6, "09:00"), IsFree: true)).HeldBy(March(6, "10:00"))?.Case, Is.EqualTo(Ada));

    [Test]
    public void Every_departure_is_found_by_its_code() => Assert.That(BedDepartures.All.Select(departure => BedDepartures.Of(departure.Code)), Is.EqualTo(BedDepartures.All));

    [Test]
    public void What_does_not_exist_has_a_code_of_its_own() => Assert.That(new[] { Bed.NoSuchPlace.Code, Bed.NoSuchCase.Code }, Is.EqualTo(new[] { "bed.no-such-place", "bed.no-such-case" }));
}
