using System.Diagnostics;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Floors;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Commands;

/// <summary>c: one command over HTTP.</summary>
internal static class CommandSuite
{
    private const int AtOnce = 16;

    private const int ManyAtOnce = 64;

    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var pattern = await Pattern.MakeAsync(databases);
        var (ours, floors) = (new Ward(await databases.MakeAsync("c_product", pattern.Database), pattern), new Ward(await databases.MakeAsync("c_floor", pattern.Database), pattern));
        await floors.Database.DoAsync(LeaveInOneFunction.Create);
        await floors.Database.DoAsync(ReviewInOneFunction.Create);
        await using (var product = await Service.ProductAsync(ours.Database))
        await using (var floor = await Service.FloorAsync(floors.Database))
        {
            var (commands, byHand, function) = (new Callers(product, ours, Callers.Product), new Callers(floor, floors, "/by-hand/{0}"), new Callers(floor, floors, "/function/{0}"));
            Console.WriteLine("   warming up");
            foreach (var callers in plan.Asks("c1") || plan.Asks("c2") ? (Callers[])[commands, byHand, function] : [])
            {
                await callers.WarmUpAsync(plan);
            }

            var peak = 0.0;
            if (plan.Asks("c1"))
            {
                peak = await PeakAsync("the same statements by hand", Goal.RatioAtLeast(0.85), byHand, AtOnce);
                await PeakAsync("one function", Goal.None, function, AtOnce);
                await PeakAsync("the same statements by hand", Goal.RatioAtLeast(0.85), byHand, ManyAtOnce);
            }

            if (plan.Asks("c2"))
            {
                await LatencyAsync(peak > 0 ? peak : (await commands.PeakAsync(plan.Seconds)).PerSecond);
            }

            if (plan.Asks("c5"))
            {
                await HotCase.RunAsync(
                    new(product, ours, "/v1/discharge-cases/{0}/criteria-to-reside-reviews"), new(floor, floors, "/review/{0}"), plan, report);
            }

            async Task<double> PeakAsync(string beside, Goal goal, Callers least, int atOnce)
            {
                var taken = await InTurn.TakeAllAsync(["commands/s", "p50 ms", "p99 ms"], plan, () => AllAsync(commands), () => AllAsync(least));
                report.Add(new("c1", $"commands at {atOnce} callers", "/s", beside, goal, taken[0]));
                report.Add(new("c1", $"p50 at {atOnce} callers", "ms", beside, Goal.None, taken[1]));
                report.Add(new("c1", $"p99 at {atOnce} callers", "ms", beside, Goal.None, taken[2]));
                return Figure.Median([.. taken[0].Select(pair => pair.Product)]);

                async Task<Measured> AllAsync(Callers callers)
                {
                    var most = await callers.PeakAsync(plan.Seconds, atOnce);
                    return most.Measure(most.PerSecond, most.P50, most.P99);
                }
            }

            async Task LatencyAsync(double most)
            {
                var (late, beyondHalf) = (0.0, new Stopwatch());
                foreach (var part in PartOfPeak.All)
                {
                    var rate = most * part.Share;
                    var taken = await InTurn.TakeAllAsync([$"at {rate:0}/s, p50 ms", $"at {rate:0}/s, p99 ms", $"at {rate:0}/s, p99.9 ms"], plan.Patient, () => AtAsync(commands, rate), () => AtAsync(function, rate));
                    var (at, bears) = ($"at {rate:0} commands/s, {part.Words} of the peak", part == PartOfPeak.Half);
                    report.Add(new("c2", $"p50 {at}", "ms", "one function", bears ? Goal.RatioAtMost(1.3) : Goal.None, taken[0]));
                    report.Add(new("c2", $"p99 {at}", "ms", "one function", bears ? Goal.RatioAtMost(1.5) : Goal.None, taken[1]));
                    if (bears)
                    {
                        report.Add(new("c2", $"p99 {at}, by itself", "ms", "one function", Goal.Most(10, "ms"), taken[1]));
                    }

                    report.Add(new("c2", $"p99.9 {at}, by itself", "ms", "one function", bears ? Goal.Most(50, "ms") : Goal.None, taken[2]));
                    late = Math.Max(late, taken[0].Max(pair => pair.OwnLateness));
                    beyondHalf.Start();
                }

                report.Note($"c2: open loop, Poisson arrivals, from when each was meant to be sent; the caller's own lateness was {late:0.00} ms at p99 in its worst run. Goals are for half of the peak; a quarter and three quarters of it took {beyondHalf.Elapsed.TotalSeconds:0} s more.");

                async Task<Measured> AtAsync(Callers callers, double rate)
                {
                    var found = await callers.AtRateAsync(rate, plan.Seconds, seed: 7);
                    return found.Measure(found.P50, found.P99, found.P999);
                }
            }
        }

        if (plan.Asks("c3"))
        {
            await CommandCost.RunAsync(databases, ours, floors, plan, report);
        }
    }
}
