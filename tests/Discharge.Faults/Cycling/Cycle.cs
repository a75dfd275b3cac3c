using Discharge.Faults.Checking;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Faults.Cycling;

/// <summary>How hard a house is worked during a cycle.</summary>
/// <param name="Clients">How many people send commands at once.</param>
/// <param name="Cases">About how many cases they open.</param>
/// <param name="For">For how long they begin new commands, at the least.</param>
internal sealed record Shape(int Clients, int Cases, TimeSpan For)
{
    /// <summary>Within how long the clocks of those who leave fall due.</summary>
    public TimeSpan DueWithin { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <summary>For how long a command is sent again, and for how long it is waited that nothing moves any more.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How a command is sent: once until it is known what became of it, unless said otherwise.</summary>
    public Func<LedgerClient, Command, Random, Task<Answered?>> Send { get; init; } = (client, command, _) => client.SendAsync(command);

    /// <summary>What is done next: what the work gives, unless said otherwise.</summary>
    public Func<Work, Random, Command> Next { get; init; } = (work, random) => work.Next(random);
}

/// <summary>What came of one cycle.</summary>
/// <param name="Seed">What its choices were drawn from.</param>
/// <param name="Violations">What does not hold.</param>
/// <param name="Commands">How many commands there were.</param>
/// <param name="Sendings">How often one was sent.</param>
/// <param name="Unknown">How many sendings stayed open.</param>
/// <param name="Refused">The status of each command that was refused.</param>
/// <param name="Events">How many events are stored.</param>
/// <param name="Breaches">How many of them are breaches.</param>
/// <param name="Served">How many answers to questions were replayed.</param>
/// <param name="Broken">How many sendings were answered with 500 or another such status than 503.</param>
/// <param name="Slowest">The longest an answer was waited for.</param>
/// <param name="Lateness">The latest that a breach was recorded after its moment.</param>
/// <param name="Told">What is stored of each case that something is said against, and what the nodes said where one answered as if broken.</param>
internal sealed record CycleResult(
    int Seed, IReadOnlyList<Violation> Violations, int Commands, int Sendings, int Unknown, IReadOnlyList<int> Refused, int Events, int Breaches, int Served, int Broken, TimeSpan Slowest, TimeSpan Lateness, IReadOnlyList<string> Told);

/// <summary>People at work, a fault in the midst of it, quiet, and then the checker.</summary>
internal static class Cycle
{
    /// <summary>Runs one.</summary>
    /// <param name="house">The house.</param>
    /// <param name="seed">What every choice is drawn from.</param>
    /// <param name="shape">How hard it is worked.</param>
    /// <param name="fault">What is done to it; when it returns, the house is whole again.</param>
    public static async Task<CycleResult> RunAsync(House house, int seed, Shape shape, Func<House, Random, LedgerClient, Task> fault)
    {
        var (evidence, client) = await WorkAsync(house, seed, shape, fault);
        var events = evidence.Cases.Values.SelectMany(one => one.Events).ToArray();
        var breaches = events.Where(entry => entry.Type == "clock.breached.v1").ToArray();
        var against = Invariant.Check(evidence);
        return new(
            seed,
            [.. against, .. client.Broken > 0 ? [new Violation("5xx", $"{client.Broken} sendings were answered with a status that says the service is broken")] : Array.Empty<Violation>()],
            evidence.Ledger.Count,
            client.Counted.Sent,
            client.Counted.Unknown,
            [.. evidence.Ledger.Where(told => told.IsRefused).Select(told => told.Answers.First().Status)],
            events.Length,
            breaches.Length,
            evidence.Served.Count,
            client.Broken,
            client.Slowest,
            Lateness(breaches),
            [.. evidence.Cases.Values.Where(one => against.Any(violation => violation.What.Contains($"{one.Id}", StringComparison.Ordinal))).SelectMany(Tell), .. client.Broken > 0 ? house.Said : []]);
    }

    /// <summary>Works it, inflicts the fault, waits until nothing moves, and reads the evidence.</summary>
    public static async Task<(Evidence Evidence, LedgerClient Client)> WorkAsync(House house, int seed, Shape shape, Func<House, Random, LedgerClient, Task> fault)
    {
        var since = await SinceAsync(house);
        var path = Path.Combine(Path.GetTempPath(), $"discharge-ledger-{Guid.NewGuid():N}.jsonl");
        try
        {
            using var ledger = new LedgerFile(path);
            var (client, work, questions) = (new LedgerClient(ledger, house.Any, shape.Longest), new Work(seed, shape.Cases, shape.DueWithin), new Questions());
            using var stop = new CancellationTokenSource();
            Task[] people =
            [
                .. Enumerable.Range(0, shape.Clients).Select(number => Task.Run(() => SendAsync(client, work, questions, shape, new Random(unchecked((seed * 31) + number)), stop.Token))),
                Task.Run(() => questions.AskAsync(house, work, new Random(unchecked(seed + 7)), stop.Token)),
            ];
            await Task.WhenAll(fault(house, new Random(seed), client), Task.Delay(shape.For));
            await stop.CancelAsync();
            await Task.WhenAll(people);
            await SettleAsync(house, work, DateTimeOffset.UtcNow + shape.DueWithin, shape.Longest);
            return (await ReadAsync(house, since, LedgerFile.Read(path), await questions.ReplayedAsync(house.Any())), client);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Reads the evidence in one snapshot.</summary>
    public static async Task<Evidence> ReadAsync(House house, Since since, IReadOnlyList<Told> ledger, IReadOnlyList<Served> served)
    {
        await using var connection = await house.Database.OpenAsync();
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        return await EvidenceReader.ReadAsync(connection, since, ledger, served);
    }

    /// <summary>Where what is stored from now on begins.</summary>
    public static async Task<Since> SinceAsync(House house)
    {
        await using var connection = await house.Database.OpenAsync();
        return await EvidenceReader.NowAsync(connection);
    }

    private static async Task SendAsync(LedgerClient client, Work work, Questions questions, Shape shape, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var answered = await shape.Send(client, shape.Next(work, random), random);
            work.Learn(answered);
            if (answered is { IsAck: true } && new Told(answered.Key, [answered]) is var told)
            {
                questions.Acked(told.Case!.Value, told.Version);
            }
        }
    }

    // The last clock to fall due lies ahead by no more than the work says, and the watch looks several times a second.
    private static async Task SettleAsync(House house, Work work, DateTimeOffset due, TimeSpan longest)
    {
        var ids = string.Join(',', work.Ids.Select(id => $"'{id}'").DefaultIfEmpty("null"));
        if (due - DateTimeOffset.UtcNow is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait);
        }

        for (var until = DateTime.UtcNow + longest; DateTime.UtcNow < until; await Task.Delay(50))
        {
            if (await house.Database.AskAsync<long>($"select count(*) from discharge.clocks where next_at <= now() and case_id in ({ids})") == 0)
            {
                return;
            }
        }
    }

    private static IEnumerable<string> Tell(StoredCase one) =>
    [
        $"case {one.Id}, version {one.Version}",
        .. one.Events.Select(entry => $"  {entry.Version} {entry.Type} recorded {entry.RecordedAt:HH:mm:ss.ffffff} of {entry.Correlation}: {entry.Data}"),
        .. one.Clocks.Select(row => $"  clock {string.Join(", ", row.Where(column => column.Key != "case_id").Select(column => $"{column.Key} {column.Value}"))}"),
        .. one.Notices.Select(notice => $"  notice {notice.Words} of {notice.Moment:HH:mm:ss.ffffff} given {notice.GivenAt:HH:mm:ss.ffffff}"),
    ];

    private static TimeSpan Lateness(IEnumerable<StoredEvent> breaches) => breaches
        .Where(breach => breach.Entry?.Fact is Discharge.Domain.Timelines.ClockBreached { Cause: Discharge.Domain.Timelines.BreachCause.DueMomentPassed })
        .Select(breach => breach.RecordedAt - breach.Entry!.Fact.OccurredAt.ToDateTimeOffset())
        .DefaultIfEmpty()
        .Max();
}
