using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Floors;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Benchmarks.Reporting;
using Discharge.Persistence;

namespace Discharge.Benchmarks.Clocks;

/// <summary>g2: a hundred clocks fall due each second while commands come in.</summary>
internal static class SteadyDueUnderLoad
{
    private const int DueEachSecond = 100;

    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(Ward many, Ward floors, Plan plan, Report report)
    {
        var seconds = plan.IsQuick ? 3 : Math.Max(10, plan.Seconds * 4);
        await using var product = await Service.ProductAsync(many.Database);
        await using var floor = await Service.FloorAsync(floors.Database);
        var (commands, byHand) = (new Callers(product, many, Callers.Product), new Callers(floor, floors, "/by-hand/{0}"));
        Console.WriteLine("   warming up");
        await byHand.WarmUpAsync(plan);
        await commands.WarmUpAsync(plan);
        var rate = (await commands.PeakAsync(plan.Seconds)).PerSecond / 2;

        await using var pool = Connections.Open(floors.Database.Application);
        using var over = new CancellationTokenSource();
        var watching = new RawWatch(pool).RunAsync(over.Token);
        var (faults, answers) = (0L, new List<Latencies>());
        var taken = await InTurn.TakeAllAsync(
            ["recorded p50 ms", "recorded p99 ms", "recorded max ms", "committed p50 ms", "committed p99 ms", "committed max ms"], plan, () => OnceAsync(many, commands), () => OnceAsync(floors, byHand));
        await over.CancelAsync();
        await watching;
        foreach (var (place, what, goal) in ((int, string, Goal)[])[
            (0, "due to recorded, p50", Goal.Most(60, "ms")), (1, "due to recorded, p99", Goal.Most(250, "ms")), (2, "due to recorded, max", Goal.Most(1000, "ms")),
            (3, "due to committed, p50", Goal.None), (4, "due to committed, p99", Goal.Most(250, "ms")), (5, "due to committed, max", Goal.None)])
        {
            report.Add(new("g2", what, "ms", "plain SQL, same load", goal, taken[place]));
        }

        report.Holds &= faults == 0;
        report.Note($"g2: {DueEachSecond} due a second for {seconds} s, with {rate:0} commands a second (half of the product's peak, Poisson arrivals) on both sides; breaches missed, doubled or early: {faults}. The product's commands took {Figure.Median([.. answers.Select(answer => answer.P50)]):0.0} ms at p50 and {Figure.Median([.. answers.Select(answer => answer.P99)]):0.0} ms at p99 meanwhile; the caller's own lateness at p99 was at worst {answers.Max(answer => answer.OwnLateness):0.00} ms.");

        async Task<Measured> OnceAsync(Ward ward, Callers callers)
        {
            await ward.HaveAsync((int)(rate * (seconds + Ahead.TotalSeconds) * 1.2));
            await Callers.SettleAsync(ward);
            var mark = await Breaches.MarkAsync(ward.Database);
            var first = DateTimeOffset.UtcNow + Ahead;
            var due = await ward.LeaveAsync(DueEachSecond * seconds, first, TimeSpan.FromSeconds(1.0 / DueEachSecond));
            InTime(first);
            var found = await callers.AtRateAsync(rate, (first - DateTimeOffset.UtcNow).TotalSeconds + seconds, seed: 3);
            if (callers == commands)
            {
                answers.Add(found);
            }

            await Breaches.SettleAsync(ward.Database, TimeSpan.FromMilliseconds(250));
            var breaches = await Breaches.SinceAsync(ward.Database, mark);
            faults += Math.Abs(due.Count - breaches.Recorded) + breaches.Doubled + breaches.Early;
            return found.Measure([.. breaches.Lateness, .. breaches.Visible]);
        }
    }

    /// <summary>What is to fall due later must not be due when it is there.</summary>
    public static void InTime(DateTimeOffset due)
    {
        if (DateTimeOffset.UtcNow > due)
        {
            throw new InvalidOperationException("Filling took so long that clocks fell due before all were there.");
        }
    }
}
