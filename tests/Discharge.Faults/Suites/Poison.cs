using System.Net;
using Discharge.Benchmarks.Harness;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Faults.Suites;

/// <summary>R9: a case that cannot be read has a clock that is due, and now and then somebody sends ten megabytes; nobody else notices, the log says so, and once it is cured it is dealt with.</summary>
internal static class Poison
{
    private const int People = 8;

    // What a node does for the first times is slow; it is worked so many cycles before anything is compared.
    private const int WarmUp = 3;

    private static readonly string TenMegabytes = $"{{\"note\":\"{new string('a', 10_000_000)}\"}}";

    private static readonly Shape Sound = new(People, Cases: 6, For: TimeSpan.FromSeconds(1.5)) { Lateness = Goals.Lateness };

    private static readonly Shape Poisoned = Sound with { Next = Next };

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        using var ward = await Ward.OpenAsync(house.Database);
        var rounds = Math.Min(plan.IsQuick ? 3 : 5, plan.Cycles);
        var (findings, poisoned, times) = (new Findings(), new List<Guid>(), new List<double>());
        await SoundAsync(house, plan with { Size = new(WarmUp) });
        var before = await SoundAsync(house, RoundOf(plan, 0, rounds));
        for (var round = 0; round < rounds; round++)
        {
            var its = RoundOf(plan, round, rounds);
            poisoned.Add(await PoisonAsync(house, ward));
            var with = await PoisonedAsync(house, its, findings);
            await ReadAsync(house.At(0), poisoned[^1], findings);
            await house.Database.RunAsync($"delete from cases.mt_events where stream_id = '{poisoned[^1]}' and type = 'something.later.v9'; update cases.mt_streams set version = version - 1 where id = '{poisoned[^1]}'");

            // Before and after, so that what changes on the machine meanwhile counts for neither.
            var after = await SoundAsync(house, its);
            times.Add(with / ((before + after) / 2));
            Console.WriteLine($"   round {round + 1}: {before:0} ms before, {with:0} ms with poison, {after:0} ms after");
            before = after;
        }

        if (plan.IsQuick)
        {
            // A node looks again after a minute at what it set aside; one that was started since looks at once.
            await house.ReplaceAsync(house.At(0));
        }

        for (var until = DateTime.UtcNow.AddSeconds(75); DateTime.UtcNow < until && await BreachesAsync(house, poisoned) < rounds;)
        {
            await Task.Delay(200);
        }

        return findings
            .Measured(Goals.Unaffected, Figure.Median(times))
            .Measured(Goals.UnaffectedInEach, times)
            .Equal("their breaches are recorded once they are cured", await BreachesAsync(house, poisoned), rounds);
    }

    /// <summary>Which of the first commands of each person are of ten megabytes.</summary>
    public static IReadOnlyList<string> LargeOf(int seed) =>
        [.. from person in Enumerable.Range(0, People) from number in Enumerable.Range(0, 100) where IsLarge(Draws.Of(seed, person, number)) select $"command {number} of person {person}"];

    private static bool IsLarge(Random random) => random.Next(60) == 0;

    private static Command Next(Work work, Random random) =>
        IsLarge(random) && work.Known is [var path, ..] ? work.Command($"{path}/home-visit", new { }) with { Body = TenMegabytes } : work.Next(random);

    // The cycles are shared out to the rounds.
    private static Plan RoundOf(Plan plan, int round, int rounds)
    {
        var (first, next) = (round * plan.Cycles / rounds, (round + 1) * plan.Cycles / rounds);
        return plan with { Seed = unchecked(plan.Seed + first), Size = new(next - first) };
    }

    // A case with a clock that falls due in the midst of the work, and an entry that nobody can read.
    private static async Task<Guid> PoisonAsync(House house, Ward ward)
    {
        var id = (await ward.AdmitAsync(_ => house.At(0), 1))[0];
        await ward.LeaveAsync(_ => house.At(0), [id], _ => DateTimeOffset.UtcNow.AddSeconds(1.5));
        await house.Database.RunAsync($"""
            update cases.mt_streams set version = version + 1 where id = '{id}';
            insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, headers, user_name)
            select nextval('cases.mt_events_sequence'), gen_random_uuid(), id, version, '{"{}"}', 'something.later.v9', now(), '{"{}"}', 'poison' from cases.mt_streams where id = '{id}'
            """);
        return id;
    }

    private static async Task<double> PoisonedAsync(House house, Plan plan, Findings findings)
    {
        var waits = new List<double>();
        findings.Add(await Cycles.RunAsync(plan, one => Cycle.RunAsync(house, one.Seed, Poisoned, _ => Task.CompletedTask, (client, _) => waits.AddRange(client.WaitsOfOthers.Select(wait => wait.TotalMilliseconds)))));
        return Late(waits);
    }

    private static async Task<double> SoundAsync(House house, Plan plan)
    {
        var waits = new List<double>();
        for (var cycle = 0; cycle < plan.Cycles; cycle++)
        {
            var (_, client) = await Cycle.WorkAsync(house, unchecked(~plan.Seed - cycle), Sound, _ => Task.CompletedTask);
            waits.AddRange(client.WaitsOfOthers.Select(wait => wait.TotalMilliseconds));
        }

        return Late(waits);
    }

    private static async Task ReadAsync(Node node, Guid id, Findings findings)
    {
        using var read = await node.Http.GetAsync($"/v1/cases/{id}/history");
        var body = await read.Content.ReadAsStringAsync();
        var said = node.Said.Any(line => line.Contains($"{id}", StringComparison.Ordinal) && line.Contains("set aside", StringComparison.Ordinal));
        findings
            .Equal("poisoned cases that say themselves which entry cannot be read", read.StatusCode is HttpStatusCode.InternalServerError && body.Contains("case.unreadable-entry", StringComparison.Ordinal) ? 1 : 0, 1)
            .Equal("poisoned cases of which the log says that they are set aside", said ? 1 : 0, 1);
    }

    private static double Late(List<double> waits) => waits.Order().ElementAt((int)(waits.Count * 0.99));

    private static Task<long> BreachesAsync(House house, List<Guid> ids) => house.Database.AskAsync<long>(
        $"select count(*) from cases.mt_events where stream_id in ({string.Join(',', ids.Select(id => $"'{id}'"))}) and type = 'clock.breached.v1' and data ->> 'rule' = 'T01'");
}
