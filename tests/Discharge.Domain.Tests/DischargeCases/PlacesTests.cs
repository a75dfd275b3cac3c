using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class PlacesTests : DischargeCaseDecisions
{
    private static readonly Guid Room = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000021");

    private static ReservePlace Reserve => new(March(4, "10:00"), Room, PlaceKind.Nursing, Westbrook, March(5, "18:00"));

    private static PlaceReserved Reserved => new(March(4, "10:00"), Room, PlaceKind.Nursing, Westbrook, March(5, "18:00"));

    [Test]
    public void A_place_is_reserved_for_the_person() => Given(Opened).When(Reserve.Decide).ThenRecorded(Reserved);

    [Test]
    public void None_is_for_somebody_who_had_died() =>
        Given(Opened, new PersonDied(March(3, "10:00"), PlaceOfDeath.AtHome)).When(Reserve.Decide).ThenRefused(DischargeCaseDecision.PersonHadDied.Naming(2));

    [Test]
    public void A_reservation_that_is_no_longer_needed_ends() =>
        Given(Opened, Reserved).When(new EndReservation(March(4, "12:00"), Room, ReservationEnd.NoLongerNeeded).Decide)
            .ThenRecorded(new PlaceReservationEnded(March(4, "12:00"), Room, ReservationEnd.NoLongerNeeded));

    [TestCase(ReservationEnd.SomebodyElseArrived)]
    [TestCase(ReservationEnd.TakenBack)]
    public void A_reservation_that_others_ended_says_that_the_person_needs_another_place(ReservationEnd how) =>
        Given(Opened, Reserved).When(new EndReservation(March(4, "12:00"), Room, how).Decide).ThenDeparting(EndReservation.PlaceLost);

    [Test]
    public void It_is_warned_of_until_another_place_is_reserved() => Assert.Multiple(() =>
    {
        var lost = new PlaceReservationEnded(March(4, "12:00"), Room, ReservationEnd.TakenBack) { Departures = [EndReservation.PlaceLost.Code] };
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf(Opened, Reserved, lost)), Is.EqualTo(new[] { EndReservation.PlaceLost }));
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf(Opened, Reserved, lost, Reserved with { OccurredAt = March(4, "13:00"), Bed = Guid.Empty })), Is.Empty);
    });
}
