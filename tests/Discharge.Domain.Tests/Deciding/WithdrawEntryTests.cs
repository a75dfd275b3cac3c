using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.DischargeCases;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.Deciding;

public sealed class WithdrawEntryTests : DischargeCaseDecisions
{
    private static readonly ClockBreached Breached = new(March(5, "14:00"), "T01", 2, March(5, "14:00"), March(5, "14:01"));

    private static WithdrawEntry Withdraw(long entry, string time = "15:00") => new(March(5, time), entry, WithdrawalReason.DidNotHappen);

    [Test]
    public void An_entry_is_withdrawn_with_its_reason() =>
        Given(Opened, Left).When(Withdraw(2).Decide).ThenRecorded(Withdrawn(2, March(5, "15:00")));

    [Test]
    public void A_note_goes_with_it() =>
        Given(Opened, Left).When((Withdraw(2) with { Note = Note }).Decide).ThenRecorded(Withdrawn(2, March(5, "15:00")) with { Note = Note });

    [Test]
    public void The_opening_can_be_withdrawn_too() => Given(Opened).When(Withdraw(1).Decide).ThenRecorded(Withdrawn(1, March(5, "15:00")));

    [TestCase("13:59")]
    [TestCase("09:00")]
    public void A_withdrawal_dated_before_its_entry_was_recorded_is_recorded_and_says_so(string time) =>
        Given(Opened, Left.RecordedAt(March(5, "14:00"))).When(Withdraw(2, time).Decide).ThenDeparting(WithdrawEntry.BeforeRecorded);

    [Test]
    public void A_withdrawal_given_to_the_minute_is_not_taken_to_be_earlier_than_its_entry() =>
        Given(Opened, Left.RecordedAt(March(5, "15:00") + Duration.FromSeconds(59))).When(Withdraw(2).Decide).ThenRecorded(Withdrawn(2, March(5, "15:00")));

    [TestCase(0)]
    [TestCase(3)]
    [TestCase(-1)]
    public void An_entry_the_case_does_not_have_is_refused(long entry) => Given(Opened, Left).When(Withdraw(entry).Decide).ThenRefused(WithdrawEntry.NoSuchEntry);

    [Test]
    public void The_same_withdrawal_again_records_nothing() =>
        Given(Opened, Left, Withdrawn(2, March(5, "15:00"))).When(Withdraw(2).Decide).ThenRecordedNothing();

    [Test]
    public void Another_withdrawal_of_what_was_withdrawn_is_refused() =>
        Given(Opened, Left, Withdrawn(2, March(5, "15:00"))).When(Withdraw(2, "15:01").Decide).ThenRefused(WithdrawEntry.AlreadyWithdrawn);

    [Test]
    public void A_withdrawal_can_itself_be_withdrawn() =>
        Given(Opened, Left, Withdrawn(2, March(5, "15:00"))).When(Withdraw(3, "16:00").Decide).ThenRecorded(Withdrawn(3, March(5, "16:00")));

    [Test]
    public void What_stands_again_can_be_withdrawn_again() =>
        Given(Opened, Left, Withdrawn(2, March(5, "15:00")), Withdrawn(3, March(5, "16:00")))
            .When(Withdraw(2, "17:00").Decide)
            .ThenRecorded(Withdrawn(2, March(5, "17:00")));

    [Test]
    public void What_followed_from_an_entry_is_withdrawn_with_it_and_stands_again_with_it() => Assert.Multiple(() =>
    {
        var (died, ended) = (new PersonDied(March(5, "10:00"), PlaceOfDeath.AtHome), new PlaceReservationEnded(March(5, "10:00"), Guid.Empty, ReservationEnd.NoLongerNeeded, Follows: true));
        Given(Opened, died, ended).When(Withdraw(2).Decide).ThenRecorded(Withdrawn(2, March(5, "15:00")), Withdrawn(3, March(5, "15:00")));
        Given(Opened, died, ended, Withdrawn(2, March(5, "15:00")), Withdrawn(3, March(5, "15:00"))).When(Withdraw(4, "16:00").Decide)
            .ThenRecorded(Withdrawn(4, March(5, "16:00")), Withdrawn(5, March(5, "16:00")));
    });

    [Test]
    public void What_did_not_follow_from_it_stands() => Assert.Multiple(() =>
    {
        var (died, ended) = (new PersonDied(March(5, "10:00"), PlaceOfDeath.AtHome), new PlaceReservationEnded(March(5, "10:00"), Guid.Empty, ReservationEnd.NoLongerNeeded));
        Given(Opened, died, ended).When(Withdraw(2).Decide).ThenRecorded(Withdrawn(2, March(5, "15:00")));
        Given(Opened, died, ended with { Follows = true }, Withdrawn(3, March(5, "14:00"))).When(Withdraw(2).Decide).ThenRecorded(Withdrawn(2, March(5, "15:00")));
        Given(Opened, died.RecordedAt(March(5, "14:00")), (ended with { Follows = true }).RecordedAt(March(5, "14:30"))).When(Withdraw(2).Decide).ThenRecorded(Withdrawn(2, March(5, "15:00")));
    });

    [Test]
    public void A_breach_follows_from_facts_and_is_not_withdrawn_by_hand() =>
        Given(Opened, Left, Breached).When(Withdraw(3).Decide).ThenRefused(WithdrawEntry.FollowsFromFacts);

    [Test]
    public void Nor_is_the_withdrawal_of_a_breach() =>
        Given(Opened, Left, Breached, new BreachWithdrawn(March(5, "14:30"), 3, "T01", BreachWithdrawalCause.MetInTime))
            .When(Withdraw(4).Decide)
            .ThenRefused(WithdrawEntry.FollowsFromFacts);
}
