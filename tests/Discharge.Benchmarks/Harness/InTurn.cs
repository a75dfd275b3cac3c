using System.Diagnostics;
using System.Globalization;

namespace Discharge.Benchmarks.Harness;

/// <summary>Measures product and floor in turn, so that whatever else the machine does meets both.</summary>
public static class InTurn
{
    /// <summary>Takes pairs of one figure.</summary>
    public static async Task<IReadOnlyList<Pair>> TakeAsync(string what, int pairs, Func<Task<double>> product, Func<Task<double>> floor)
    {
        var all = await TakeAllAsync([what], pairs, async () => [await product()], async () => [await floor()]);
        return all[0];
    }

    /// <summary>Takes pairs of several figures that one measurement yields.</summary>
    public static async Task<IReadOnlyList<Pair>[]> TakeAllAsync(string[] what, int pairs, Func<Task<double[]>> product, Func<Task<double[]>> floor)
    {
        var taken = what.Select(_ => new List<Pair>()).ToArray();
        for (var pair = 1; pair <= pairs; pair++)
        {
            var watch = Stopwatch.StartNew();
            var ours = await product();
            var least = await floor();
            for (var figure = 0; figure < what.Length; figure++)
            {
                taken[figure].Add(new(ours[figure], least[figure]));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"   {what[figure]}: pair {pair} of {pairs}: {ours[figure]:0.###} beside {least[figure]:0.###}, ratio {ours[figure] / least[figure]:0.000} ({watch.Elapsed.TotalSeconds:0} s)"));
            }
        }

        return [.. taken];
    }
}
