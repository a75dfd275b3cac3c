using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R2: two nodes, and one is killed, or frozen for longer than a transaction may stand idle and then continued. The other goes on.</summary>
internal static class OneOfTwo
{
    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        var (killed, frozen) = (0, 0);
        var findings = await Cycles.RunAsync(plan, new Findings(), seed => Cycle.RunAsync(house, seed, Shape, async (_, random, client) =>
        {
            await client.InTheMidstAsync(random.Next(5, 60));
            var victim = house.Any();
            house.Remove(victim);
            if (random.Next(2) == 0)
            {
                killed++;
                await victim.KillAsync();
                await victim.DisposeAsync();
                await house.StartNodeAsync();
                return;
            }

            frozen++;
            victim.Freeze();

            // Now and then for so long that its connections look for a sign of life as soon as it goes on.
            await Task.Delay(TimeSpan.FromSeconds(random.Next(8) == 0 ? 31 : 2.2 + (random.NextDouble() * 2)));
            victim.Continue();
            house.Add(victim);
        }));
        return findings.Note("killed, frozen", $"{killed}, {frozen}");
    }
}
