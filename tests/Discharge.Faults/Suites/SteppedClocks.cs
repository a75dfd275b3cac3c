using Discharge.Faults.Cycling;
using Discharge.Faults.Load;

namespace Discharge.Faults.Suites;

/// <summary>Nodes whose wall clocks are wrong judge by the database's time and their own monotonic one, so nothing is early and nothing late.</summary>
internal static class SteppedClocks
{
    private static readonly string[] Offs = ["+10m", "-10m", "+1d", "-1d"];

    public static Task<Findings> RunAsync(Plan plan) => Cycles.RunAsync(plan, RunOnceAsync);

    /// <summary>By how much a node's wall clock is off: by each in turn.</summary>
    public static string OffOf(int seed) => Offs[(uint)seed % (uint)Offs.Length];

    private static async Task<CycleResult> RunOnceAsync(Plan plan)
    {
        var off = OffOf(plan.Seed);
        await using var database = await FaultyDatabase.NewAsync();
        await using var right = await Node.StartAsync(database);
        await using var wrong = await Node.StartAsync(database, off);
        Node[] nodes = [right, wrong];
        using var ward = await Ward.OpenAsync(database);
        var ids = await ward.AdmitAsync(number => nodes[number % 2], plan.Cases);
        var first = DateTimeOffset.UtcNow.AddSeconds(10);
        await ward.LeaveAsync(number => nodes[number % 2], ids, number => first.AddSeconds(number % 10));

        // The right node is killed before the first falls due, so that it is the wrong one that judges.
        await right.KillAsync();
        await Task.Delay(first.AddSeconds(12) - DateTimeOffset.UtcNow);
        var result = ward.Judge(await ward.EvidenceAsync(), wrong.Said);
        result.Found.Tally("wall clocks off by", [(off, 1)]);
        return result;
    }
}
