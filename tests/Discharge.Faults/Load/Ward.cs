using System.Text.Json;
using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Load;

/// <summary>People who are admitted, leave and are seen: each of it is acknowledged, whatever happens on the way, and in a ledger.</summary>
internal sealed class Ward : IDisposable
{
    /// <summary>The length of the clock that is watched, T01.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromHours(24);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string[] Features = ["twenty-four-hour-care"];

    private static readonly string[] Funders = ["joint"];

    private readonly FaultyDatabase _database;
    private readonly Since _since;
    private readonly LedgerFile _ledger = LedgerFile.New();
    private readonly LedgerClient _client;

    private Ward(FaultyDatabase database, Since since)
    {
        (_database, _since) = (database, since);
        _client = new(_ledger, () => throw new InvalidOperationException("A ward says which node."), Longest);
    }

    /// <summary>A ward in which nobody is yet.</summary>
    public static async Task<Ward> OpenAsync(FaultyDatabase database) => new(database, await Cycle.SinceAsync(database));

    /// <summary>What was sent and answered so far.</summary>
    public IReadOnlyList<Told> Ledger => _ledger.Read();

    /// <summary>Waits until nothing is due any more, and reads all that the checker judges by.</summary>
    public async Task<Evidence> EvidenceAsync()
    {
        await Cycle.SettleAsync(_database, cases: null, DateTimeOffset.UtcNow, Longest);
        return await Cycle.ReadAsync(_database, _since, Ledger, []);
    }

    /// <summary>Judges it.</summary>
    public CycleResult Judge(Evidence evidence, IEnumerable<string> said) => Cycle.Judge(evidence, _client, Goals.Lateness, Goals.Only(Goals.Answered), said);

    /// <summary>Admits so many people.</summary>
    public async Task<Guid[]> AdmitAsync(Func<int, Node> nodeOf, int people)
    {
        var ids = new Guid[people];
        await EachAsync(people, async number =>
        {
            var admitted = Node.Say(DateTimeOffset.UtcNow.AddDays(-4));
            ids[number] = IdIn(await DoAsync(() => nodeOf(number), "/v1/discharge-cases", new
            {
                occurredAt = admitted,
                admittedAt = admitted,
                person = new { name = "Ada Marlowe", nhsNumberMissing = "not-yet-traced" },
                site = "RTEST",
                ward = $"Ward {number % 40}",
                hub = "QTEST",
                residence = "own-home",
            }));
        });
        return ids;
    }

    /// <summary>Everybody leaves a day before their clock is to fall due.</summary>
    public Task LeaveAsync(Func<int, Node> nodeOf, Guid[] ids, Func<int, DateTimeOffset> dueAt) => EachAsync(ids.Length, number =>
        DoAsync(() => nodeOf(number), $"/v1/discharge-cases/{ids[number]}/discharge", new { occurredAt = Node.Say(dueAt(number) - Allowed), to = "own-home" }));

    /// <summary>Somebody is seen at home.</summary>
    public Task SeeAsync(Func<Node> node, Guid id, DateTimeOffset at) => DoAsync(node, $"/v1/discharge-cases/{id}/home-visit", new { occurredAt = Node.Say(at), by = "nurse" });

    /// <summary>A review that changes nothing about any clock: it only wants the case's row.</summary>
    public Task ReviewAsync(Func<Node> node, Guid id) => DoAsync(
        node, $"/v1/discharge-cases/{id}/criteria-to-reside-reviews", new { occurredAt = Node.Say(DateTimeOffset.UtcNow.AddDays(-3)), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "consultant" });

    /// <summary>A place that somebody may have.</summary>
    public async Task<Guid> RegisterPlaceAsync(Func<Node> node, string name) => IdIn(await DoAsync(node, "/v1/beds", new
    {
        occurredAt = Node.Say(DateTimeOffset.UtcNow.AddHours(-1)),
        provider = "VRACE",
        name,
        kind = "nursing",
        area = "713",
        features = Features,
        weeklyCost = 119_500,
        funders = Funders,
    }));

    /// <summary>Sends a command until it is known what became of it.</summary>
    public async Task<Answered> SendAsync(Func<Node> node, string path, object body) =>
        await _client.SendAsync(new Command($"{Guid.NewGuid()}", path, JsonSerializer.Serialize(body)), node) ?? throw new InvalidOperationException($"Nobody knows what became of {path}.");

    /// <summary>The id that an opening came back with.</summary>
    public static Guid IdIn(Answered answered) => Guid.Parse(answered.Location!.Split('/')[^1]);

    /// <summary>Does something so many times, sixteen at once.</summary>
    public static Task EachAsync(int times, Func<int, Task> act) =>
        Parallel.ForAsync(0, times, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) => await act(number));

    /// <inheritdoc/>
    public void Dispose() => _ledger.Dispose();

    private async Task<Answered> DoAsync(Func<Node> node, string path, object body) => await SendAsync(node, path, body) is { IsAck: true } acknowledged
        ? acknowledged
        : throw new InvalidOperationException($"{path} was refused.");
}
