using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using NodaTime;
using static Discharge.Domain.Tests.Beds.BedStory;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.Beds;

public sealed class BedStatusTests
{
    private static readonly LocalDate Ninth = new(2026, 3, 9);

    [Test]
    public void It_is_free_where_nobody_has_it() => Assert.That(BedOf(Registered).StatusAt(March(6, "10:00")), Is.EqualTo(BedStatus.Free));

    [Test]
    public void It_is_reserved_until_the_moment_and_free_from_it_on() => Assert.Multiple(() =>
    {
        Assert.That(BedOf(Registered, ReservedForAda).StatusAt(March(5, "17:59")), Is.EqualTo(BedStatus.Reserved));
        Assert.That(BedOf(Registered, ReservedForAda).StatusAt(March(5, "18:00")), Is.EqualTo(BedStatus.Free));
    });

    [Test]
    public void It_is_closed_where_nobody_has_it_and_it_is_closed() => Assert.That(BedOf(Registered, ClosedForInfection).StatusAt(March(6, "10:00")), Is.EqualTo(BedStatus.Closed));

    [Test]
    public void It_is_taken_elsewhere_where_the_provider_says_so() =>
        Assert.That(BedOf(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: false)).StatusAt(March(6, "10:00")), Is.EqualTo(BedStatus.TakenElsewhere));

    [Test]
    public void What_happened_in_it_since_is_newer_than_their_word() =>
        Assert.That(BedOf(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: false), AdaIsThere, AdaWentHome).StatusAt(March(21, "10:00")), Is.EqualTo(BedStatus.Free));

    [Test]
    public void A_place_registered_in_error_says_so() =>
        Assert.That(BedOf(Registered, new EntryWithdrawn(March(2, "09:00"), 1, WithdrawalReason.RecordedTwice)).StatusAt(March(6, "10:00")), Is.EqualTo(BedStatus.RegisteredInError));

    [Test]
    public void A_free_place_is_free_today() => Assert.That(BedOf(Registered).FreeFrom(March(6, "10:00")), Is.EqualTo(new LocalDate(2026, 3, 6)));

    [Test]
    public void A_place_the_provider_has_free_later_is_free_then() =>
        Assert.That(BedOf(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: true, Ninth)).FreeFrom(March(6, "10:00")), Is.EqualTo(Ninth));

    [Test]
    public void A_reserved_place_is_free_when_the_reservation_lapses() => Assert.That(BedOf(Registered, ReservedForAda).FreeFrom(March(4, "12:00")), Is.EqualTo(new LocalDate(2026, 3, 5)));

    [Test]
    public void A_place_somebody_is_in_is_free_when_they_plan_to_leave_where_anybody_knows() => Assert.Multiple(() =>
    {
        Assert.That(BedOf(Registered, AdaIsThere with { PlannedEnd = Ninth }).FreeFrom(March(6, "10:00")), Is.EqualTo(Ninth));
        Assert.That(BedOf(Registered, AdaIsThere).FreeFrom(March(6, "10:00")), Is.Null);
    });

    [Test]
    public void When_a_held_place_is_free_nobody_knows() => Assert.That(BedOf(Registered, AdaIsThere with { PlannedEnd = Ninth }, HeldForAda).FreeFrom(March(8, "10:00")), Is.Null);

    [Test]
    public void A_closed_place_is_free_when_it_is_expected_to_open() =>
        Assert.That(BedOf(Registered, ClosedForInfection with { ExpectedUntil = Ninth }).FreeFrom(March(6, "10:00")), Is.EqualTo(Ninth));

    [Test]
    public void A_place_the_provider_has_free_later_is_taken_until_that_day() => Assert.Multiple(() =>
    {
        var bed = BedOf(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: true, Ninth));
        Assert.That(bed.StatusAt(March(8, "23:59")), Is.EqualTo(BedStatus.TakenElsewhere));
        Assert.That(bed.StatusAt(March(9, "00:00")), Is.EqualTo(BedStatus.Free));
        Assert.That(bed.Turns, Does.Contain(March(9, "00:00")));
    });

    [Test]
    public void A_day_that_has_gone_by_says_nothing_of_when_it_is_free() => Assert.Multiple(() =>
    {
        Assert.That(BedOf(Registered, AdaIsThere with { PlannedEnd = Ninth }).FreeFrom(March(9, "23:59")), Is.EqualTo(Ninth));
        Assert.That(BedOf(Registered, AdaIsThere with { PlannedEnd = Ninth }).FreeFrom(March(10, "00:00")), Is.Null);
        Assert.That(BedOf(Registered, AdaIsThere with { PlannedEnd = Ninth }).Turns, Does.Contain(March(10, "00:00")));
        Assert.That(BedOf(Registered, ClosedForInfection with { ExpectedUntil = Ninth }).FreeFrom(March(10, "00:00")), Is.Null);
    });

    [Test]
    public void A_closed_place_is_free_no_earlier_than_it_opens_whoever_has_it() => Assert.Multiple(() =>
    {
        Assert.That(BedOf(Registered, ReservedForAda, ClosedForInfection).FreeFrom(March(4, "12:00")), Is.Null);
        Assert.That(BedOf(Registered, ReservedForAda, ClosedForInfection with { ExpectedUntil = Ninth }).FreeFrom(March(4, "12:00")), Is.EqualTo(Ninth));
        Assert.That(BedOf(Registered, AdaIsThere with { PlannedEnd = new(2026, 3, 7) }, ClosedForInfection with { ExpectedUntil = Ninth }).FreeFrom(March(6, "12:00")), Is.EqualTo(Ninth));
    });

    [Test]
    public void Where_nobody_knows_when_somebody_leaves_the_providers_word_since_they_came_counts() =>
        Assert.That(BedOf(Registered, AdaIsThere, new VacancyConfirmed(March(6, "09:00"), IsFree: true, Ninth)).FreeFrom(March(6, "10:00")), Is.EqualTo(Ninth));

    [Test]
    public void A_reservation_that_came_and_went_says_nothing_of_the_providers_word() => Assert.Multiple(() =>
    {
        var bed = BedOf(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: true, Ninth), ReservedForAda with { Until = March(12, "18:00") }, new BedReleased(March(5, "10:00"), Ada, ReleaseReason.NoLongerNeeded));
        Assert.That((bed.StatusAt(March(6, "10:00")), bed.FreeFrom(March(6, "10:00"))), Is.EqualTo((BedStatus.TakenElsewhere, (LocalDate?)Ninth)));
    });

    [Test]
    public void A_place_promised_to_another_from_a_day_on_is_free_up_to_the_day_before() => Assert.Multiple(() =>
    {
        var bed = BedOf(Registered, new VacancyConfirmed(March(3, "09:00"), IsFree: true, FreeTo: Ninth));
        Assert.That((bed.StatusAt(March(9, "23:59")), bed.FreeFrom(March(9, "23:59")), bed.FreeTo), Is.EqualTo((BedStatus.Free, (LocalDate?)Ninth, (LocalDate?)Ninth)));
        Assert.That((bed.StatusAt(March(10, "00:00")), bed.FreeFrom(March(10, "00:00"))), Is.EqualTo((BedStatus.TakenElsewhere, (LocalDate?)null)));
        Assert.That(bed.Turns, Does.Contain(March(10, "00:00")));
    });
}
