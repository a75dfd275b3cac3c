using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class OrderOfRecordingTests
{
    private static readonly Instant LongAfter = Instant.FromUtc(2026, 12, 24, 0, 0);

    [Test]
    public void Facts_recorded_in_any_order_give_the_same_clocks() =>
        AnyCase.TwoOrders.Sample(orders => Says(HistoryOfAll(orders.One)).SequenceEqual(Says(HistoryOfAll(orders.Other))), iter: 500);

    [Test]
    public void Facts_recorded_in_any_order_give_the_same_case() =>
        AnyCase.TwoOrders.Sample(orders => Whole(HistoryOfAll(orders.One)) == Whole(HistoryOfAll(orders.Other)), iter: 500);

    [Test]
    public void Withdrawing_what_was_recorded_last_gives_the_case_without_it() =>
        AnyCase.Facts.Sample(facts =>
        {
            var without = HistoryOfAll(facts[..^1]);
            var withdrawn = HistoryOfAll(facts).Then(new EntryWithdrawn(LongAfter, facts.Length, WithdrawalReason.DidNotHappen));
            return Standing(withdrawn).SequenceEqual(Standing(without)) && Says(withdrawn).SequenceEqual(Says(without)) && Whole(withdrawn) == Whole(without);
        });

    [Test]
    public void Withdrawing_anything_gives_the_case_in_which_it_was_never_recorded() =>
        Gen.Select(AnyCase.Facts, Gen.Int[0, 20]).Sample((facts, pick) =>
        {
            var entry = pick % facts.Length;
            var without = HistoryOfAll([.. facts[..entry], .. facts[(entry + 1)..]]);
            var withdrawn = HistoryOfAll(facts).Then(new EntryWithdrawn(LongAfter, entry + 1, WithdrawalReason.DidNotHappen));
            return Standing(withdrawn).SequenceEqual(Standing(without)) && Says(withdrawn).SequenceEqual(Says(without)) && Whole(withdrawn) == Whole(without);
        });

    [Test]
    public void A_case_as_known_at_a_moment_is_the_case_before_anything_later_was_recorded() =>
        Gen.Select(AnyCase.Facts, Gen.Int[0, 20]).Sample((facts, pick) =>
        {
            var history = HistoryOfAll(facts);
            var known = history.KnownAt(history.Entries[pick % facts.Length].RecordedAt);
            return known.Entries.SequenceEqual(history.Entries.TakeWhile(entry => entry.RecordedAt <= known.Entries[^1].RecordedAt));
        });

    private static IEnumerable<Fact> Standing(History history) => history.Facts<DischargeCaseEvent>().All<DischargeCaseEvent>();

    private static (DischargePhase, Instant?, bool, Instant?, Pathway?, InvolvementDuty?, string) Whole(History history) =>
        history.AsDischargeCase() is var discharge
            ? (discharge.Phase, discharge.ReadySince, discharge.MustBeSeenAtHome, discharge.SeenAtHome?.OccurredAt, discharge.PathwayDecision?.Pathway, InvolvementDuty.Of(discharge), Referred(discharge))
            : default;

    private static string Referred(DischargeCase discharge) => string.Join(
        ", ", NextSteps.Of(discharge, []).Select(step => $"{step.What} {step.About}").Concat(Referrals.Of(discharge).Select(referral => $"{referral.Status}")));

    private static IEnumerable<(string, Fact, Due, Fact?, bool, ClockStatus, int)> Says(History history) =>
        history.Clocks().Select(clock =>
            (clock.Rule.Id, clock.Start.Fact, clock.Due, clock.Stop?.Fact, clock.IsVoid, clock.StatusAt(LongAfter), clock.Moments.Count));
}
