using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R15: nodes are asked to end, one after the other, while people work; what they have begun they finish.</summary>
internal static class Shutdown
{
    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        var took = new List<TimeSpan>();
        var dropped = 0;
        var findings = await Cycles.RunAsync(plan, new Findings(), seed => Cycle.RunAsync(house, seed, Shape, async (_, random, client) =>
        {
            await client.InTheMidstAsync(random.Next(5, 60));

            // Whoever shares out the work sends it no more, and at once it is asked to end, with requests under way.
            var ending = house.Any();
            house.Remove(ending);
            took.Add(await ending.StopAsync());
            await ending.DisposeAsync();
            await house.StartNodeAsync();
            dropped += client.Dropped;
        }));
        return findings.None("requests dropped", dropped).AtMost("longest until a node had ended", took.DefaultIfEmpty().Max().TotalSeconds, 10, "s");
    }
}
