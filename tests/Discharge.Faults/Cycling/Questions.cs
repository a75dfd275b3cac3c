using System.Collections.Concurrent;
using System.Net;
using Discharge.Faults.Checking;
using Discharge.Faults.Ledgers;
using Discharge.Faults.Load;

namespace Discharge.Faults.Cycling;

/// <summary>Asks how cases stand while they are worked on, and keeps what it was told.</summary>
internal sealed class Questions(LedgerClient client)
{
    private const int Most = 60;

    // For how long what was asked before is asked again where nobody answers.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<Served> _served = new();
    private readonly ConcurrentDictionary<string, long> _acked = new();

    /// <summary>A version was acknowledged to somebody.</summary>
    public void Acked(Guid id, long version) => _acked.AddOrUpdate(id.ToString(), version, (_, known) => Math.Max(known, version));

    /// <summary>Asks one question after another until it is told to stop.</summary>
    public async Task AskAsync(House house, Work work, Random random, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(20, 120), CancellationToken.None);
            if (work.Known is [_, ..] known)
            {
                var id = known[random.Next(known.Length)].Split('/')[^1];
                await AskAsync(house.Any(), random.Next(2) == 0 ? $"/v1/cases/{id}/history" : $"/v1/discharge-cases/{id}", id);
            }
        }
    }

    /// <summary>What was answered, each history beside what is answered now of the time in which it was asked.</summary>
    public async Task<IReadOnlyList<Served>> ReplayedAsync(Node node)
    {
        var replayed = new List<Served>();
        foreach (var served in _served)
        {
            replayed.Add(!served.IsHistory || served.Status != 200 ? served : await ReplayedAsync(node, served));
        }

        return replayed;
    }

    /// <summary>Asks one question.</summary>
    public async Task AskAsync(Node node, string path, string id)
    {
        var acked = _acked.GetValueOrDefault(id);
        var (question, asked) = ($"{Guid.NewGuid()}", DateTimeOffset.UtcNow);
        try
        {
            using var limit = new CancellationTokenSource(LedgerClient.Patience);
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Correlation-Id", question } } };
            using var answer = await node.Http.SendAsync(request, limit.Token);
            var body = await answer.Content.ReadAsStringAsync(limit.Token);
            if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable && (_served.Count < Most || !answer.IsSuccessStatusCode))
            {
                _served.Enqueue(new(question, node.Caller, path, asked, DateTimeOffset.UtcNow, body, acked) { Status = (int)answer.StatusCode });
            }
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // A question that nobody answered says nothing, but for how long was waited for it.
        }

        client.Asked.Enqueue(DateTimeOffset.UtcNow - asked);
    }

    private static async Task<Served> ReplayedAsync(Node node, Served served)
    {
        var (before, after) = (await KnownAtAsync(node, served.Path, served.AskedAt - ServedIsReplayed.Apart), await KnownAtAsync(node, served.Path, served.AnsweredAt + ServedIsReplayed.Apart));
        return (before.Status, after.Status) is (200, 200)
            ? served with { Replayed = (before.Body, after.Body) }
            : served with { Status = Math.Max(before.Status, after.Status), Body = $"when it was asked again: {before.Body} {after.Body}" };
    }

    private static async Task<(int Status, string Body)> KnownAtAsync(Node node, string path, DateTimeOffset moment)
    {
        for (var until = DateTime.UtcNow + Longest; ; await Task.Delay(100))
        {
            try
            {
                using var answer = await node.Http.GetAsync($"{path}?knownAt={Uri.EscapeDataString(Node.Say(moment))}");
                if (answer.StatusCode is not HttpStatusCode.ServiceUnavailable || DateTime.UtcNow > until)
                {
                    return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
                }
            }
            catch (Exception away) when (away is HttpRequestException or OperationCanceledException or IOException && DateTime.UtcNow < until)
            {
                // It is asked again, like a command: what counts is what it says once it does.
            }
        }
    }
}
