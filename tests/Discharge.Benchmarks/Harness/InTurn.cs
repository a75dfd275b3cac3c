using System.Diagnostics;
using System.Globalization;

namespace Discharge.Benchmarks.Harness;

/// <summary>Measures product and floor in turn, so that whatever else the machine does meets both.</summary>
public static class InTurn
{
    /// <summary>Takes pairs of one figure.</summary>
    public static async Task<IReadOnlyList<Pair>> TakeAsync(string what, Plan plan, Func<Task<double>> product, Func<Task<double>> floor) =>
        (await TakeAllAsync([what], plan, async () => new(await product()), async () => new(await floor())))[0];

    /// <summary>Takes pairs of several figures that one measurement yields.</summary>
    /// <param name="what">The figures.</param>
    /// <param name="plan">How many pairs.</param>
    /// <param name="product">Measures the product.</param>
    /// <param name="floor">Measures the floor.</param>
    /// <param name="eitherFirst">Whether every other pair begins with the floor: where one side leaves the other something to bear.</param>
    public static async Task<IReadOnlyList<Pair>[]> TakeAllAsync(string[] what, Plan plan, Func<Task<Measured>> product, Func<Task<Measured>> floor, bool eitherFirst = false)
    {
        var taken = what.Select(_ => new List<Pair>()).ToArray();
        var (again, before) = (plan.Again, 0);
        for (var pair = 1; pair <= plan.Pairs; pair++)
        {
            await Machine.QuietAsync(plan.Patience);
            var watch = Stopwatch.StartNew();
            var used = Machine.Used();
            var isFloorFirst = eitherFirst && pair % 2 == 0;
            var first = await (isFloorFirst ? floor : product)();
            var second = await (isFloorFirst ? product : floor)();
            var (ours, least) = isFloorFirst ? (second, first) : (first, second);
            var others = Machine.OthersSince(used);
            // Chosen by what others and the caller did, and not by what came out.
            if (again > 0 && (others > Machine.MostByOthers || !ours.KeptUp || !least.KeptUp))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   others used {others:0 %} of the cores, the caller was {Math.Max(ours.OwnLateness, least.OwnLateness):0.00} ms late itself: once more"));
                (again, pair, before) = (again - 1, pair - 1, before + 1);
                continue;
            }

            for (var figure = 0; figure < what.Length; figure++)
            {
                taken[figure].Add(new(ours.Figures[figure], least.Figures[figure], others)
                {
                    OwnLateness = Math.Max(ours.OwnLateness, least.OwnLateness),
                    Failed = ours.Failed + least.Failed,
                    Away = ours.Away,
                    AwayFromFloor = least.Away,
                    TakenBefore = before,
                });
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"   {what[figure]}: pair {pair} of {plan.Pairs}: {ours.Figures[figure]:0.###} beside {least.Figures[figure]:0.###}, ratio {taken[figure][^1].Ratio:0.000} ({watch.Elapsed.TotalSeconds:0} s; others used {others:0 %} of the cores)"));
            }

            before = 0;
        }

        return [.. taken];
    }
}
