using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R2: two nodes, and one is killed, or frozen for longer than a transaction may stand idle and then continued. The other goes on.</summary>
internal static class OneOfTwo
{
    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5)) { Lateness = Goals.Lateness };

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        var (found, served) = (new Findings(), new List<bool>());
        var findings = await Cycles.RunAsync(plan, one => Cycle.RunAsync(house, one.Seed, Shape, async client =>
        {
            var blow = Blow.Of(one);
            var survivor = house.At(1 - blow.Victim);
            await client.InTheMidstAsync(blow.After);
            await StrikeAsync(house, house.At(blow.Victim), blow);
            served.AddRange(client.ServedBy(survivor));
            found.Tally("nodes", [(blow.Kills ? "killed" : "frozen", 1)]);
        }));
        return findings.Add(found).Measured(Goals.Survivor, 100.0 * served.Count(yes => !yes) / Math.Max(1, served.Count));
    }

    private static async Task StrikeAsync(House house, Node victim, Blow blow)
    {
        house.IsAway(victim);
        if (blow.Kills)
        {
            await house.ReplaceAsync(victim);
            return;
        }

        victim.Freeze();
        await Task.Delay(TimeSpan.FromSeconds(blow.FrozenFor));
        victim.Continue();
        house.IsBack(victim);
    }

    /// <summary>What is done.</summary>
    /// <param name="After">After how many commands.</param>
    /// <param name="Victim">To which of the two.</param>
    /// <param name="Kills">Whether it is killed, and not frozen.</param>
    /// <param name="FrozenFor">For how many seconds it is frozen: now and then for so long that its connections look for a sign of life as soon as it goes on.</param>
    internal sealed record Blow(int After, int Victim, bool Kills, double FrozenFor)
    {
        /// <summary>Of a plan: one seed kills, the next freezes.</summary>
        public static Blow Of(Plan plan)
        {
            var random = Draws.Of(plan.Seed);
            return new(random.Next(5, 60), random.Next(2), plan.Seed % 2 == 0, random.Next(8) == 0 && !plan.IsQuick ? 31 : 2.2 + (random.NextDouble() * (plan.IsQuick ? 2 : 8)));
        }
    }
}
