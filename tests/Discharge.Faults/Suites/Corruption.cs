using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Planted;

namespace Discharge.Faults.Suites;

/// <summary>R12: an entry in the store is unknown or broken. Its case says so or is shown as it was; every other case and its board go on; the checker names the case.</summary>
internal static class Corruption
{
    private static readonly (string What, string Set)[] All =
    [
        ("An unknown event", "type = 'something.later.v9'"),
        ("No content", "data = 'null'"),
        ("Content of another kind", "data = '[1, 2]'"),
        ("A field gone that it needs", "data = data - 'occurredAt'"),
        ("A field of another type", "data = jsonb_set(data, '{occurredAt}', '12')"),
        ("A word that is on no list", "data = jsonb_set(data, '{by}', '\"wizard\"')"),
        ("No role of whoever recorded it", "headers = '{}'"),
        ("A gap in the versions", "version = version + 100"),
    ];

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        var scene = await Scene.PlayAsync(house);
        var node = house.Any();
        var (listed, clear, unaffected) = (0, 0, 0);
        foreach (var (what, set) in All)
        {
            await house.Database.RunAsync($"create table discharge.kept as select * from cases.mt_events where stream_id = '{scene.Running}'; update cases.mt_events set {set} where stream_id = '{scene.Running}' and version = 3");
            var against = Invariant.Check(await Cycle.ReadAsync(house, scene.Since, scene.Ledger, []));
            var answers = await AskAsync(node, $"/v1/discharge-cases/{scene.Running}", $"/v1/cases/{scene.Running}/history");
            var others = await AskAsync(node, $"/v1/discharge-cases/{scene.Seen}", $"/v1/cases/{scene.Unseen}/history", "/v1/wards/RTEST/Ward%201/board", "/v1/clocks", "/health/live");
            await house.Database.RunAsync($"delete from cases.mt_events where stream_id = '{scene.Running}'; insert into cases.mt_events select * from discharge.kept; drop table discharge.kept");
            var isListed = against.Any(violation => violation.What.Contains($"{scene.Running}", StringComparison.Ordinal));
            var isClear = answers.All(answer => answer.Status == 200 || answer.Body.Contains("case.unreadable-entry", StringComparison.Ordinal));
            var isUnaffected = others.All(answer => answer.Status == 200);
            Console.WriteLine($"   {what,-40} {string.Join(", ", answers.Select(answer => answer.Status))}; others {string.Join(", ", others.Select(answer => answer.Status))}; {(isListed ? "listed" : "not listed")}");
            (listed, clear, unaffected) = (listed + (isListed ? 1 : 0), clear + (isClear ? 1 : 0), unaffected + (isUnaffected ? 1 : 0));
        }

        return new Findings()
            .Equal("corruptions that the checker lists", listed, All.Length)
            .Equal("corruptions of which the case itself says which entry it is, or is shown", clear, All.Length)
            .Equal("corruptions that leave every other case as it was", unaffected, All.Length)
            .None("defects left once they are put right", Invariant.Check(await Cycle.ReadAsync(house, scene.Since, scene.Ledger, scene.Served)).Count);
    }

    private static async Task<List<(int Status, string Body)>> AskAsync(Node node, params string[] paths)
    {
        var answers = new List<(int, string)>();
        foreach (var path in paths)
        {
            using var answer = await node.Http.GetAsync(path);
            answers.Add(((int)answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }

        return answers;
    }
}
