using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Beds.BedStory;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

public sealed class BedOccupancyTests
{
    private static readonly LocalDate First = new(2026, 3, 2);

    private static BedHeld OnVisit => new(March(6, "06:00"), Ada, HoldReason.HomeAccessVisit);

    private static BedHeld OnTrial => new(March(6, "18:00"), Ada, HoldReason.TrialNight);

    private static BedOccupied Back => new(March(7, "12:00"), Ada);

    [Test]
    public void Occupied_and_held_days_and_their_reason_are_counted_apart_and_add_up()
    {
        var one = BedOccupancy.Of([BedOf(Registered, ReservedForAda, AdaIsThere, OnVisit, OnTrial, Back, HeldForAda)], First, new(2026, 3, 8), March(20, "09:00")).Single();
        Assert.Multiple(() =>
        {
            Assert.That((one.Provider, one.Kind, one.Places, one.PlaceDays), Is.EqualTo((Elmfield, PlaceKind.Nursing, 1, 7m)));
            Assert.That(one.OccupiedDays, Is.EqualTo(1.29m), "From 14:00 on the 5th to 06:00 on the 6th, and from 12:00 on the 7th to 03:00 on the 8th.");
            Assert.That(one.HeldDays, Is.EqualTo([new HeldDays(HoldReason.BackInHospital, 0.88m), new HeldDays(HoldReason.HomeAccessVisit, 0.5m), new HeldDays(HoldReason.TrialNight, 0.75m)]));
            Assert.That(one.ReservedDays, Is.EqualTo(1.17m));
            Assert.That(one.OccupiedDays + one.HeldDays.Sum(held => held.Days) + one.ReservedDays + one.FreeDays, Is.EqualTo(one.PlaceDays));
        });
    }

    [Test]
    public void Only_what_has_gone_by_is_counted_and_only_from_the_registration_on() => Assert.Multiple(() =>
    {
        Assert.That(BedOccupancy.Of([BedOf(Registered, AdaIsThere)], First, new(2026, 3, 31), March(6, "14:00")).Single(), Has.Property("OccupiedDays").EqualTo(1m).And.Property("PlaceDays").EqualTo(4.58m));
        Assert.That(BedOccupancy.Of([BedOf(Registered)], new(2026, 2, 1), new(2026, 3, 1), March(6, "14:00")).Single().PlaceDays, Is.EqualTo(0.63m));
        Assert.That(BedOccupancy.Of([BedOf(Registered)], new(2026, 2, 1), new(2026, 2, 2), March(6, "14:00")).Single().PlaceDays, Is.Zero);
    });

    [Test]
    public void Places_are_counted_together_by_provider_and_kind() => Assert.That(
        BedOccupancy.Of([BedOf(Registered), BedOf(Registered, AdaIsThere), BedOf(Registered with { Kind = PlaceKind.Rehabilitation }), BedOf(Registered, new EntryWithdrawn(March(2, "09:00"), 1, WithdrawalReason.RecordedTwice))], First, First, March(20, "09:00"))
            .Select(one => (one.Kind, one.Places, one.PlaceDays)),
        Is.EqualTo([(PlaceKind.Nursing, 2, 2m), (PlaceKind.Rehabilitation, 1, 1m)]));
}
