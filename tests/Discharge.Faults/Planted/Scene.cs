using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Faults.Planted;

/// <summary>A small sound history, in which defects are then planted one at a time: one person not seen in time, one seen in time, one whose clock runs.</summary>
/// <param name="House">The house.</param>
/// <param name="Since">Where it begins.</param>
/// <param name="Ledger">What was sent and answered.</param>
/// <param name="Served">What was asked and answered.</param>
/// <param name="Unseen">Whoever was not seen in time.</param>
/// <param name="Seen">Whoever was.</param>
/// <param name="Running">Whose clock runs.</param>
/// <param name="Before">Whose case was there before.</param>
internal sealed record Scene(House House, Since Since, IReadOnlyList<Told> Ledger, IReadOnlyList<Served> Served, Guid Unseen, Guid Seen, Guid Running, Guid Before)
{
    /// <summary>The command that was refused.</summary>
    public Told Refused => Ledger.First(told => told.IsRefused);

    /// <summary>Plays it.</summary>
    public static async Task<Scene> PlayAsync(House house)
    {
        var before = await BeforeAsync(house);
        var since = await Cycle.SinceAsync(house.Database);
        using var ledger = LedgerFile.New();
        var (client, work, random) = (new LedgerClient(ledger, house.Any, TimeSpan.FromSeconds(60)), new Work(1, 3, TimeSpan.FromSeconds(1)), Draws.Of(1));
        var questions = new Questions(client);
        var cases = new List<string>();
        for (var person = 0; person < 3; person++)
        {
            cases.Add((await DoAsync(client.SendAsync(work.Open(random)))).Location!);
            await DoAsync(client.SendAsync(Review(work, cases[person], 50)));
            await DoAsync(client.SendAsync(Review(work, cases[person], 49)));
        }

        var due = DateTimeOffset.UtcNow.AddSeconds(2.5);
        await DoAsync(client.SendAsync(Leave(work, cases[0], due.AddHours(-24))));
        await DoAsync(client.SendAsync(Leave(work, cases[1], due.AddHours(-24))));
        await DoAsync(client.SendAsync(work.Command($"{cases[1]}/home-visit", new { occurredAt = Node.Say(due.AddMinutes(-5)), by = "nurse" })));
        var repeated = Leave(work, cases[2], DateTimeOffset.UtcNow.AddHours(-4));
        await DoAsync(client.SendAsync(repeated));
        await DoAsync(client.SendAsync(repeated));
        await client.SendAsync(Leave(work, cases[2], DateTimeOffset.UtcNow.AddHours(-3)));

        // So long after the last command that the replay of a little before shows it too, and each answer can be compared whole.
        await Task.Delay(ServedIsReplayed.Apart * 2);
        foreach (var served in (string[])["/v1/cases/{0}/history", "/v1/discharge-cases/{0}"])
        {
            var id = cases[2].Split('/')[^1];
            await questions.AskAsync(house.Any(), string.Format(null, served, id), id);
        }

        for (var until = DateTime.UtcNow.AddSeconds(30); DateTime.UtcNow < until && await house.Database.AskAsync<long>("select count(*) from cases.mt_events where type = 'clock.breached.v1' and data ->> 'rule' = 'T01'") == 0;)
        {
            await Task.Delay(50);
        }

        await Cycle.SettleAsync(house.Database, cases: null, due, TimeSpan.FromSeconds(30));
        var ids = cases.Select(one => Guid.Parse(one.Split('/')[^1])).ToArray();
        return new(house, since, ledger.Read(), await questions.ReplayedAsync(house.Any()), ids[0], ids[1], ids[2], before);
    }

    /// <summary>The evidence with a defect planted in what is stored, and taken out again.</summary>
    public async Task<Evidence> WithAsync(Defect defect)
    {
        await using var connection = await House.Database.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        if (defect.Sql(this) is { Length: > 0 } sql)
        {
            await using var plant = new Npgsql.NpgsqlCommand(sql, connection);
            await plant.ExecuteNonQueryAsync();
        }

        var evidence = await EvidenceReader.ReadAsync(connection, Since, defect.Ledger(Ledger), [.. Served.Select(defect.Served)]);
        await transaction.RollbackAsync();
        return evidence;
    }

    private static async Task<Guid> BeforeAsync(House house)
    {
        using var ledger = LedgerFile.New();
        var client = new LedgerClient(ledger, house.Any, TimeSpan.FromSeconds(60));
        return Guid.Parse((await DoAsync(client.SendAsync(new Work(2, 1, TimeSpan.FromSeconds(1)).Open(Draws.Of(2))))).Location!.Split('/')[^1]);
    }

    private static Command Review(Work work, string path, int hoursAgo) => work.Command(
        $"{path}/criteria-to-reside-reviews", new { occurredAt = Node.Say(DateTimeOffset.UtcNow.AddHours(-hoursAgo)), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "consultant", note = "Seen on the round." });

    private static Command Leave(Work work, string path, DateTimeOffset at) => work.Command($"{path}/discharge", new { occurredAt = Node.Say(at), to = "own-home" });

    private static async Task<Answered> DoAsync(Task<Answered?> sending) => await sending is { IsAck: true } answered
        ? answered
        : throw new InvalidOperationException("A command of the scene was not accepted.");
}
