using System.Net;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Faults.Suites;

/// <summary>R9: a case that cannot be read has a clock that is due, and now and then somebody sends ten megabytes; nobody else notices, the log says so, and once it is cured it is dealt with.</summary>
internal static class Poison
{
    private const int People = 8;

    private const int Commands = 80;

    // What a node does for the first times is slow; it is worked so many cycles before anything is compared.
    private const int WarmUp = 5;

    private static readonly string TenMegabytes = $"{{\"note\":\"{new string('a', 10_000_000)}\"}}";

    private static readonly Shape Sound = new(People, Cases: 6, For: TimeSpan.FromSeconds(1.5)) { Lateness = Goals.Lateness };

    private static readonly Shape Poisoned = Sound with { Next = Next };

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        using var ward = await Ward.OpenAsync(house.Database);
        var node = house.At(0);
        await WaitsAsync(house, plan with { Size = new(WarmUp) });
        var sound = await WaitsAsync(house, plan with { Seed = ~plan.Seed });
        var poisoned = (await ward.AdmitAsync(_ => node, 1))[0];
        await ward.LeaveAsync(_ => node, [poisoned], _ => DateTimeOffset.UtcNow.AddSeconds(3));
        await house.Database.RunAsync($"""
            update cases.mt_streams set version = version + 1 where id = '{poisoned}';
            insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, headers, user_name)
            select nextval('cases.mt_events_sequence'), gen_random_uuid(), id, version, '{"{}"}', 'something.later.v9', now(), '{"{}"}', 'poison' from cases.mt_streams where id = '{poisoned}'
            """);
        var waits = new List<double>();
        var findings = await Cycles.RunAsync(plan, one => Cycle.RunAsync(house, one.Seed, Poisoned, async client =>
        {
            await client.InTheMidstAsync(Commands);
            waits.AddRange(client.WaitsOfOthers.Select(wait => wait.TotalMilliseconds));
        }));
        using var read = await node.Http.GetAsync($"/v1/cases/{poisoned}/history");
        var said = node.Said.Count(line => line.Contains($"{poisoned}", StringComparison.Ordinal) && line.Contains("set aside", StringComparison.Ordinal));
        await house.Database.RunAsync($"delete from cases.mt_events where stream_id = '{poisoned}' and type = 'something.later.v9'; update cases.mt_streams set version = version - 1 where id = '{poisoned}'");
        for (var until = DateTime.UtcNow.AddSeconds(75); DateTime.UtcNow < until && await BreachesAsync(house, poisoned) == 0;)
        {
            await Task.Delay(500);
        }

        // Before and after, so that what changes on the machine meanwhile counts for neither.
        sound.AddRange(await WaitsAsync(house, plan with { Seed = ~plan.Seed + plan.Cycles }));
        return findings
            .Measured(Goals.Unaffected, Late(waits) / Late(sound))
            .Equal("the poisoned case says itself which entry cannot be read", read.StatusCode is HttpStatusCode.InternalServerError && (await read.Content.ReadAsStringAsync()).Contains("case.unreadable-entry", StringComparison.Ordinal) ? 1 : 0, 1)
            .Equal("the log says that it is set aside", Math.Min(said, 1), 1)
            .Equal("its breach is recorded once it is cured", await BreachesAsync(house, poisoned), 1);
    }

    /// <summary>Which of the first commands of each person are of ten megabytes.</summary>
    public static IReadOnlyList<string> LargeOf(int seed) =>
        [.. from person in Enumerable.Range(0, People) from number in Enumerable.Range(0, 100) where IsLarge(Draws.Of(seed, person, number)) select $"command {number} of person {person}"];

    private static bool IsLarge(Random random) => random.Next(60) == 0;

    private static Command Next(Work work, Random random) =>
        IsLarge(random) && work.Known is [var path, ..] ? work.Command($"{path}/home-visit", new { }) with { Body = TenMegabytes } : work.Next(random);

    private static async Task<List<double>> WaitsAsync(House house, Plan plan)
    {
        var waits = new List<double>();
        for (var cycle = 0; cycle < plan.Cycles; cycle++)
        {
            await Cycle.WorkAsync(house, unchecked(plan.Seed + cycle), Sound, async client =>
            {
                await client.InTheMidstAsync(Commands);
                waits.AddRange(client.WaitsOfOthers.Select(wait => wait.TotalMilliseconds));
            });
        }

        return waits;
    }

    private static double Late(List<double> waits) => waits.Order().ElementAt((int)(waits.Count * 0.99));

    private static Task<long> BreachesAsync(House house, Guid id) => house.Database.AskAsync<long>($"select count(*) from cases.mt_events where stream_id = '{id}' and type = 'clock.breached.v1' and data ->> 'rule' = 'T01'");
}
