using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;

namespace Discharge.Persistence.Tests.Cases;

/// <summary>The events of places, and of what a case has on record of one.</summary>
public static partial class StoredEvents
{
    private static BedOffer Offer => new([BedFeature.TwentyFourHourCare, BedFeature.GroundFloor], 119_500, [Funder.SocialCare, Funder.SelfFunder]);

    private static IEnumerable<(string Name, string Json, Fact Fact)> Places =>
    [
        (
            "discharge-case.place-reserved.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a","kind":"nursing","provider":"QMJ01","until":"2026-03-29T01:30:00.123456Z","departures":[]}
            """,
            new PlaceReserved(At, Thread, PlaceKind.Nursing, OdsCode.Parse("QMJ01"), At)),
        (
            "discharge-case.place-reservation-ended.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a","as":"somebody-else-arrived","follows":true,"departures":["discharge.place-lost"]}""",
            new PlaceReservationEnded(At, Thread, ReservationEnd.SomebodyElseArrived, Follows: true) { Departures = ["discharge.place-lost"] }),
        (
            "bed.registered.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z","provider":"ELM01","name":"Room 12","kind":"residential","area":"713",
             "offer":{"features":["twenty-four-hour-care","ground-floor"],"weeklyCost":119500,"funders":["social-care","self-funder"]},"departures":[]}
            """,
            new BedRegistered(At, OdsCode.Parse("ELM01"), "Room 12", PlaceKind.Residential, OdsCode.Parse("713"), Offer)),
        (
            "bed.offer-changed.v1",
            """
            {"occurredAt":"2026-03-29T01:30:00.123456Z",
             "offer":{"features":["twenty-four-hour-care","ground-floor"],"weeklyCost":119500,"funders":["social-care","self-funder"]},"departures":[]}
            """,
            new BedOfferChanged(At, Offer)),
        ("bed.closed.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"works","expectedUntil":"2026-03-30","departures":[]}""", new BedClosed(At, ClosureReason.Works, Day)),
        ("bed.reopened.v1", """{"occurredAt":"2026-03-29T01:30:00.123456Z","departures":[]}""", new BedReopened(At)),
        (
            "bed.vacancy-confirmed.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","isFree":true,"freeFrom":"2026-03-30","freeTo":"2026-03-30","departures":[]}""",
            new VacancyConfirmed(At, IsFree: true, Day, Day)),
        (
            "bed.reserved.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","case":"0195a1b2-0000-7000-8000-00000000000a","until":"2026-03-29T01:30:00.123456Z","departures":[]}""",
            new BedReserved(At, Thread, At)),
        (
            "bed.occupied.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","case":"0195a1b2-0000-7000-8000-00000000000a","plannedEnd":"2026-03-30","departures":[]}""",
            new BedOccupied(At, Thread, Day)),
        (
            "bed.held.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","case":"0195a1b2-0000-7000-8000-00000000000a","reason":"back-in-hospital","departures":[]}""",
            new BedHeld(At, Thread, HoldReason.BackInHospital)),
        (
            "bed.released.v1",
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","case":"0195a1b2-0000-7000-8000-00000000000a","reason":"somebody-else-arrived","follows":true,"departures":[]}""",
            new BedReleased(At, Thread, ReleaseReason.SomebodyElseArrived, Follows: true)),
    ];

    private static IEnumerable<(string Json, Fact Fact)> PlacesAtLeast =>
    [
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","bed":"0195a1b2-0000-7000-8000-00000000000a","as":"taken-back"}""",
            new PlaceReservationEnded(At, Thread, ReservationEnd.TakenBack)),
        (
            """{"occurredAt":"2026-03-29T01:30:00.123456Z","case":"0195a1b2-0000-7000-8000-00000000000a","reason":"went-home"}""",
            new BedReleased(At, Thread, ReleaseReason.WentHome)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","reason":"infection"}""", new BedClosed(At, ClosureReason.Infection)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","isFree":false}""", new VacancyConfirmed(At, IsFree: false)),
        ("""{"occurredAt":"2026-03-29T01:30:00.123456Z","case":"0195a1b2-0000-7000-8000-00000000000a"}""", new BedOccupied(At, Thread)),
    ];
}
