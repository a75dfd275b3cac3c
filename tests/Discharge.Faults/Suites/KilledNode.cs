using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R1: the node is killed while sixteen people work, and started again.</summary>
internal static class KilledNode
{
    private static readonly Shape Shape = new(Clients: 16, Cases: 6, For: TimeSpan.FromSeconds(1));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        var back = new List<TimeSpan>();
        var findings = await Cycles.RunAsync(plan, new Findings(), seed => Cycle.RunAsync(house, seed, Shape, async (_, random, client) =>
        {
            await client.InTheMidstAsync(random.Next(5, 80));
            back.Add(await house.ReplaceAsync(house.Any()));
        }));
        return findings.Note("from the start of the next to its first answer, median and longest", $"{back.Order().ElementAtOrDefault(back.Count / 2).TotalSeconds:0.0} s, {back.DefaultIfEmpty().Max().TotalSeconds:0.0} s");
    }
}
