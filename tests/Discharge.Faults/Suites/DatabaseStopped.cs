using System.Diagnostics;
using Discharge.Faults.Cycling;

namespace Discharge.Faults.Suites;

/// <summary>R3: the database is stopped at once, its main process killed, or one of its sessions, while people work; the service comes back by itself.</summary>
internal static class DatabaseStopped
{
    // In bytes; what people write meanwhile comes on top of it.
    private const double Much = 0.99e9;

    private static readonly Shape Shape = new(Clients: 12, Cases: 6, For: TimeSpan.FromSeconds(1.5));

    /// <summary>How it is stopped.</summary>
    internal enum Way
    {
        /// <summary>Told to stop at once.</summary>
        StoppedAtOnce,

        /// <summary>Its main process killed.</summary>
        MainProcessKilled,

        /// <summary>One of its sessions killed, after which it starts anew by itself.</summary>
        SessionKilled,
    }

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewToBeStoppedAsync()).WithAsync(1);
        var found = new Findings();
        var findings = await Cycles.RunAsync(plan, one => RunOnceAsync(house, one, found));
        return findings.Add(found);
    }

    private static async Task<CycleResult> RunOnceAsync(House house, Plan one, Findings found)
    {
        var stop = Stop.Of(one);
        if (stop.IsMuchAhead)
        {
            await house.Database.WriteAheadAsync(Much);
        }

        return await Cycle.RunAsync(house, one.Seed, Shape, async client =>
        {
            await client.InTheMidstAsync(stop.After);
            var ahead = await house.Database.AheadAsync() / 1e6;
            var (start, unserved) = (Stopwatch.GetTimestamp(), Unserved(client, house));
            await InflictAsync(house.Database, stop);
            await house.Database.StartAgainAsync();
            var there = Stopwatch.GetTimestamp();
            var (first, each) = (await client.UntilServedAsync(there), await client.UntilEachServedAsync(Shape.Clients, there));
            found
                .Tally("the database", [(InWords(stop.Way), 1)])
                .Measured(stop.IsMuchAhead ? Goals.DatabaseReturnsWithMuch : Goals.DatabaseReturns, Stopwatch.GetElapsedTime(start, there).TotalSeconds)
                .Measured(stop.IsMuchAhead ? Goals.AheadMuch : Goals.Ahead, ahead)
                .Measured(Goals.FindsDatabase, first.TotalSeconds)
                .Measured(Goals.FindsDatabaseForEach, each.Select(one => one.TotalSeconds))
                .Some("sendings that were answered with 503, or not in time", Unserved(client, house) - unserved);
        },
        (client, its) => its.None("sendings cut off without an answer", client.Dropped));
    }

    private static int Unserved(Ledgers.LedgerClient client, House house) => client.ServedBy(house.At(0)).Count(served => !served);

    private static string InWords(Way way) => way switch
    {
        Way.StoppedAtOnce => "stopped at once",
        Way.MainProcessKilled => "its main process killed",
        _ => "one of its sessions killed",
    };

    private static async Task InflictAsync(FaultyDatabase database, Stop stop)
    {
        switch (stop.Way)
        {
            case Way.StoppedAtOnce:
                await database.CutPowerAsync();
                break;
            case Way.MainProcessKilled:
                await KillAsync(database.ServerProcess);
                break;
            default:
                await KillASessionAsync(database, stop.Session);
                break;
        }
    }

    // The server starts anew by itself; until it has, statements are refused.
    private static async Task KillASessionAsync(FaultyDatabase database, double which)
    {
        var sessions = await database.ListAsync("select pid from pg_stat_activity where datname = current_database() and application_name = 'discharge' order by pid", row => row.GetInt32(0));
        if (sessions is not [])
        {
            await KillAsync(sessions[(int)(which * sessions.Count)]);
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

    /// <summary>What is done.</summary>
    /// <param name="After">After how many commands.</param>
    /// <param name="Way">How.</param>
    /// <param name="Session">Which of its sessions is killed, from 0 to 1 of those there are.</param>
    /// <param name="IsMuchAhead">Whether much was written before it, so that there is much to recover.</param>
    internal sealed record Stop(int After, Way Way, double Session, bool IsMuchAhead)
    {
        /// <summary>Of a plan: the ways in turn, and each tenth with much to recover; none in the short form, in which that would take most of the time.</summary>
        public static Stop Of(Plan plan)
        {
            var random = Draws.Of(plan.Seed);
            return new(random.Next(5, 80), (Way)((uint)plan.Seed % 3), random.NextDouble(), (uint)plan.Seed % 10 == 0 && !plan.IsQuick);
        }
    }
}
