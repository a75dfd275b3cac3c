using System.Globalization;
using System.Text;
using Discharge.Faults.Checking;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;
using Discharge.Persistence.Handovers;

namespace Discharge.Faults.Cycling;

/// <summary>What came of one cycle.</summary>
/// <param name="Found">What was counted and measured.</param>
/// <param name="Violations">What speaks against the invariants, each in a sentence.</param>
/// <param name="Told">What is stored of each case that something is said against, and what the nodes said where one answered as if broken.</param>
internal sealed record CycleResult(Findings Found, IReadOnlyList<string> Violations, IReadOnlyList<string> Told)
{
    /// <summary>All that does not hold, each in a sentence: what was counted and is not as it has to be, then the violations one by one.</summary>
    public IReadOnlyList<string> Against => [.. Found.Against, .. Violations];
}

/// <summary>People at work, a fault in the midst of it, quiet, and then the checker.</summary>
internal static class Cycle
{
    // In one look: what is handed over starts clocks, and what falls due is told. What falls due while the evidence is read would be in one part of it and not in another.
    private static readonly CompositeFormat Moving = CompositeFormat.Parse(
        """
        select (select count(*) from discharge.hand_overs) + (select count(*) from discharge.clocks where next_at <= now() + interval '2 seconds'{0})
             + (select count(*) from discharge.notices_given) + (select count(*) from discharge.notices_to_tell)
             + (select count(*) from discharge.messages where delivered_at is null and refused_at is null and given_up_at is null)
        """);

    /// <summary>Runs one.</summary>
    /// <param name="house">The house.</param>
    /// <param name="seed">What every choice is drawn from.</param>
    /// <param name="shape">How hard it is worked.</param>
    /// <param name="fault">What is done to it; when it returns, the house is whole again.</param>
    /// <param name="also">What else is found of all the sendings, once the last has come to its end.</param>
    public static async Task<CycleResult> RunAsync(House house, int seed, Shape shape, Func<LedgerClient, Task> fault, Action<LedgerClient, Findings>? also = null)
    {
        var (evidence, client) = await WorkAsync(house, seed, shape, fault);
        var result = Judge(evidence, client, shape.Lateness, shape.Answered, house.Said);
        also?.Invoke(client, result.Found);
        return result;
    }

    /// <summary>Judges what is stored by all that has to hold, and says what it comes to.</summary>
    public static CycleResult Judge(Evidence evidence, LedgerClient client, Goal lateness, Goal answered, IEnumerable<string> said)
    {
        var against = Invariant.Check(evidence);
        var events = evidence.Cases.Values.SelectMany(one => one.Events).ToArray();
        var found = new Findings()
            .Count("cycles", 1)
            .Tell(evidence.Ledger)
            .Count("events stored", events.Length)
            .None("cycles in which nothing was acknowledged", evidence.Ledger.Any(told => told.Ack is not null) ? 0 : 1)
            .Count("breaches among them", events.Count(entry => entry.Type == "clock.breached.v1"))
            .Count("answers to questions replayed", evidence.Served.Count)
            .None("sendings answered with 500 or another such status than 503", client.Broken)
            .Measured(answered, Longest(client.Waits))
            .Measured(lateness, Lateness.Of(evidence));
        if (!client.Asked.IsEmpty)
        {
            found.Measured(answered with { What = Goals.AnsweredQuestion }, Longest(client.Asked));
        }

        foreach (var invariant in Invariant.All)
        {
            found.None($"{invariant.Code}: {invariant.Sentence} Cycles against it", against.Any(violation => violation.Code == invariant.Code) ? 1 : 0);
        }

        return new(
            found,
            [.. against.Select(violation => $"{violation.Code}: {violation.What}")],
            [.. evidence.Cases.Values.Where(one => against.Any(violation => violation.What.Contains($"{one.Id}", StringComparison.Ordinal))).SelectMany(Tell), .. client.Broken > 0 || evidence.Served.Any(served => served.Status >= 500) ? said : []]);
    }

    /// <summary>Works it, inflicts the fault, waits until nothing moves, and reads the evidence.</summary>
    public static async Task<(Evidence Evidence, LedgerClient Client)> WorkAsync(House house, int seed, Shape shape, Func<LedgerClient, Task> fault)
    {
        var since = await SinceAsync(house.Database);
        using var ledger = LedgerFile.New();
        var client = new LedgerClient(ledger, house.Any, shape.Longest) { OnTheWay = shape.OnTheWay, OnTheWayBack = shape.OnTheWayBack };
        var (work, questions) = (new Work(seed, shape.Cases, shape.DueWithin), new Questions(client));
        using var stop = new CancellationTokenSource();
        Task[] people =
        [
            .. Enumerable.Range(0, shape.Clients).Select(person => Task.Run(() => SendAsync(client, work, questions, shape, seed, person, stop.Token))),
            Task.Run(() => questions.AskAsync(house, work, Draws.Of(seed, -1), stop.Token)),
        ];
        await Task.WhenAll(fault(client), Task.Delay(shape.For));
        await stop.CancelAsync();
        await Task.WhenAll(people);
        // Before all is quiet, so that nothing lies between that and what is read.
        var served = await questions.ReplayedAsync(house.Any());
        await SettleAsync(house.Database, work.Ids, DateTimeOffset.UtcNow + shape.DueWithin, shape.Longest);
        return (await ReadAsync(house.Database, since, ledger.Read(), served), client);
    }

    /// <summary>Reads the evidence in one snapshot.</summary>
    public static async Task<Evidence> ReadAsync(FaultyDatabase database, Since since, IReadOnlyList<Told> ledger, IReadOnlyList<Served> served)
    {
        await using var connection = await database.OpenAsync();
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        return await EvidenceReader.ReadAsync(connection, since, ledger, served);
    }

    /// <summary>Where what is stored from now on begins.</summary>
    public static async Task<Since> SinceAsync(FaultyDatabase database)
    {
        await using var connection = await database.OpenAsync();
        return await EvidenceReader.NowAsync(connection);
    }

    /// <summary>
    /// Waits until the last clock of these cases has fallen due, nothing of them is due any more or will be in a moment, all is handed over and everybody has been told. What is still
    /// not so after the longest wait, the checker finds.
    /// </summary>
    /// <param name="database">The database.</param>
    /// <param name="cases">The cases; null for all there are.</param>
    /// <param name="due">When the last clock falls due.</param>
    /// <param name="longest">For how long that is waited for.</param>
    public static async Task SettleAsync(FaultyDatabase database, IEnumerable<Guid>? cases, DateTimeOffset due, TimeSpan longest)
    {
        var these = cases is null ? "" : $" and case_id in ({string.Join(',', cases.SelectMany(id => (Guid[])[id, HandOvers.CaseOf(id)]).Select(id => $"'{id}'").DefaultIfEmpty("null"))})";
        if (due - DateTimeOffset.UtcNow is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait);
        }

        var until = DateTime.UtcNow + longest;
        await UntilNoneAsync(database, string.Format(CultureInfo.InvariantCulture, Moving, these), until);
    }

    private static double Longest(IEnumerable<TimeSpan> waits) => waits.Select(wait => wait.TotalSeconds).DefaultIfEmpty().Max();

    private static async Task UntilNoneAsync(FaultyDatabase database, string question, DateTime until)
    {
        while (DateTime.UtcNow < until && await database.AskAsync<long>(question) > 0)
        {
            await Task.Delay(50);
        }
    }

    // What a person does next is drawn anew for each command, so that it does not hang on how often the one before had to draw.
    private static async Task SendAsync(LedgerClient client, Work work, Questions questions, Shape shape, int seed, int person, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var random = Draws.Of(seed, person, number);
            var answered = await shape.Send(client, shape.Next(work, random) with { By = person }, Draws.Of(seed, person, number, 1));
            work.Learn(answered);
            if (answered is { IsAck: true } && new Told(answered.Key, [answered]) is var told)
            {
                questions.Acked(told.Case!.Value, told.Version);
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
}
