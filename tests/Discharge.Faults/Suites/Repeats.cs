using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R8: every command comes one to three times at once, to either of two nodes, and some come again later.</summary>
internal static class Repeats
{
    private static readonly Shape Shape = new(Clients: 6, Cases: 6, For: TimeSpan.FromSeconds(1.5))
    {
        Send = async (client, command, random) =>
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, random.Next(1, 4)).Select(_ => client.SendAsync(command)));
            return random.Next(3) == 0 ? await client.SendAsync(command) : answers.FirstOrDefault(answer => answer is { IsAck: true }) ?? answers[0];
        },
    };

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        return await Cycles.RunAsync(plan, new Findings(), seed => Cycle.RunAsync(house, seed, Shape, (_, _, client) => client.InTheMidstAsync(60)));
    }
}
