namespace Discharge.Faults;

/// <summary>A visit in time is told in the very moment in which its clock falls due: whichever commits first, no breach stands in the end.</summary>
internal static class CompletionRace
{
    private const int AtOnce = 250;

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var database = await FaultyDatabase.NewAsync();
        await using var one = await Node.StartAsync(database);
        await using var other = await Node.StartAsync(database);
        Node[] nodes = [one, other];
        var random = new Random(plan.Seed);
        for (var done = 0; done < plan.Cases; done += AtOnce)
        {
            var ids = await QuietlyAsync(() => Ward.AdmitAsync(number => nodes[number % 2], Math.Min(AtOnce, plan.Cases - done)));
            var due = DateTimeOffset.UtcNow.AddSeconds(3);
            await QuietlyAsync(async () =>
            {
                await Ward.LeaveAsync(number => nodes[number % 2], ids, _ => due);
                return 0;
            });

            // Told within a fifth of a second around the moment, so that the watch and the command meet on the case's row.
            var moments = ids.Select(_ => due.AddMilliseconds(random.Next(-100, 100))).ToArray();
            await Task.WhenAll(ids.Select(async (id, number) =>
            {
                await Task.Delay(TimeSpan.FromTicks(Math.Max(0, (moments[number] - DateTimeOffset.UtcNow).Ticks)));
                await Ward.SeeAsync(() => nodes[number % 2], id, due.AddSeconds(-5));
            }));
            if ((done / AtOnce) % 4 == 3)
            {
                Console.WriteLine($"   {done + AtOnce} of {plan.Cases} raced");
            }
        }

        await Breaches.SettleAsync(database);
        var findings = new Findings()
            .Note("completions committed first", $"{await Count(database, "= 0")}")
            .Note("completions committed second, the breach withdrawn", $"{await Count(database, "= 1")}")
            .None("anything else", await Count(database, "> 1"))
            .None("breaches not withdrawn as met in time", await database.AskAsync<long>("""
                select count(*) from cases.mt_events b
                 where type = 'clock.breached.v1' and data ->> 'rule' = 'T01'
                   and not exists (select from cases.mt_events w where w.stream_id = b.stream_id and w.type = 'clock.breach-withdrawn.v1'
                                      and (w.data ->> 'breach')::bigint = b.version and w.data ->> 'cause' = 'met-in-time')
                """));
        return await Breaches.CheckAsync(database, findings, latest: 5);
    }

    private static Task<long> Count(FaultyDatabase database, string breaches) => database.AskAsync<long>($"""
        select count(*) from (
            select s.id from cases.mt_streams s left join cases.mt_events b on b.stream_id = s.id and b.type = 'clock.breached.v1' and b.data ->> 'rule' = 'T01'
             where s.version > 0 group by 1 having count(b.id) {breaches}) cases
        """);

    private static async Task<T> QuietlyAsync<T>(Func<Task<T>> act)
    {
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            return await act();
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
