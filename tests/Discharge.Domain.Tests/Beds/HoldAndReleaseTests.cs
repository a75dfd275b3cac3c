using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using static Discharge.Domain.Tests.Beds.BedStory;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

public sealed class HoldAndReleaseTests : BedDecisions
{
    private static HoldBed Hold => new(March(8, "03:00"), Ada, HoldReason.BackInHospital);

    private static ReleaseBed Leave => new(March(20, "11:00"), Ada, ReleaseReason.WentHome);

    [Test]
    public void A_place_is_held_for_whoever_is_away_from_it() => Given(Registered, AdaIsThere).When(Hold.Decide).ThenRecorded(HeldForAda);

    [Test]
    public void So_is_one_that_was_registered_in_error() =>
        Given(Registered, AdaIsThere, new EntryWithdrawn(March(6, "09:00"), 1, WithdrawalReason.RecordedTwice)).When(Hold.Decide).ThenRecorded(HeldForAda);

    [Test]
    public void A_place_they_were_not_in_cannot_be_held_for_them() => Given(Registered, ReservedForAda).When((Hold with { OccurredAt = March(5, "09:00") }).Decide).ThenRefused(HoldBed.NotInIt);

    [Test]
    public void A_place_somebody_else_is_in_cannot_either() => Given(Registered, AdaIsThere).When((Hold with { Case = Ben }).Decide).ThenRefused(HoldBed.NotInIt);

    [TestCase(1)]
    [TestCase(40)]
    [TestCase(400)]
    public void A_hold_never_lapses_by_itself(int days) =>
        Assert.That(BedOf(Registered, AdaIsThere, HeldForAda).StatusAt(HeldForAda.OccurredAt + NodaTime.Duration.FromDays(days)), Is.EqualTo(BedStatus.Held));

    [Test]
    public void Whoever_leaves_releases_the_place() => Given(Registered, AdaIsThere).When(Leave.Decide).ThenRecorded(AdaWentHome);

    [Test]
    public void A_held_place_is_released_by_a_named_act() => Given(Registered, AdaIsThere, HeldForAda).When(Leave.Decide).ThenRecorded(AdaWentHome);

    [Test]
    public void A_reservation_is_released_before_its_moment() =>
        Given(Registered, ReservedForAda).When(new ReleaseBed(March(4, "12:00"), Ada, ReleaseReason.NoLongerNeeded).Decide).ThenRecorded(new BedReleased(March(4, "12:00"), Ada, ReleaseReason.NoLongerNeeded));

    [Test]
    public void A_reservation_that_has_lapsed_has_nothing_to_release() => Given(Registered, ReservedForAda).When(Leave.Decide).ThenRefused(ReleaseBed.NotTheirs);

    [Test]
    public void A_reservation_is_ended_before_its_moment() =>
        Given(Registered, ReservedForAda).When(new EndBedReservation(March(4, "12:00"), Ada, ReleaseReason.TakenBack).Decide).ThenRecorded(new BedReleased(March(4, "12:00"), Ada, ReleaseReason.TakenBack));

    [Test]
    public void Whoever_is_in_the_place_has_no_reservation_to_end() =>
        Given(Registered, ReservedForAda, AdaIsThere).When(new EndBedReservation(March(6, "12:00"), Ada, ReleaseReason.NoLongerNeeded).Decide).ThenRefused(EndBedReservation.AlreadyInIt.Naming(3));

    [Test]
    public void Nobody_ends_the_reservation_of_somebody_else() =>
        Given(Registered, ReservedForAda).When(new EndBedReservation(March(4, "12:00"), Ben, ReleaseReason.NoLongerNeeded).Decide).ThenRefused(ReleaseBed.NotTheirs);

    [Test]
    public void Nobody_releases_what_is_somebody_elses() => Given(Registered, AdaIsThere).When((Leave with { Case = Ben }).Decide).ThenRefused(ReleaseBed.NotTheirs);

    [Test]
    public void A_place_registered_in_error_can_still_be_released() =>
        Given(Registered, AdaIsThere, new EntryWithdrawn(March(6, "09:00"), 1, WithdrawalReason.RecordedTwice)).When(Leave.Decide).ThenRecorded(AdaWentHome);

    [Test]
    public void A_correction_that_leaves_one_holder_stands() =>
        Assert.That(Correcting(new EntryWithdrawn(March(6, "09:00"), 2, WithdrawalReason.WrongPerson), Registered, AdaIsThere), Is.Null);

    [Test]
    public void A_correction_that_leaves_two_people_in_one_place_is_refused_with_who_came_after() => Assert.That(
        Correcting(new EntryWithdrawn(March(22, "09:00"), 3, WithdrawalReason.DidNotHappen), Registered, AdaIsThere, AdaWentHome, new BedOccupied(March(21, "10:00"), Ben)),
        Is.EqualTo(BedCorrection.WouldBeTwice.Naming(4) with { Case = Ben }));

    [Test]
    public void So_is_one_that_takes_from_somebody_a_place_reserved_for_them_since() => Assert.That(
        Correcting(
            new EntryWithdrawn(March(5, "09:00"), 3, WithdrawalReason.DidNotHappen),
            Registered,
            ReservedForAda,
            new BedReleased(March(4, "12:00"), Ada, ReleaseReason.NoLongerNeeded),
            new BedReserved(March(4, "13:00"), Ben, March(6, "10:00"))),
        Is.EqualTo(BedCorrection.WouldBeTwice.Naming(4) with { Case = Ben }));

    private static Refusal? Correcting(EntryWithdrawn withdrawal, params Fact[] facts) =>
        BedCorrection.Against(Deciding.Histories.HistoryOfAll(facts), Deciding.Histories.HistoryOfAll([.. facts, withdrawal]));
}
