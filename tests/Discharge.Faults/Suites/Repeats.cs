using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R8: every command comes one to three times at once, to either of two nodes, and some come again later; and what cases have to hand over is asked for again and again.</summary>
internal static class Repeats
{
    private const int People = 6;

    // The inbox of hand-overs: of every case that anything was done to just now, also where nothing is to be handed over or it was long ago.
    private const string HandOverAgain = "insert into discharge.hand_overs (case_id, since) select id, now() from cases.mt_streams where timestamp > now() - interval '10 seconds' on conflict do nothing";

    private static readonly Shape Shape = new(People, Cases: 6, For: TimeSpan.FromSeconds(1.5))
    {
        Send = async (client, command, random) =>
        {
            var often = Often.Of(random);
            var answers = await Task.WhenAll(Enumerable.Range(0, often.AtOnce).Select(_ => client.SendAsync(command)));
            return often.Again ? await client.SendAsync(command) : answers.FirstOrDefault(answer => answer is { IsAck: true }) ?? answers[0];
        },
    };

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        return await Cycles.RunAsync(plan, one => Cycle.RunAsync(house, one.Seed, Shape, async client =>
        {
            for (var again = 0; again < 3; again++)
            {
                await client.InTheMidstAsync(20);
                await house.Database.RunAsync(HandOverAgain);
            }
        }));
    }

    /// <summary>How often the first commands of each person come.</summary>
    public static IReadOnlyList<Often> OftenOf(int seed) =>
        [.. from person in Enumerable.Range(0, People) from number in Enumerable.Range(0, 20) select Often.Of(Draws.Of(seed, person, number, 1))];

    /// <summary>How often a command comes.</summary>
    /// <param name="AtOnce">How often at once.</param>
    /// <param name="Again">Whether it comes again later.</param>
    internal readonly record struct Often(int AtOnce, bool Again)
    {
        /// <summary>Draws it.</summary>
        public static Often Of(Random random) => new(random.Next(1, 4), random.Next(3) == 0);
    }
}
