using System.Collections.Concurrent;
using Discharge.Faults.Cycling;
using Discharge.Faults.Load;

namespace Discharge.Faults.Suites;

/// <summary>
/// Two nodes on one database, and clocks that fall due over a minute while people write to the same cases. One node is killed and started again, then the
/// other is frozen in the middle of its work and continued. One of them always lives.
/// </summary>
internal static class TwoNodes
{
    public static Task<Findings> RunAsync(Plan plan) => Cycles.RunAsync(plan, RunOnceAsync);

    private static async Task<CycleResult> RunOnceAsync(Plan plan)
    {
        var course = Course.Of(plan);
        var over = TimeSpan.FromSeconds(plan.IsQuick ? 16 : 60);
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(2);
        using var ward = await Ward.OpenAsync(house.Database);
        var ids = await ward.AdmitAsync(_ => house.Any(), plan.Cases);

        // Leaving takes a while, so the first falls due well after the last has left.
        var first = DateTimeOffset.UtcNow.AddSeconds(plan.IsQuick ? 6 : 20 + (plan.Cases / 150.0));
        DateTimeOffset Due(int number) => first + (over * course.Due[number]);
        await ward.LeaveAsync(_ => house.Any(), ids, Due);

        using var enough = new CancellationTokenSource();
        var writing = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var number = 0; !enough.IsCancellationRequested; number++)
            {
                await ward.ReviewAsync(house.Any, ids[Draws.Of(plan.Seed, writer, number).Next(ids.Length)]);
            }
        })).ToArray();
        var visits = new ConcurrentQueue<Course.Visit>(course.Seen.OrderBy(visit => Due(visit.Number).AddSeconds(visit.Told)));
        var seeing = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (visits.TryDequeue(out var visit))
            {
                await Until(Due(visit.Number).AddSeconds(visit.Told));
                await ward.SeeAsync(house.Any, ids[visit.Number], Due(visit.Number).AddMinutes(-1));
            }
        })).ToArray();
        await StrikeAsync(house, plan, course, first, over);
        await Until(first + over + TimeSpan.FromSeconds(8));
        await enough.CancelAsync();
        await Task.WhenAll([.. writing, .. seeing]);

        var result = ward.Judge(await ward.EvidenceAsync(), house.Said);
        result.Found.Tally("clocks", [("fell due", plan.Cases - course.Seen.Count), ("were met in time", course.Seen.Count)]).None("deadlocks", await house.Database.NewDeadlocksAsync());
        return result;
    }

    private static async Task StrikeAsync(House house, Plan plan, Course course, DateTimeOffset first, TimeSpan over)
    {
        await Until(first + (over / 4));
        var killed = house.At(course.Killed);
        house.IsAway(killed);
        await killed.KillAsync();
        await Until(first + (over / 2));
        await house.ReplaceAsync(killed);
        var frozen = house.At(1 - course.Killed);
        house.IsAway(frozen);
        frozen.Freeze();
        await Until(DateTimeOffset.UtcNow.AddSeconds(plan.IsQuick ? 5 : 30));
        frozen.Continue();
        house.IsBack(frozen);
    }

    private static Task Until(DateTimeOffset moment) => moment - DateTimeOffset.UtcNow is { Ticks: > 0 } wait ? Task.Delay(wait) : Task.CompletedTask;

    /// <summary>What happens.</summary>
    /// <param name="Killed">Which node is killed; the other is frozen.</param>
    /// <param name="Due">When each clock falls due, from 0 to 1 of the time over which they do.</param>
    /// <param name="Seen">A fifth is seen in time; of those, some are written down before their moment and some after it.</param>
    internal sealed record Course(int Killed, IReadOnlyList<double> Due, IReadOnlyList<Course.Visit> Seen)
    {
        /// <summary>Of a plan.</summary>
        public static Course Of(Plan plan)
        {
            var random = Draws.Of(plan.Seed);
            return new(
                random.Next(2),
                [.. Enumerable.Range(0, plan.Cases).Select(_ => random.NextDouble())],
                [.. Enumerable.Range(0, plan.Cases).Where(_ => random.Next(5) == 0).Select(number => new Visit(number, (random.NextDouble() * 8) - 4))]);
        }

        /// <summary>Somebody is seen in time.</summary>
        /// <param name="Number">Who.</param>
        /// <param name="Told">How many seconds after their clock falls due that is told; before it, where negative.</param>
        internal sealed record Visit(int Number, double Told);
    }
}
