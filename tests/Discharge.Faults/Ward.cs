using System.Net;

namespace Discharge.Faults;

/// <summary>People who are admitted, leave and are seen, over HTTP.</summary>
internal static class Ward
{
    /// <summary>The length of the clock that is watched, T01.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromHours(24);

    /// <summary>Admits so many people, and shows how far it has come.</summary>
    public static async Task<Guid[]> AdmitAsync(Func<int, Node> nodeOf, int people)
    {
        var ids = new Guid[people];
        await EachAsync("admitted", people, async number =>
        {
            var admitted = Node.Say(DateTimeOffset.UtcNow.AddDays(-4));
            using var answer = await Node.CommandAsync(() => nodeOf(number), "/v1/discharge-cases", new
            {
                occurredAt = admitted,
                admittedAt = admitted,
                person = new { name = "Ada Marlowe", nhsNumberMissing = "not-yet-traced" },
                site = "RTEST",
                ward = $"Ward {number % 40}",
                hub = "QTEST",
                residence = "own-home",
            });
            ids[number] = Guid.Parse(Answered(answer, HttpStatusCode.Created).Headers.Location!.ToString().Split('/')[^1]);
        });
        return ids;
    }

    /// <summary>Everybody leaves a day before their clock is to fall due.</summary>
    public static Task LeaveAsync(Func<int, Node> nodeOf, Guid[] ids, Func<int, DateTimeOffset> dueAt) => EachAsync("left", ids.Length, async number =>
    {
        using var answer = await Node.CommandAsync(
            () => nodeOf(number), $"/v1/discharge-cases/{ids[number]}/discharge", new { occurredAt = Node.Say(dueAt(number) - Allowed), to = "own-home" });
        Answered(answer, HttpStatusCode.OK);
    });

    /// <summary>Somebody is seen at home.</summary>
    public static async Task SeeAsync(Func<Node> node, Guid id, DateTimeOffset at)
    {
        using var answer = await Node.CommandAsync(node, $"/v1/discharge-cases/{id}/home-visit", new { occurredAt = Node.Say(at), by = "nurse" });
        Answered(answer, HttpStatusCode.OK);
    }

    /// <summary>A review that changes nothing about any clock: it only wants the case's row.</summary>
    public static async Task ReviewAsync(Func<Node> node, Guid id)
    {
        using var answer = await Node.CommandAsync(
            node, $"/v1/discharge-cases/{id}/criteria-to-reside-reviews", new { occurredAt = Node.Say(DateTimeOffset.UtcNow.AddDays(-3)), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "consultant" });
        Answered(answer, HttpStatusCode.OK);
    }

    /// <summary>Does something so many times, sixteen at once, and shows how far it has come.</summary>
    public static async Task EachAsync(string what, int times, Func<int, Task> act)
    {
        var done = 0;
        await Parallel.ForAsync(0, times, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (number, _) =>
        {
            await act(number);
            if (Interlocked.Increment(ref done) is var so && so % Math.Max(1, times / 10) == 0)
            {
                Console.WriteLine($"   {so} of {times} {what}");
            }
        });
    }

    private static HttpResponseMessage Answered(HttpResponseMessage answer, HttpStatusCode status) => answer.StatusCode == status
        ? answer
        : throw new InvalidOperationException($"{answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}: {answer.Content.ReadAsStringAsync().Result}");
}
