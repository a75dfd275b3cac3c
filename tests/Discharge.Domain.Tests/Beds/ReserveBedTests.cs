using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using static Discharge.Domain.Tests.Beds.BedStory;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

public sealed class ReserveBedTests : BedDecisions
{
    private static ReserveBed ForAda => new(March(4, "10:00"), Ada, March(5, "18:00"));

    private static ReserveBed ForBen(int day, string time, int until) => new(March(day, time), Ben, March(until, "18:00"));

    private static Refusal Of(Refusal refusal, long entry, Guid @case) => refusal.Naming(entry) with { Case = @case };

    [Test]
    public void A_free_place_is_reserved_until_a_moment() => Given(Registered).When(ForAda.Decide).ThenRecorded(ReservedForAda);

    [Test]
    public void The_same_said_twice_is_recorded_once() => Given(Registered, ReservedForAda).When(ForAda.Decide).ThenRecordedNothing();

    [Test]
    public void It_may_be_reserved_for_the_same_person_for_longer() =>
        Given(Registered, ReservedForAda).When(new ReserveBed(March(5, "09:00"), Ada, March(6, "18:00")).Decide).ThenRecorded(new BedReserved(March(5, "09:00"), Ada, March(6, "18:00")));

    [Test]
    public void A_place_reserved_for_somebody_else_is_refused_with_who_has_it() =>
        Given(Registered, ReservedForAda).When(ForBen(4, "10:01", 5).Decide).ThenRefused(Of(Taken.Reserved, 2, Ada));

    [Test]
    public void It_is_refused_until_the_last_microsecond_of_the_reservation() =>
        Given(Registered, ReservedForAda).When(new ReserveBed(March(5, "18:00").PlusNanoseconds(-1_000), Ben, March(6, "18:00")).Decide).ThenRefused(Of(Taken.Reserved, 2, Ada));

    [Test]
    public void At_its_moment_a_reservation_lapses_and_nobody_has_to_do_anything() =>
        Given(Registered, ReservedForAda).When(ForBen(5, "18:00", 6).Decide).ThenRecorded(new BedReserved(March(5, "18:00"), Ben, March(6, "18:00")));

    [Test]
    public void A_place_somebody_is_in_is_refused_with_who_has_it() =>
        Given(Registered, AdaIsThere).When(ForBen(6, "10:00", 7).Decide).ThenRefused(Of(Taken.Occupied, 2, Ada));

    [Test]
    public void A_place_held_for_somebody_away_is_refused_however_long_they_are_away() =>
        Given(Registered, AdaIsThere, HeldForAda).When(new ReserveBed(June(30, "10:00"), Ben, July(1, "10:00")).Decide).ThenRefused(Of(Taken.Held, 3, Ada));

    [Test]
    public void A_reservation_told_late_is_refused_where_it_would_reach_into_what_somebody_else_has_had_since() =>
        Given(Registered, AdaIsThere).When(ForBen(4, "10:00", 6).Decide).ThenRefused(Of(Taken.Occupied, 2, Ada));

    [Test]
    public void A_place_that_was_released_is_free_again() =>
        Given(Registered, AdaIsThere, AdaWentHome).When(ForBen(20, "11:00", 21).Decide).ThenRecorded(new BedReserved(March(20, "11:00"), Ben, March(21, "18:00")));

    [Test]
    public void A_place_that_they_are_in_need_not_be_reserved() =>
        Given(Registered, AdaIsThere).When(new ReserveBed(March(6, "10:00"), Ada, March(7, "10:00")).Decide).ThenRefused(ReserveBed.IsTheirs.Naming(2));

    [TestCase(ClosureReason.Infection)]
    [TestCase(ClosureReason.Works)]
    public void A_closed_place_is_refused(ClosureReason reason) =>
        Given(Registered, ClosedForInfection with { Reason = reason }).When(ForAda.Decide).ThenRefused(ReserveBed.IsClosed);

    [Test]
    public void A_place_that_was_reopened_is_given_again() =>
        Given(Registered, ClosedForInfection, new BedReopened(March(3, "09:00"))).When(ForAda.Decide).ThenRecorded(ReservedForAda);

    [Test]
    public void A_place_of_which_the_provider_says_that_it_is_taken_is_refused() =>
        Given(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: false)).When(ForAda.Decide).ThenRefused(ReserveBed.TakenElsewhere);

    [Test]
    public void The_providers_newer_word_counts() =>
        Given(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: false), new VacancyConfirmed(March(4, "09:00"), IsFree: true)).When(ForAda.Decide).ThenRecorded(ReservedForAda);

    [Test]
    public void A_place_that_comes_free_before_the_reservation_ends_is_reserved_ahead() => Assert.Multiple(() =>
    {
        var later = new VacancyConfirmed(March(3, "09:00"), IsFree: true, new NodaTime.LocalDate(2026, 3, 5));
        Given(Registered, later).When(ForAda.Decide).ThenRecorded(ReservedForAda);
        Given(Registered, later).When((ForAda with { Until = March(5, "00:00") }).Decide).ThenRefused(ReserveBed.TakenElsewhere);
    });

    [Test]
    public void A_place_promised_to_another_before_the_reservation_ends_is_refused() =>
        Given(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: true, FreeTo: new NodaTime.LocalDate(2026, 3, 4))).When(ForAda.Decide).ThenRefused(ReserveBed.TakenElsewhere);

    [Test]
    public void A_reservation_told_of_after_the_place_was_closed_is_refused() =>
        Given(Registered, ClosedForInfection with { OccurredAt = March(4, "11:00") }).When(ForAda.Decide).ThenRefused(ReserveBed.IsClosed);

    [Test]
    public void A_reservation_for_more_than_a_year_is_refused() => Assert.Multiple(() =>
    {
        var year = NodaTime.Duration.FromDays(366);
        Given(Registered).When((ForAda with { Until = March(4, "10:00") + year }).Decide).ThenRecorded(ReservedForAda with { Until = March(4, "10:00") + year });
        Given(Registered).When((ForAda with { Until = March(4, "10:00") + year.Plus(NodaTime.Duration.FromMinutes(1)) }).Decide).ThenRefused(ReserveBed.TooLong);
    });

    [Test]
    public void A_reservation_that_ends_before_it_begins_is_refused() =>
        Given(Registered).When((ForAda with { Until = March(4, "10:00") }).Decide).ThenRefused(ReserveBed.OverBeforeItBegan);

    [Test]
    public void A_place_registered_in_error_is_given_to_nobody() =>
        Given(Registered, new EntryWithdrawn(March(2, "09:00"), 1, WithdrawalReason.RecordedTwice)).When(ForAda.Decide).ThenRefused(BedCommand.RegisteredInError);
}
