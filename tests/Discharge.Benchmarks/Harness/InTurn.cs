using System.Diagnostics;
using System.Globalization;

namespace Discharge.Benchmarks.Harness;

/// <summary>Measures product and floor in turn, so that whatever else the machine does meets both.</summary>
public static class InTurn
{
    /// <summary>Takes pairs of one figure.</summary>
    public static async Task<IReadOnlyList<Pair>> TakeAsync(string what, Plan plan, Func<Task<double>> product, Func<Task<double>> floor)
    {
        var all = await TakeAllAsync([what], plan, async () => [await product()], async () => [await floor()]);
        return all[0];
    }

    /// <summary>Takes pairs of several figures that one measurement yields.</summary>
    public static async Task<IReadOnlyList<Pair>[]> TakeAllAsync(string[] what, Plan plan, Func<Task<double[]>> product, Func<Task<double[]>> floor)
    {
        var taken = what.Select(_ => new List<Pair>()).ToArray();
        var again = plan.Again;
        for (var pair = 1; pair <= plan.Pairs; pair++)
        {
            await Machine.QuietAsync(plan.Patience);
            var watch = Stopwatch.StartNew();
            var before = Machine.Used();
            var figures = await product();
            var least = await floor();
            var others = Machine.OthersSince(before);
            if (others > Machine.MostByOthers && again > 0)
            {
                // Chosen by what others did and not by what came out.
                Console.WriteLine($"   others used {others:0 %} of the cores: once more");
                (again, pair) = (again - 1, pair - 1);
                continue;
            }

            for (var figure = 0; figure < what.Length; figure++)
            {
                taken[figure].Add(new(figures[figure], least[figure], others));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"   {what[figure]}: pair {pair} of {plan.Pairs}: {figures[figure]:0.###} beside {least[figure]:0.###}, ratio {figures[figure] / least[figure]:0.000} ({watch.Elapsed.TotalSeconds:0} s; others used {others:0 %} of the cores)"));
            }
        }

        return [.. taken];
    }
}
