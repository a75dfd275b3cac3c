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
            var (ours, all) = (Machine.Ours(), Machine.Busy());
            var figures = await product();
            var least = await floor();
            // What a service that has ended had used is no longer known and counts as others'.
            var others = Math.Clamp((Machine.Busy() - all - (Machine.Ours() - ours)) / watch.Elapsed / Environment.ProcessorCount, 0, 1);
            for (var figure = 0; figure < what.Length; figure++)
            {
                taken[figure].Add(new(figures[figure], least[figure], others));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"   {what[figure]}: pair {pair} of {pairs}: {figures[figure]:0.###} beside {least[figure]:0.###}, ratio {figures[figure] / least[figure]:0.000} ({watch.Elapsed.TotalSeconds:0} s; others used {others:0 %} of the cores)"));
            }
        }

        return [.. taken];
    }
}
