using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R15: nodes are asked to end, one after the other, while people work; what they have begun they finish.</summary>
internal static class Shutdown
{
    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        var found = new Findings();
        var findings = await Cycles.RunAsync(plan, one => Cycle.RunAsync(house, one.Seed, Shape, async client =>
        {
            var ending = Ending.Of(one.Seed);
            await client.InTheMidstAsync(ending.After);

            // Whoever shares out the work sends it no more, and at once it is asked to end, with requests under way.
            var node = house.At(ending.Node);
            house.IsAway(node);
            var took = await node.StopAsync();
            await house.ReplaceAsync(node);
            found.Measured(Goals.Ends, took.TotalSeconds);
        },
        (client, its) => its.None("requests dropped", client.Dropped)));
        return findings.Add(found);
    }

    /// <summary>What is done.</summary>
    /// <param name="After">After how many commands.</param>
    /// <param name="Node">To which of the two.</param>
    internal sealed record Ending(int After, int Node)
    {
        /// <summary>Of a seed.</summary>
        public static Ending Of(int seed)
        {
            var random = Draws.Of(seed);
            return new(random.Next(5, 60), random.Next(2));
        }
    }
}
