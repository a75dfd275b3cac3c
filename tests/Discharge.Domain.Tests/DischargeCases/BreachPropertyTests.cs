using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Tests.Timelines;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class BreachPropertyTests
{
    // Most cases drawn have nobody leave, or leave for where nobody has to see them, so many are drawn.
    private const int Cases = 1_000;

    /// <summary>A case as it comes to be recorded: after each wait somebody looks, says the next thing or withdraws one said before.</summary>
    private static readonly Gen<(Fact[] Facts, (int Wait, int Withdraw)[] Steps)> Recordings =
        from facts in AnyCase.TwoOrders.Select(orders => orders.Other)
        from steps in Gen.Select(Gen.Int[0, 1_000], Gen.Int[-30, 20]).Array[facts.Length]
        select (facts, steps);

    [Test]
    public void At_rest_each_clock_that_passed_its_due_moment_unmet_has_one_standing_breach_and_no_other_has_any() =>
        Recordings.Sample(recording =>
        {
            var (history, now) = Lived(recording.Facts, recording.Steps);
            return StandingIn(history).SequenceEqual(Expected(history.AsDischargeCase(), now).Order());
        }, iter: Cases);

    [Test]
    public void Nothing_is_to_be_recorded_between_the_moments_a_clock_gives() =>
        Gen.Select(Recordings, Gen.Int[1, 3_000]).Sample((recording, minutes) =>
        {
            var (history, now) = Lived(recording.Facts, recording.Steps);
            var next = history.Clocks().Select(clock => clock.NextMomentAfter(now)).Min();
            var later = now + Duration.FromMinutes(minutes);
            return later >= next || history.LookedAt(later).Version == history.Version;
        }, iter: Cases);

    [Test]
    public void The_order_of_recording_changes_the_history_of_breaches_and_never_which_stand() =>
        Gen.Select(AnyCase.TwoOrders, Gen.Int[0, 1_000].Array[16]).Sample((orders, waits) =>
        {
            var steps = waits.Select(wait => (wait, -1)).ToArray();
            var (one, other) = (Lived(orders.One, steps), Lived(orders.Other, steps));
            var end = Instant.Max(one.Now, other.Now);
            return StandingIn(one.History.LookedAt(end)).SequenceEqual(StandingIn(other.History.LookedAt(end)));
        }, iter: Cases);

    private static (History History, Instant Now) Lived(Fact[] facts, (int Wait, int Withdraw)[] steps)
    {
        var (history, now) = (History.Empty, facts[0].OccurredAt);
        foreach (var (fact, (wait, withdraw)) in facts.Zip(steps))
        {
            now = Instant.Max(now + Duration.FromMinutes(wait), fact.OccurredAt);
            history = history.LookedAt(now).Then(fact.RecordedAt(now)).LookedAt(now);
            if (withdraw >= 0 && new WithdrawEntry(now, withdraw, WithdrawalReason.WrongContent).Decide(history) is Decision<EntryWithdrawn>.Accepted { Facts: [var withdrawal] })
            {
                history = history.Then(withdrawal.RecordedAt(now)).LookedAt(now);
            }
        }

        return (history, now);
    }

    private static IEnumerable<(string, Instant)> StandingIn(History history) =>
        Breaches.StandingIn(history).Select(entry => (((ClockBreached)entry.Fact).Rule, entry.Fact.OccurredAt)).Order();

    /// <summary>Which breaches there should be, reckoned from the facts by hand: without clocks, rules or calendars of the service.</summary>
    private static IEnumerable<(string, Instant)> Expected(DischargeCase discharge, Instant now)
    {
        var facts = discharge.Facts.All<DischargeCaseEvent>().ToList();
        var left = facts.OfType<DischargedFromHospital>().MinBy(left => left.OccurredAt);
        var home = facts.OfType<InterimBedVacated>().Where(vacated => vacated.For is LeavingInterimBedFor.Home or LeavingInterimBedFor.ExtraCareHousing).Select(vacated => vacated.OccurredAt);
        return facts.OfType<CaseOpened>().Any()
            ? [.. home.SelectMany(start => ExpectedFrom(start, facts, now, _ => true)), .. left is not null && HasToBeSeen(facts, left) ? ExpectedFrom(left.OccurredAt, facts, now, arrived => arrived.Direct is not null) : []]
            : [];
    }

    private static IEnumerable<(string, Instant)> ExpectedFrom(Instant start, List<DischargeCaseEvent> facts, Instant now, Func<InterimBedOccupied, bool> isFromHome)
    {
        var day = start + Duration.FromHours(24);
        var ended = EndedAt(facts, start, isFromHome);
        if (now > day && !(ended <= day) && !facts.OfType<HomeVisitMade>().Any(visit => Assesses(visit.By) && visit.OccurredAt >= start && visit.OccurredAt <= day))
        {
            yield return ("T01", day + Duration.FromNanoseconds(1_000));
        }

        var midnight = Instant.FromDateTimeUtc(HandReckoning.Midnight(HandReckoning.Date(start.ToDateTimeUtc()).AddDays(1)));
        if (now >= midnight && !(ended < midnight) && !facts.OfType<WelfareCheckCompleted>().Any(check => check.OccurredAt >= start && check.OccurredAt < midnight))
        {
            yield return ("T25", midnight);
        }
    }

    private static Instant? EndedAt(List<DischargeCaseEvent> facts, Instant start, Func<InterimBedOccupied, bool> isFromHome) => facts
        .Where(fact => fact is PersonDied || (fact is Readmitted or DischargeFailed && fact.OccurredAt >= start) || (fact is InterimBedOccupied arrived && arrived.OccurredAt > start && isFromHome(arrived)))
        .Select(fact => (Instant?)fact.OccurredAt)
        .Min();

    private static bool Assesses(StaffRole role) =>
        role is not (StaffRole.CareWorker or StaffRole.Volunteer or StaffRole.DeliveryDriver or StaffRole.DischargeCoordinator);

    private static bool HasToBeSeen(List<DischargeCaseEvent> facts, DischargedFromHospital left) =>
        (left.To, facts.OfType<PathwayDecided>().Where(decided => decided.OccurredAt <= left.OccurredAt).MaxBy(decided => decided.OccurredAt)?.Pathway) switch
        {
            (Destination.AnotherHospital, _) => false,
            (_, Pathway.Pathway1) => true,
            (_, Pathway.Pathway0) => false,
            (Destination.Hospice, _) => false,
            (Destination.OwnCareHome or Destination.CareHome or Destination.CommunityBed, not null) => false,
            _ => true,
        };
}
