using System.Diagnostics;
using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R1: the node is killed while sixteen people work, and started again.</summary>
internal static class KilledNode
{
    private static readonly Shape Shape = new(Clients: 16, Cases: 6, For: TimeSpan.FromSeconds(1));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        var found = new Findings();
        var findings = await Cycles.RunAsync(plan, one => Cycle.RunAsync(house, one.Seed, Shape, async client =>
        {
            await client.InTheMidstAsync(Killing.Of(one.Seed).After);
            var (start, listens) = await house.ReplaceAsync(house.At(0));
            await client.InTheMidstAsync(1);
            found.Measured(Goals.NodeServes, Stopwatch.GetElapsedTime(start).TotalSeconds).Measured(Goals.NodeListens, listens.TotalSeconds).Some("sendings to a node that was dead", client.Dropped);
        }));
        return findings.Add(found);
    }

    /// <summary>What is done.</summary>
    /// <param name="After">After how many commands.</param>
    internal sealed record Killing(int After)
    {
        /// <summary>Of a seed.</summary>
        public static Killing Of(int seed) => new(Draws.Of(seed).Next(5, 80));
    }
}
