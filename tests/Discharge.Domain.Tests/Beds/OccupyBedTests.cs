using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using static Discharge.Domain.Tests.Beds.BedStory;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

public sealed class OccupyBedTests : BedDecisions
{
    private static OccupyBed Ada14 => new(March(5, "14:00"), Ada);

    private static OccupyBed BenAt(int day, string time) => new(March(day, time), Ben);

    private static Refusal Of(Refusal refusal, long entry, Guid @case) => refusal.Naming(entry) with { Case = @case };

    [Test]
    public void Whoever_it_was_reserved_for_moves_in() => Given(Registered, ReservedForAda).When(Ada14.Decide).ThenRecorded(AdaIsThere);

    [Test]
    public void Somebody_may_move_in_without_a_reservation() => Given(Registered).When(Ada14.Decide).ThenRecorded(AdaIsThere);

    [Test]
    public void Somebody_moves_back_into_the_place_that_was_held_for_them() =>
        Given(Registered, AdaIsThere, HeldForAda).When((Ada14 with { OccurredAt = March(10, "15:00") }).Decide).ThenRecorded(AdaIsThere with { OccurredAt = March(10, "15:00") });

    [Test]
    public void Nobody_is_in_a_place_that_somebody_else_is_in() => Given(Registered, AdaIsThere).When(BenAt(6, "10:00").Decide).ThenRefused(Of(Taken.Occupied, 2, Ada));

    [Test]
    public void Nobody_is_in_a_place_that_is_held_for_somebody_else() => Given(Registered, AdaIsThere, HeldForAda).When(BenAt(9, "10:00").Decide).ThenRefused(Of(Taken.Held, 3, Ada));

    [Test]
    public void By_a_late_word_they_were_where_nobody_was_before_they_are_on_record_as_gone() =>
        Given(Registered, AdaIsThere).When((BenAt(4, "10:00") with { LeftAt = March(5, "14:00") }).Decide).ThenRecorded(new BedOccupied(March(4, "10:00"), Ben));

    [Test]
    public void Whoever_was_in_a_place_reserved_for_them_stays_in_it_when_the_reservation_is_told_to_have_ended() => Assert.That(
        BedOf(Registered, ReservedForAda, new BedReleased(March(5, "10:00"), Ada, ReleaseReason.NoLongerNeeded), AdaIsThere with { OccurredAt = March(5, "09:00") }).HeldBy(March(6, "10:00"))?.As,
        Is.EqualTo(PlaceStep.Occupied));

    [Test]
    public void Nor_by_a_late_word_where_somebody_else_has_been_in_it_since() => Given(Registered, AdaIsThere).When(BenAt(4, "10:00").Decide).ThenRefused(Of(Taken.Occupied, 2, Ada));

    [Test]
    public void An_arrival_in_a_place_reserved_for_another_is_recorded_the_reservation_ends_and_it_says_so() =>
        Given(Registered, ReservedForAda).When(BenAt(5, "09:00").Decide).ThenRecordedWith(
            OccupyBed.ReservedForAnother,
            new BedOccupied(March(5, "09:00"), Ben) { Departures = [OccupyBed.ReservedForAnother.Code] },
            new BedReleased(March(5, "09:00"), Ada, ReleaseReason.SomebodyElseArrived, Follows: true));

    [Test]
    public void A_reservation_made_after_an_arrival_that_is_told_late_ends_where_it_began() =>
        Given(Registered, ReservedForAda).When(BenAt(4, "08:00").Decide).ThenRecordedWith(
            OccupyBed.ReservedForAnother,
            new BedOccupied(March(4, "08:00"), Ben) { Departures = [OccupyBed.ReservedForAnother.Code] },
            new BedReleased(March(4, "10:00"), Ada, ReleaseReason.SomebodyElseArrived, Follows: true));

    [Test]
    public void A_reservation_that_had_lapsed_stands_in_nobodys_way() =>
        Given(Registered, ReservedForAda).When(BenAt(5, "18:00").Decide).ThenRecorded(new BedOccupied(March(5, "18:00"), Ben));

    [Test]
    public void An_arrival_in_a_closed_place_is_recorded_and_says_so() => Given(Registered, ClosedForInfection).When(Ada14.Decide).ThenDeparting(OccupyBed.WhileClosed);

    [Test]
    public void Whoever_comes_back_to_a_place_that_was_closed_meanwhile_departs_from_nothing() =>
        Given(Registered, AdaIsThere, HeldForAda, ClosedForInfection with { OccurredAt = March(9, "09:00") }).When((Ada14 with { OccurredAt = March(10, "15:00") }).Decide)
            .ThenRecorded(AdaIsThere with { OccurredAt = March(10, "15:00") });

    [Test]
    public void An_arrival_in_a_place_said_to_be_taken_is_recorded_and_says_so() =>
        Given(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: false)).When(Ada14.Decide).ThenDeparting(OccupyBed.SaidTaken);

    [Test]
    public void An_earlier_arrival_told_late_reaches_no_further_than_what_is_on_record_of_them() =>
        Given(Registered, AdaIsThere, AdaWentHome, new BedOccupied(March(21, "10:00"), Ben)).When((Ada14 with { OccurredAt = March(5, "09:00") }).Decide)
            .ThenRecorded(AdaIsThere with { OccurredAt = March(5, "09:00") });

    [Test]
    public void The_same_said_twice_is_recorded_once() => Given(Registered, AdaIsThere).When(Ada14.Decide).ThenRecordedNothing();

    [Test]
    public void Whoever_has_it_held_is_back_in_it_whatever_became_of_its_registration_and_nobody_else_comes() => Assert.Multiple(() =>
    {
        var inError = new EntryWithdrawn(March(2, "09:00"), 1, WithdrawalReason.RecordedTwice);
        Given(Registered, AdaIsThere, HeldForAda, inError).When(new OccupyBed(March(20, "14:00"), Ada).Decide).ThenDeparting(OccupyBed.RegisteredInErrorBefore);
        Given(Registered, AdaIsThere, HeldForAda, inError).When(new OccupyBed(March(20, "14:00"), Ben).Decide).ThenRefused(BedCommand.RegisteredInError);
        Given(Registered, inError).When(Ada14.Decide).ThenRefused(BedCommand.RegisteredInError);
    });
}
