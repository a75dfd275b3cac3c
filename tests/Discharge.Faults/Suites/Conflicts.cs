using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Faults.Suites;

/// <summary>R10: sixteen people write to one case by way of two nodes, much of it in each other's way, some of it on a version they say they saw; a clock falls due meanwhile.</summary>
internal static class Conflicts
{
    private const int People = 16;

    private static readonly Shape Shape = new(People, Cases: 1, For: TimeSpan.FromSeconds(1.2)) { Next = Next, Lateness = Goals.Lateness };

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        var findings = await Cycles.RunAsync(plan, one => Cycle.RunAsync(house, one.Seed, Shape, client => client.InTheMidstAsync(100)));
        return findings.Some("sendings of which the case was no longer as the sender had it in view", findings.AnsweredWith(412));
    }

    /// <summary>Which kinds of command each person sends first, once there is a case.</summary>
    public static IReadOnlyList<int> KindsOf(int seed) =>
        [.. from person in Enumerable.Range(0, People) from number in Enumerable.Range(0, 20) select Kind(Draws.Of(seed, person, number))];

    private static int Kind(Random random) => random.Next(10);

    private static Command Next(Work work, Random random)
    {
        var kind = Kind(random);
        if (work.Known is not [var path, ..])
        {
            return work.Open(random);
        }

        var now = DateTimeOffset.UtcNow;
        var command = kind switch
        {
            < 3 => work.Leave(path, random),
            < 5 => work.See(path, random),
            < 7 => work.Command($"/v1/cases/{path.Split('/')[^1]}/entries/{random.Next(2, 12)}/withdrawal", new { occurredAt = Node.Say(now), reason = "wrong-time" }),
            7 => work.Command($"{path}/pathway-decision", new { occurredAt = Node.Say(now.AddDays(-3)), pathway = random.Next(2) == 0 ? "pathway-0" : "pathway-1", reason = "home-first", by = "discharge-coordinator" }),
            8 => work.Command($"{path}/closure", new { occurredAt = Node.Say(now), outcome = "home-without-support" }),
            _ => work.Next(random),
        };
        return random.Next(4) == 0 ? command with { IfMatch = $"\"{random.Next(1, 40)}\"" } : command;
    }
}
