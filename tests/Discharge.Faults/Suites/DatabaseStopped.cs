using System.Diagnostics;
using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R3: the database is stopped at once, its main process killed, or one of its sessions, while people work; the service comes back by itself.</summary>
internal static class DatabaseStopped
{
    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5));

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync("faults-stopped")).WithAsync(1);
        var done = new int[3];
        var back = new List<TimeSpan>();
        var findings = await Cycles.RunAsync(plan, new Findings(), seed => Cycle.RunAsync(house, seed, Shape, async (_, random, client) =>
        {
            await client.InTheMidstAsync(random.Next(5, 80));
            var which = random.Next(3);
            done[which]++;
            await (which switch
            {
                0 => house.Database.CutPowerAsync(),
                1 => KillAsync(house.Database.ServerProcess),
                _ => KillASessionAsync(house.Database, random),
            });
            await house.Database.StartAgainAsync();
            var start = Stopwatch.GetTimestamp();
            await client.InTheMidstAsync(1);
            back.Add(Stopwatch.GetElapsedTime(start));
        }));
        return findings
            .Note("stopped at once, main process killed, session killed", string.Join(", ", done))
            .Note("from the database taking statements to the first answer, median and longest", $"{back.Order().ElementAtOrDefault(back.Count / 2).TotalSeconds:0.0} s, {back.DefaultIfEmpty().Max().TotalSeconds:0.0} s");
    }

    // The server starts anew by itself; until it has, statements are refused.
    private static async Task KillASessionAsync(FaultyDatabase database, Random random)
    {
        var sessions = await database.ListAsync("select pid from pg_stat_activity where datname = current_database() and application_name = 'discharge' order by pid", row => row.GetInt32(0));
        if (sessions is not [])
        {
            await KillAsync(sessions[random.Next(sessions.Count)]);
            await Task.Delay(200);
        }
    }

    private static async Task KillAsync(int process)
    {
        try
        {
            using var victim = Process.GetProcessById(process);
            victim.Kill();
            await victim.WaitForExitAsync();
        }
        catch (ArgumentException)
        {
            // It ended by itself just before.
        }
    }
}
