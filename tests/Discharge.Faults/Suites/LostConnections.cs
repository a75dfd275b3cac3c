using System.Diagnostics;
using Discharge.Faults.Cycling;
using Discharge.Persistence;
using Discharge.Persistence.Tests.Cases;

namespace Discharge.Faults.Suites;

/// <summary>R5: connections to the database are reset, go silent for up to a minute, are left half open, drip, or are ended by the database, under a pool that is too small for the work.</summary>
internal static class LostConnections
{
    // More people than connections, so that there are none to be had and much is under way; or so few that most connections stand idle when something is done to them.
    private static readonly Shape Crowded = new(Clients: Math.Max(48, Connections.PoolSize + 8), Cases: 6, For: TimeSpan.FromSeconds(1.5)) { Answered = Goals.Answered };

    private static readonly Shape Roomy = Crowded with { Clients = 2 };

    // What was on its way back already may still arrive by a connection that is half open; after so many answers of two people, some have come by another.
    private const int AnswersOfOthers = 7;

    /// <summary>What becomes of the connections.</summary>
    internal enum Way
    {
        /// <summary>Reset.</summary>
        Reset,

        /// <summary>Open, and nothing passes.</summary>
        Silent,

        /// <summary>Half open: the database's side is gone, and nobody says so.</summary>
        HalfOpen,

        /// <summary>Slow.</summary>
        Dripping,

        /// <summary>Ended by the database.</summary>
        Ended,
    }

    public static async Task<Findings> RunAsync(Plan plan)
    {
        var database = await FaultyDatabase.NewAsync();
        using var proxy = new DatabaseProxy(database.Application);
        await using var house = await new House(database) { Through = proxy.Port }.WithAsync(1);
        var found = new Findings();
        var findings = await Cycles.RunAsync(plan, one => RunOnceAsync(house, database, proxy, one, found));
        return findings.Add(found);
    }

    private static Task<CycleResult> RunOnceAsync(House house, FaultyDatabase database, DatabaseProxy proxy, Plan one, Findings found)
    {
        var disturbance = Disturbance.Of(one);
        var shape = disturbance.IsCrowded ? Crowded : Roomy;
        return Cycle.RunAsync(house, one.Seed, shape, async client =>
        {
            await client.InTheMidstAsync(disturbance.After);
            await InflictAsync(database, proxy, disturbance);
            var over = Stopwatch.GetTimestamp();
            var isHalfOpen = disturbance.Way is Way.HalfOpen;
            var (first, each) = (await client.UntilServedAsync(over, isHalfOpen ? AnswersOfOthers : 1), await client.UntilEachServedAsync(shape.Clients, over));
            found.Tally("connections", [(disturbance.Way.ToString().ToLowerInvariant(), 1)])
                .Measured(isHalfOpen ? Goals.LeavesHalfOpen : Goals.FindsConnections, first.TotalSeconds)
                .Measured(isHalfOpen ? Goals.LeavesHalfOpenForEach : Goals.HealsForEach, each.Select(one => one.TotalSeconds));
            await client.InTheMidstAsync(9);
        });
    }

    private static async Task InflictAsync(FaultyDatabase database, DatabaseProxy proxy, Disturbance disturbance)
    {
        switch (disturbance.Way)
        {
            case Way.Reset:
                proxy.CutAll();
                break;
            case Way.Silent:
                proxy.IsBlackHole = true;
                await Task.Delay(disturbance.Silence);
                proxy.IsBlackHole = false;
                break;
            case Way.HalfOpen:
                proxy.AbandonAll();
                break;
            case Way.Dripping:
                proxy.Drips = TimeSpan.FromMilliseconds(disturbance.Drip);
                await Task.Delay(1500);
                proxy.Drips = TimeSpan.Zero;
                break;
            default:
                await database.AskAsync<long>("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = 'discharge'");
                break;
        }
    }

    /// <summary>What is done.</summary>
    /// <param name="After">After how many commands.</param>
    /// <param name="Way">What.</param>
    /// <param name="Silence">For how many milliseconds nothing passes.</param>
    /// <param name="Drip">For how many milliseconds each piece of an answer is held back.</param>
    /// <param name="IsCrowded">Whether there are more people than connections.</param>
    internal sealed record Disturbance(int After, Way Way, int Silence, int Drip, bool IsCrowded)
    {
        private const double Shortest = 1_000;

        /// <summary>Of a seed: the ways in turn, and a silence of a second to a minute, of which half are shorter than eight seconds; in the short form, six at most.</summary>
        public static Disturbance Of(Plan plan)
        {
            var random = Draws.Of(plan.Seed);
            return new(random.Next(5, 60), (Way)((uint)plan.Seed % 5), (int)(Shortest * Math.Pow(plan.IsQuick ? 6 : 60, random.NextDouble())), random.Next(5, 60), random.Next(2) == 0);
        }
    }
}
