using Discharge.Faults.Cycling;
using Discharge.Persistence.Tests.Cases;

namespace Discharge.Faults.Suites;

/// <summary>R5: connections to the database are reset, go silent, drip, or are ended by the database, under a pool that is too small for the work.</summary>
internal static class LostConnections
{
    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        var database = await FaultyDatabase.NewAsync();
        using var proxy = new DatabaseProxy(database.Application);
        await using var house = await new House(database) { Through = proxy.Port, Settings = ";Maximum Pool Size=6" }.WithAsync(1);
        var done = new int[4];
        var findings = await Cycles.RunAsync(plan, new Findings(), seed => Cycle.RunAsync(house, seed, Shape, async (_, random, client) =>
        {
            await client.InTheMidstAsync(random.Next(5, 60));
            var which = random.Next(4);
            done[which]++;
            switch (which)
            {
                case 0:
                    proxy.CutAll();
                    break;
                case 1:
                    proxy.IsBlackHole = true;
                    await Task.Delay(random.Next(500, 4000));
                    proxy.IsBlackHole = false;
                    break;
                case 2:
                    proxy.Drips = TimeSpan.FromMilliseconds(random.Next(5, 60));
                    await Task.Delay(1500);
                    proxy.Drips = TimeSpan.Zero;
                    break;
                default:
                    await database.AskAsync<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'discharge'");
                    break;
            }

            await client.InTheMidstAsync(10);
        }));
        return findings.Note("reset, silent, dripping, ended by the database", string.Join(", ", done));
    }
}
