using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class DelayLedgerTests
{
    private static readonly DelayReason Medicines = DelayCodeset.Acute2022.Find("v")!;

    private static readonly DelayReason Transport = DelayCodeset.Acute2022.Find("vi")!;

    private static readonly Fact[] TwoAtOnce =
    [
        ReadyAt(March(4, "09:00")),
        new DelayStarted(March(4, "10:00"), Medicines, Owner.Ward),
        new DelayStarted(March(4, "12:00"), Transport, Owner.CareTransferHub),
        new DelayEnded(March(4, "15:00"), Delay: 3),
        new DelayEnded(March(5, "08:00"), Delay: 4),
        LeftAt(March(5, "14:00")),
    ];

    private static readonly Instant Now = March(9, "12:00");

    private static DelayLedger LedgerOf(params Fact[] facts) => DelayLedger.Of(CaseAfterOpening(facts), Now)!;

    [Test]
    public void What_is_attributed_and_what_is_not_add_up_to_the_time_from_ready_to_gone()
    {
        var ledger = LedgerOf(TwoAtOnce);
        Assert.That((ledger.Total, ledger.Attributed, ledger.Unattributed), Is.EqualTo((Duration.FromHours(29), Duration.FromHours(22), Duration.FromHours(7))));
    }

    [Test]
    public void Totals_by_reason_overlap_and_say_so() => Assert.That(
        LedgerOf(TwoAtOnce).ByReason.Select(total => (total.Reason, total.Total, total.Alone, total.Overlapping)),
        Is.EqualTo(new[]
        {
            (Medicines, Duration.FromHours(5), Duration.FromHours(2), Duration.FromHours(3)),
            (Transport, Duration.FromHours(20), Duration.FromHours(17), Duration.FromHours(3)),
        }));

    [Test]
    public void While_the_person_is_there_the_ledger_runs_to_now() => Assert.That(LedgerOf(Ready).Unattributed, Is.EqualTo(Now - March(4, "09:00")));

    [Test]
    public void It_counts_whole_instants_and_rounds_nothing()
    {
        var ready = March(4, "09:00") + Duration.FromNanoseconds(1_000);
        Assert.That(LedgerOf(ReadyAt(ready), new DelayStarted(ready + Duration.FromNanoseconds(1_000), Medicines, Owner.Ward)).Unattributed, Is.EqualTo(Duration.FromNanoseconds(1_000)));
    }

    [Test]
    public void A_delay_begun_before_ready_counts_from_ready_and_none_beyond_leaving() =>
        Assert.That(LedgerOf(Ready, new DelayStarted(March(3, "10:00"), Medicines, Owner.Ward), Left).Attributed, Is.EqualTo(Duration.FromHours(5)));

    [Test]
    public void It_covers_the_final_period_only() =>
        Assert.That(LedgerOf(ReadyAt(March(2, "10:00")), NeedsBedAt(March(3, "09:00")), Ready, Left).Total, Is.EqualTo(Duration.FromHours(5)));

    [Test]
    public void Whoever_is_not_ready_has_no_ledger() => Assert.That(DelayLedger.Of(CaseOf(Opened, NeedsBedAt(March(3, "09:00"))), Now), Is.Null);

    [Test]
    public void The_hour_that_spring_skips_is_not_counted() =>
        Assert.That(LedgerOf(ReadyAt(March(28, "12:00")), LeftAt(March(29, "12:00"))).Total, Is.EqualTo(Duration.FromHours(23)));

    private static IEnumerable<TestCaseData> Primaries =>
    [
        Row("The only one open is the primary one", "4: v", MedicinesFrom(March(4, "10:00")), LeftAt(March(4, "20:00"))),
        Row("Two open and none named: none", "4: none, 5: vi", TwoAtOnce),
        Row("Named", "4: v named, 5: vi", [.. TwoAtOnce, Named(4, "12:30", 3)]),
        Row("The last naming for the day counts", "4: vi named, 5: vi", [.. TwoAtOnce, Named(4, "13:00", 4), Named(4, "12:30", 3)]),
        Row("A naming of one not open on the day does not count", "4: none, 5: vi", [.. TwoAtOnce, Named(5, "12:00", 3)]),
        Row("A withdrawn naming does not count", "4: none, 5: vi", [.. TwoAtOnce, Named(4, "12:30", 3), Withdrawn(8, March(5, "15:00"))]),
        Row("A day with none open has none", "4: v, 5: none", MedicinesFrom(March(4, "10:00")), new DelayEnded(March(4, "23:00"), Delay: 3), LeftAt(March(5, "09:00"))),
        Row("Leaving at midnight ends the day before", "4: v", MedicinesFrom(March(4, "10:00")), LeftAt(March(5, "00:00"))),
    ];

    [TestCaseSource(nameof(Primaries))]
    public void Each_day_has_at_most_one_primary_delay(string days, Fact[] facts) => Assert.That(
        string.Join(", ", LedgerOf(facts).Days.Select(day => $"{day.Date.Day}: {day.Primary?.Reason.Code ?? "none"}{(day.Named ? " named" : string.Empty)}")), Is.EqualTo(days));

    [Test]
    public void A_day_on_which_several_ran_is_attributed_to_all_of_them_and_undecided_until_one_is_named() => Assert.Multiple(() =>
    {
        Assert.That(DaysOf(LedgerOf(TwoAtOnce)), Is.EqualTo("4: v, vi undecided; 5: vi"));
        Assert.That(DaysOf(LedgerOf([.. TwoAtOnce, Named(4, "12:30", 3)])), Is.EqualTo("4: v, vi; 5: vi"));
        Assert.That(LedgerOf([.. TwoAtOnce, Named(4, "12:30", 3)]).Attributed, Is.EqualTo(LedgerOf(TwoAtOnce).Attributed), "A naming moves no minute.");
    });

    [Test]
    public void Two_one_after_the_other_on_a_day_leave_it_undecided_too() => Assert.That(
        DaysOf(LedgerOf(Ready, MedicinesFrom(March(4, "10:00")), new DelayEnded(March(4, "11:00"), Delay: 3), new DelayStarted(March(4, "12:00"), Transport, Owner.Ward), LeftAt(March(4, "20:00")))),
        Is.EqualTo("4: v, vi undecided"));

    [Test]
    public void Days_on_which_a_reason_was_primary_are_counted() => Assert.That(LedgerOf(TwoAtOnce).ByReason.Select(total => total.PrimaryDays), Is.EqualTo(new[] { 0, 1 }));

    private static IEnumerable<TestCaseData> Endings =>
    [
        new TestCaseData(new PersonDied(March(4, "20:00"), PlaceOfDeath.Hospital)).SetArgDisplayNames("Died in hospital"),
        new TestCaseData(new Readmitted(March(4, "20:00"), ReturnReason.Fall)).SetArgDisplayNames("Readmitted, and nobody recorded the leaving"),
        new TestCaseData(new DischargeFailed(March(4, "20:00"), ReturnReason.Fall)).SetArgDisplayNames("Came back, and nobody recorded the leaving"),
        new TestCaseData(new CaseClosed(March(4, "20:00"), CaseOutcome.Hospital)).SetArgDisplayNames("Closed, with nothing else on record"),
    ];

    [TestCaseSource(nameof(Endings))]
    public void Where_no_leaving_is_on_record_it_ends_with_what_ended_the_stay(DischargeCaseEvent ended) =>
        Assert.That(LedgerOf(Ready, MedicinesFrom(March(4, "10:00")), ended), Has.Property("Until").EqualTo(March(4, "20:00")).And.Property("Attributed").EqualTo(Duration.FromHours(10)));

    [Test]
    public void A_leaving_on_record_ends_it_whatever_came_after() =>
        Assert.That(LedgerOf(Ready, Left, new PersonDied(March(5, "20:00"), PlaceOfDeath.Hospital)).Until, Is.EqualTo(March(4, "14:00")));

    [Test]
    public void Many_of_the_random_histories_end_with_no_leaving() =>
        Assert.That(
            Enumerable.Range(0, 400).Count(_ => AnyDelayedCase.TwoOrders.Single().One is { Left: null, GoneAt: not null, ReadySince: not null }),
            Is.GreaterThan(20));

    [Test]
    public void The_ledger_always_adds_up_to_ready_to_gone() =>
        AnyDelayedCase.TwoOrders.Sample(
            orders => DelayLedger.Of(orders.One, Now + Duration.FromDays(30)) is not { } ledger
                || (ledger.Attributed + ledger.Unattributed == Gone(orders.One) - orders.One.ReadySince!.Value
                    && ledger.ByReason.All(total => total.Total <= ledger.Attributed && total.Alone <= total.Total)),
            iter: 1_000);

    [Test]
    public void Every_sampled_minute_is_attributed_to_exactly_the_delays_that_ran() =>
        Gen.Select(AnyDelayedCase.TwoOrders, Gen.Int[0, 6 * 1_440]).Sample(
            (orders, minute) =>
            {
                var at = March(26, "09:00") + Duration.FromMinutes(minute);
                return DelayLedger.Of(orders.One, Now + Duration.FromDays(30)) is not { } ledger
                    || at < ledger.From
                    || at >= ledger.Until
                    || ledger.Spans.Single(span => span.From <= at && at < span.Until).Delays.SequenceEqual(Delay.Of(orders.One).Where(delay => delay.From <= at && !(delay.Until <= at)));
            },
            iter: 1_000);

    [Test]
    public void Facts_recorded_in_any_order_give_the_same_ledger() =>
        AnyDelayedCase.TwoOrders.Sample(orders => Said(orders.One) == Said(orders.Other), iter: 1_000);

    [Test]
    public void Many_of_the_random_histories_have_a_ledger_with_time_attributed_and_not() =>
        Assert.That(
            Enumerable.Range(0, 400).Count(_ => DelayLedger.Of(AnyDelayedCase.TwoOrders.Single().One, Now + Duration.FromDays(30)) is { } ledger
                && ledger.Attributed > Duration.Zero && ledger.Unattributed > Duration.Zero),
            Is.GreaterThan(40));

    [Test]
    public void A_day_is_undecided_where_several_ran_and_none_of_them_is_named_and_naming_one_decides_it_and_moves_no_minute() =>
        AnyDelayedCase.TwoOrders.Sample(
            orders =>
            {
                if (DelayLedger.Of(orders.One, End) is not { } ledger)
                {
                    return true;
                }

                var undecided = ledger.Days.Where(day => day.IsUndecided).ToArray();
                var after = DelayLedger.Of(Naming(orders.One, undecided), End)!;
                return undecided.All(day => day.Delays.Count > 1 && !day.Named)
                    && ledger.Days.Except(undecided).All(day => day.Delays.Count < 2 || day.Named)
                    && !after.Days.Any(day => day.IsUndecided)
                    && (after.Total, after.Attributed, after.Unattributed) == (ledger.Total, ledger.Attributed, ledger.Unattributed);
            },
            iter: 1_000);

    [Test]
    public void Many_of_the_random_histories_have_an_undecided_day() =>
        Assert.That(Enumerable.Range(0, 400).Count(_ => DelayLedger.Of(AnyDelayedCase.TwoOrders.Single().One, End)?.Days.Any(day => day.IsUndecided) is true), Is.GreaterThan(40));

    private static Instant End => Now + Duration.FromDays(30);

    private static DischargeCase Naming(DischargeCase discharge, IEnumerable<DelayDay> days)
    {
        Entry[] recorded = [.. discharge.Facts.Entries.OrderBy(entry => entry.Version)];
        return History.Of(recorded.Concat(days.Select((day, index) => recorded[^1] with
        {
            Version = recorded[^1].Version + index + 1,
            Fact = new PrimaryDelayNamed(End, day.Date, day.Delays[^1].Id),
        }))).AsDischargeCase();
    }

    private static string DaysOf(DelayLedger ledger) => string.Join(
        "; ", ledger.Days.Select(day => $"{day.Date.Day}: {string.Join(", ", day.Delays.Select(delay => delay.Reason.Code))}{(day.IsUndecided ? " undecided" : string.Empty)}"));

    private static Instant Gone(DischargeCase discharge) =>
        discharge.Left?.OccurredAt
        ?? new[] { discharge.Death, discharge.Facts.First<Readmitted>(), discharge.Facts.First<DischargeFailed>(), (DischargeCaseEvent?)discharge.Closing }.Min(ended => ended?.OccurredAt)
        ?? Now + Duration.FromDays(30);

    private static string Said(DischargeCase discharge) => DelayLedger.Of(discharge, Now + Duration.FromDays(30)) is { } ledger
        ? string.Join('|', [ledger.Total, ledger.Attributed, .. ledger.Spans.Select(Said), .. ledger.Days.Select(day => $"{day.Date} {Said(day.Primary)} {day.Named}"), .. ledger.ByReason])
        : "none";

    private static string Said(DelaySpan span) => $"{span.From} {span.Until} {string.Join(',', span.Delays.Select(Said))}";

    private static string Said(Delay? delay) => delay is null ? "none" : (delay with { Id = 0 }).ToString();

    private static DelayStarted MedicinesFrom(Instant at) => new(at, Medicines, Owner.Ward);

    private static PrimaryDelayNamed Named(int day, string time, long delay) => new(March(day, time), new LocalDate(2026, 3, day), delay);

    private static TestCaseData Row(string description, string days, params Fact[] facts) =>
        new TestCaseData(days, facts.OfType<CriteriaToResideReviewed>().Any() ? facts : [Ready, .. facts]).SetArgDisplayNames(description);
}
