using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Beds.BedStory;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

public sealed class BedCapacityTests
{
    private static readonly Bed[] Beds =
    [
        BedOf(Registered),
        BedOf(Registered, ReservedForAda, AdaIsThere, HeldForAda, AdaWentHome),
        BedOf(Registered, ClosedForInfection, new BedReopened(March(6, "09:00"))),
        BedOf(Registered, new VacancyConfirmed(March(5, "09:00"), IsFree: false)),
        BedOf(Registered with { Kind = PlaceKind.Residential }),
        BedOf(Registered with { OccurredAt = March(9, "09:00") }),
    ];

    [TestCase(4, 2, 1, 0, 0, 1, 0, 4)]
    [TestCase(5, 1, 0, 1, 0, 1, 1, 4)]
    [TestCase(8, 2, 0, 0, 1, 0, 1, 4, Description = "Held from three in the morning on, and the closed one is open again")]
    [TestCase(9, 3, 0, 0, 1, 0, 1, 5, Description = "A place counts from the day on which it can be given")]
    [TestCase(20, 4, 0, 0, 0, 0, 1, 5)]
    public void Places_are_counted_by_kind_provider_and_day(int day, int free, int reserved, int occupied, int held, int closed, int elsewhere, int places) => Assert.That(
        BedCapacity.Of(Beds, new LocalDate(2026, 3, day)).First(),
        Is.EqualTo(new BedCapacity(new LocalDate(2026, 3, day), Elmfield, PlaceKind.Nursing, places, free, reserved, occupied, held, closed, elsewhere)));

    [Test]
    public void Each_kind_has_a_line_of_its_own() =>
        Assert.That(BedCapacity.Of(Beds, new LocalDate(2026, 3, 4)).Select(line => (line.Kind, line.Places)), Is.EqualTo(new[] { (PlaceKind.Nursing, 4), (PlaceKind.Residential, 1) }));

    [Test]
    public void A_day_to_come_is_counted_by_what_is_on_record_now() =>
        Assert.That(BedCapacity.Of([BedOf(Registered, ReservedForAda)], new LocalDate(2026, 3, 30)).Single().Free, Is.EqualTo(1), "the reservation will have lapsed");
}
