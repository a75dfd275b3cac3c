using System.Diagnostics;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Load;

/// <summary>Whether the open-loop caller tells the truth: a server is stopped for a second in the middle, and what has to come out is known beforehand.</summary>
public static class FreezeTest
{
    private const double PerSecond = 1_000;

    private const double Off = 0.10;

    // A server that is let go on is not back at once; one that takes longer than this was slow for another reason too.
    private const double LongestBeyond = 0.25;

    private const int Tries = 4;

    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(1);

    /// <summary>The 99th percentile in milliseconds where nothing is slow but for one pause in which nobody is answered: those who come during it wait for its end, evenly from nothing to all of it.</summary>
    public static double Expected(TimeSpan pause, TimeSpan length) => (pause - (length * 0.01)).TotalMilliseconds;

    /// <summary>Runs it. A run in which the caller itself was late, or others used the machine, says nothing and is repeated.</summary>
    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var length = TimeSpan.FromSeconds(plan.IsQuick ? 10 : 30);
        var database = await databases.MakeAsync("freeze");
        await Persistence.Migrations.ApplyAsync(database.Owner, database.Application);
        await using var server = await Service.FloorAsync(database);
        var ping = HttpConnection.Request("GET", "/ping");
        await OpenLoop.RunAsync(server.Address, ArrivalPlan.Constant(PerSecond, TimeSpan.FromSeconds(3)), () => ping);
        foreach (var (name, arrivals) in ((string, TimeSpan[])[])[("constant", ArrivalPlan.Constant(PerSecond, length)), ("Poisson", ArrivalPlan.Poisson(PerSecond, length, seed: 1))])
        {
            for (var left = plan.IsQuick ? Tries / 2 : Tries; left > 0; left--)
            {
                await Machine.QuietAsync(plan.Patience);
                Console.WriteLine($"   {name} arrivals, {length.TotalSeconds:0} s at {PerSecond:0} a second, stopped for {Frozen.TotalSeconds:0} s");
                var before = Machine.Used();
                var freezing = Task.FromResult(TimeSpan.Zero);
                var found = await OpenLoop.RunAsync(server.Address, arrivals, () => ping, () => freezing = FreezeAsync(server, length / 3));
                var (frozen, others, isLast) = (await freezing, Machine.OthersSince(before), left == 1);
                // Whoever came first waited through all of the pause: the freeze, and until the server was back. A caller that leaves out whom it did not ask sees the one long wait, and a 99th percentile of nothing.
                var pause = TimeSpan.FromMilliseconds(found.Max);
                var expected = Expected(pause, length);
                // What is right is known only where nothing but the freeze is slow.
                var isValid = found.IsValid && others <= Machine.MostByOthers && pause <= frozen * (1 + LongestBeyond);
                var holds = isValid && pause >= frozen * (1 - Off) && Math.Abs(found.P99 - expected) <= expected * Off;
                report.Note(string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"Freeze test, {name} arrivals: p99 {found.P99:0} ms where {expected:0} ms is right (p50 {found.P50:0.00} ms, max {found.Max:0} ms, own lateness p99 {found.OwnLateness:0.000} ms, stopped for {frozen.TotalMilliseconds:0} ms, {found.Sent} sent, {found.Failed} failed, others used {100 * others:0} % of the cores): {Verdict(isValid, holds, isLast)}."));
                if (isValid || isLast)
                {
                    report.Holds &= holds;
                    break;
                }
            }
        }
    }

    private static string Verdict(bool isValid, bool holds, bool isLast) => (isValid, holds, isLast) switch
    {
        (true, true, _) => "it holds",
        (true, false, _) => "IT DOES NOT HOLD",
        (false, _, false) => "invalid, because others used this machine, the server was slow to go on or the caller could not keep up, so once more",
        (false, _, true) => "INVALID, because others used this machine, the server was slow to go on or the caller could not keep up; run it again where nothing else runs",
    };

    // How long it was stopped: on a busy machine whoever waits for a second waits longer.
    private static async Task<TimeSpan> FreezeAsync(Service server, TimeSpan after)
    {
        await Task.Delay(after);
        server.Freeze();
        var watch = Stopwatch.StartNew();
        await Task.Delay(Frozen);
        server.Continue();
        return watch.Elapsed;
    }
}
