using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Floors;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;
using Discharge.Persistence;

namespace Discharge.Benchmarks.Clocks;

/// <summary>g5: the service was away for six hours, and what fell due meanwhile waits for it.</summary>
internal static class OverdueAfterAnOutage
{
    private static readonly TimeSpan Outage = TimeSpan.FromHours(6);

    public static async Task RunAsync(Ward many, Ward floors, Plan plan, Report report)
    {
        var faults = 0L;
        var taken = await InTurn.TakeAsync($"{plan.Backlog:#,0} drained, s", plan.IsQuick ? plan with { Pairs = 1 } : plan, ProductAsync, FloorAsync);
        report.Add(new("g5", $"{plan.Backlog:#,0} overdue after an outage, first breach committed to last", "s", "plain SQL in batches", Goal.Most(20.0 * plan.Backlog / 250_000, "s"), taken));
        report.Holds &= faults == 0;
        report.Note($"g5: {(plan.IsQuick ? "one pair, for its length; " : string.Empty)}the goal is 20 s for 250,000 and is taken in proportion. Breaches missed, doubled or early: {faults}.");

        async Task<double> ProductAsync()
        {
            var mark = await FillAsync(many);
            await using var product = await Service.ProductAsync(many.Database);
            return await DrainedAsync(many, mark);
        }

        async Task<double> FloorAsync()
        {
            var mark = await FillAsync(floors);
            await using var pool = Connections.Open(floors.Database.Application);
            using var over = new CancellationTokenSource();
            var watching = new RawWatch(pool).RunAsync(over.Token);
            var drained = await DrainedAsync(floors, mark);
            await over.CancelAsync();
            await watching;
            return drained;
        }

        async Task<long> FillAsync(Ward ward)
        {
            Console.WriteLine($"   {ward.Database.Name}: {plan.Backlog:#,0} overdue");
            var mark = await Breaches.MarkAsync(ward.Database);
            // Copied while nobody looks, in parts of which each goes over the whole outage.
            for (var (left, part) = (plan.Backlog, 0); left > 0; left -= 50_000, part++)
            {
                await ward.LeaveAsync(Math.Min(left, 50_000), DateTimeOffset.UtcNow - Outage + TimeSpan.FromMilliseconds(part), Outage / 60_000);
            }

            await ward.Database.DoAsync("vacuum analyze");
            await ward.Database.DoAsync("checkpoint");
            return mark;
        }

        async Task<double> DrainedAsync(Ward ward, long mark)
        {
            await Task.Delay(1_000);
            await Breaches.SettleAsync(ward.Database, TimeSpan.FromSeconds(1));
            var breaches = await Breaches.SinceAsync(ward.Database, mark);
            faults += Math.Abs(plan.Backlog - breaches.Recorded) + breaches.Doubled + breaches.Early;
            return (breaches.LastCommit - breaches.FirstCommit).TotalSeconds;
        }
    }
}
