using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Peers;

/// <summary>d: other event stores that can be had as packages, asked to do the same.</summary>
internal static class PeerSuite
{
    // Built beside this program, with packages of its own.
    private static readonly string Akka = Path.Combine(
        AppContext.BaseDirectory.Replace($"{Path.DirectorySeparatorChar}Discharge.Benchmarks{Path.DirectorySeparatorChar}", $"{Path.DirectorySeparatorChar}Discharge.Benchmarks.Peers{Path.DirectorySeparatorChar}", StringComparison.Ordinal),
        "Discharge.Benchmarks.Peers.dll");

    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var pattern = await Pattern.MakeAsync(databases);
        var (ours, theirs) = (new Ward(await databases.MakeAsync("d_product", pattern.Database), pattern), new Ward(await databases.MakeAsync("d_akka", pattern.Database), pattern));
        await using var product = await Service.ProductAsync(ours.Database);
        await using var akka = await Service.OtherAsync(Akka, theirs.Database);
        var (commands, beside) = (new Callers(product, ours, Callers.Product), new Callers(akka, theirs, "/akka/{0}"));
        Console.WriteLine("   warming up");
        foreach (var callers in (Callers[])[commands, beside])
        {
            await callers.WarmUpAsync(plan);
        }

        foreach (var atOnce in (int[])[16, 64])
        {
            var taken = await InTurn.TakeAllAsync([$"commands/s at {atOnce}", $"p99 ms at {atOnce}"], plan, () => PeakAsync(commands, atOnce), () => PeakAsync(beside, atOnce));
            report.Add(new("d", $"commands at {atOnce} callers", "/s", "Akka.Persistence.Sql behind a minimal API", Goal.None, taken[0]));
            report.Add(new("d", $"p99 at {atOnce} callers", "ms", "Akka.Persistence.Sql behind a minimal API", Goal.None, taken[1]));
        }

        report.Note("d: Akka.Persistence.Sql stores one row for one event and answers; it batches what many actors persist into one transaction. It checks no token, keeps no key and no answer, starts no clock, gives no notice, writes nothing that screens could read, and its 1,000 cases lie in memory, read once. So it is asked for far less than the product; what it shows is what batching is worth.");
        report.Note("d: message-db and Emmett come as packages of npm. The first is a function that inserts one row, of which the floors of c are a superset; the second would put another runtime between the figures. Neither is measured.");

        async Task<double[]> PeakAsync(Callers callers, int atOnce)
        {
            var peak = await callers.PeakAsync(plan.Seconds, atOnce);
            return [peak.PerSecond, peak.P99];
        }
    }
}
