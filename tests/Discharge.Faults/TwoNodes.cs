using System.Collections.Concurrent;

namespace Discharge.Faults;

/// <summary>
/// Two nodes on one database, and clocks that fall due over a minute while people write to the same cases. One node is killed and started again, then the
/// other is frozen in the middle of its work and continued. One of them always lives.
/// </summary>
internal static class TwoNodes
{
    public static async Task<Findings> RunAsync(Plan plan)
    {
        var over = TimeSpan.FromSeconds(plan.IsQuick ? 24 : 60);
        await using var database = await FaultyDatabase.NewAsync();
        var random = new Random(plan.Seed);
        Node[] nodes = [await Node.StartAsync(database), await Node.StartAsync(database)];
        var living = nodes.ToArray();
        try
        {
            var ids = await Ward.AdmitAsync(number => living[number % 2], plan.Cases);
            // Leaving takes a while, so the first falls due well after the last has left.
            var first = DateTimeOffset.UtcNow.AddSeconds(plan.IsQuick ? 8 : 20 + (plan.Cases / 150.0));
            var due = Enumerable.Range(0, plan.Cases).Select(_ => first + (over * random.NextDouble())).ToArray();
            await Ward.LeaveAsync(number => living[number % 2], ids, number => due[number]);

            // A fifth is seen in time; of those, some are written down before their moment and some after it.
            var seen = Enumerable.Range(0, plan.Cases).Where(_ => random.Next(5) == 0).Select(number => (Number: number, Told: due[number] + TimeSpan.FromSeconds((random.NextDouble() * 8) - 4))).OrderBy(visit => visit.Told).ToArray();
            using var enough = new CancellationTokenSource();
            var commands = 0;
            var writing = Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
            {
                var own = new Random(plan.Seed + writer);
                while (!enough.IsCancellationRequested)
                {
                    await Ward.ReviewAsync(() => Any(living, own), ids[own.Next(ids.Length)]);
                    Interlocked.Increment(ref commands);
                }
            })).ToArray();
            var visits = new ConcurrentQueue<(int Number, DateTimeOffset Told)>(seen);
            var seeing = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            {
                while (visits.TryDequeue(out var visit))
                {
                    await Until(visit.Told);
                    await Ward.SeeAsync(() => Any(living, Random.Shared), ids[visit.Number], due[visit.Number].AddMinutes(-1));
                }
            })).ToArray();

            await Until(first + (over / 4));
            Console.WriteLine("   one is killed");
            living[0] = nodes[1];
            await nodes[0].KillAsync();
            await Until(first + (over / 2));
            Console.WriteLine("   it is started again");
            await nodes[0].DisposeAsync();
            living[0] = nodes[0] = await Node.StartAsync(database);
            Console.WriteLine("   the other is frozen");
            living[1] = nodes[0];
            nodes[1].Freeze();
            await Until(DateTimeOffset.UtcNow.AddSeconds(plan.IsQuick ? 5 : 15));
            Console.WriteLine("   it goes on");
            nodes[1].Continue();
            living[1] = nodes[1];

            await Until(first + over + TimeSpan.FromSeconds(8));
            await enough.CancelAsync();
            await Task.WhenAll([.. writing, .. seeing]);
            await Breaches.SettleAsync(database);
            return await Breaches.CheckAsync(
                database, new Findings().Note("clocks, seen in time, other commands while they fell due", $"{plan.Cases}, {seen.Length}, {commands}"), latest: 5);
        }
        finally
        {
            foreach (var node in nodes)
            {
                await node.DisposeAsync();
            }
        }
    }

    private static Node Any(Node[] living, Random random) => living[random.Next(living.Length)];

    private static Task Until(DateTimeOffset moment) => moment - DateTimeOffset.UtcNow is { Ticks: > 0 } wait ? Task.Delay(wait) : Task.CompletedTask;
}
