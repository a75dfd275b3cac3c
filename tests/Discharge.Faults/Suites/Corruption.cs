using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Load;
using Discharge.Faults.Planted;

namespace Discharge.Faults.Suites;

/// <summary>R12: an entry in the store is unknown or broken. Its case says so or is shown as it was; every other case and its board go on; the checker and the auditor's own tools name the entry.</summary>
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

    // What else the auditor's tools have to name: the entry, and what is done to a case that has four.
    private static readonly (string What, int Entry, string Sql)[] Unseen =
    [
        ("A word more", 2, """update cases.mt_events set data = data || '{"more": 1}' where stream_id = @ and version = 2"""),
        ("Recorded by somebody else", 3, "update cases.mt_events set user_name = 'somebody' where stream_id = @ and version = 3"),
        ("Recorded earlier", 3, "update cases.mt_events set timestamp = timestamp - interval '1 microsecond' where stream_id = @ and version = 3"),
        ("The seal gone", 4, "update cases.mt_events set headers = headers - 'seal' where stream_id = @ and version = 4"),
        ("The first removed", 1, "delete from cases.mt_events where stream_id = @ and version = 1"),
        ("One removed from between", 3, "delete from cases.mt_events where stream_id = @ and version = 3"),
        ("One removed, and the gap closed", 3, "delete from cases.mt_events where stream_id = @ and version = 3; update cases.mt_events set version = 3 where stream_id = @ and version = 4; update cases.mt_streams set version = 3 where id = @"),
        ("The end cut off", 3, "delete from cases.mt_events where stream_id = @ and version > 2"),
        ("All cut off", 1, "delete from cases.mt_events where stream_id = @"),
        ("An end that the stream does not know of", 4, "update cases.mt_streams set version = 3 where id = @"),
        (
            "One put in",
            5,
            """
            create temporary table put_in on commit drop as select * from cases.mt_events where stream_id = @ and version = 4;
            update put_in set seq_id = nextval('cases.mt_events_sequence'), id = gen_random_uuid(), version = 5;
            insert into cases.mt_events select * from put_in;
            update cases.mt_streams set version = 5 where id = @
            """),
    ];

    /// <summary>What is done: nothing of it is drawn.</summary>
    public static IEnumerable<string> Choices => [.. All.Select(one => one.What), .. Unseen.Select(one => one.What)];

    public static async Task<Findings> RunAsync(Plan plan)
    {
        await using var house = await new House(await FaultyDatabase.NewAsync()).WithAsync(1);
        var scene = await Scene.PlayAsync(house);
        var node = house.Any();
        var (listed, clear, unaffected) = (0, 0, 0);
        string[] its = Of(scene.Running);
        string[] beside = [$"/v1/discharge-cases/{scene.Seen}", $"/v1/cases/{scene.Unseen}/history", "/v1/wards/RTEST/Ward%201/board", "/v1/clocks", "/health/live"];
        var (itsBefore, before) = (await AskAsync(node, its), await AskAsync(node, beside));
        foreach (var (what, set) in All)
        {
            await house.Database.RunAsync($"create table discharge.kept as select * from cases.mt_events where stream_id = '{scene.Running}'; update cases.mt_events set {set} where stream_id = '{scene.Running}' and version = 3");
            var against = Invariant.Check(await Cycle.ReadAsync(house.Database, scene.Since, scene.Ledger, []));
            var answers = await AskAsync(node, its);
            var others = await AskAsync(node, beside);
            await house.Database.RunAsync($"delete from cases.mt_events where stream_id = '{scene.Running}'; insert into cases.mt_events select * from discharge.kept; drop table discharge.kept");
            var isListed = against.Any(violation => violation.What.Contains($"{scene.Running}", StringComparison.Ordinal));
            var isClear = answers.Zip(itsBefore).All(pair => pair.First == pair.Second || Names(pair.First, 3));
            var isUnaffected = others.Zip(before).All(pair => pair.First == pair.Second);
            Console.WriteLine($"   {what,-40} {string.Join(", ", answers.Select(answer => answer.Status))}; others {string.Join(", ", others.Select(answer => answer.Status))}; {(isListed ? "listed" : "not listed")}");
            (listed, clear, unaffected) = (listed + (isListed ? 1 : 0), clear + (isClear ? 1 : 0), unaffected + (isUnaffected ? 1 : 0));
        }

        var left = Invariant.Check(await Cycle.ReadAsync(house.Database, scene.Since, scene.Ledger, scene.Served)).Count;
        return await AuditAsync(house, new Findings()
            .Equal("corruptions that the checker lists", listed, All.Length)
            .Equal("corruptions of which the case itself says which entry it is, or is shown", clear, All.Length)
            .Equal("corruptions that leave every other case as it was", unaffected, All.Length)
            .None("defects left once they are put right", left)
            .Equal("corruptions of a history that the node knows already, of which the case is shown as it was recorded or says which entry it is", await KnownAsync(house), 2 * All.Length));
    }

    private static string[] Of(Guid id) => [$"/v1/discharge-cases/{id}", $"/v1/cases/{id}/history"];

    // What a node has read lately it reads from its last entry on: one in the midst, and the last.
    private static async Task<int> KnownAsync(House house)
    {
        const int Entries = 12;
        var node = house.Any();
        using var ward = await Ward.OpenAsync(house.Database);
        var id = (await ward.AdmitAsync(_ => node, 1))[0];
        for (var review = 1; review < Entries; review++)
        {
            await ward.ReviewAsync(() => node, id);
        }

        await AskAsync(node, Of(id));
        var before = await AskAsync(node, Of(id));
        var clear = 0;
        foreach (var (what, set) in All)
        {
            foreach (var entry in (int[])[6, Entries])
            {
                await house.Database.RunAsync($"create table discharge.kept as select * from cases.mt_events where stream_id = '{id}'; update cases.mt_events set {set} where stream_id = '{id}' and version = {entry}");
                var answers = await AskAsync(node, Of(id));
                await house.Database.RunAsync($"delete from cases.mt_events where stream_id = '{id}'; insert into cases.mt_events select * from discharge.kept; drop table discharge.kept");

                // One that was moved behind the end leaves its gap there, for whoever knows what was before.
                var isClear = answers.Zip(before).All(pair => pair.First == pair.Second || Names(pair.First, entry) || Names(pair.First, Entries + 1));
                Console.WriteLine($"   {what,-40} entry {entry} of a history known already: {string.Join(", ", answers.Select(answer => answer.Status))}{(isClear ? "" : "  !!")}");
                clear += isClear ? 1 : 0;
            }
        }

        return clear;
    }

    private static bool Names((int Status, string Body) answer, int entry) =>
        answer.Status == 500 && answer.Body.Contains("case.unreadable-entry", StringComparison.Ordinal) && answer.Body.Contains($"Entry {entry} of this case", StringComparison.Ordinal);

    // Each in a case of its own, all at once, among cases that are sound.
    private static async Task<Findings> AuditAsync(House house, Findings findings)
    {
        var node = house.Any();
        var before = await Node.ProveAsync(house.Database);
        (string What, int Entry, string Sql)[] all = [.. All.Select(one => (one.What, 3, $"update cases.mt_events set {one.Set} where stream_id = @ and version = 3")), .. Unseen];
        using var ward = await Ward.OpenAsync(house.Database);
        var ids = await ward.AdmitAsync(_ => node, all.Length + 3);
        for (var review = 0; review < 3; review++)
        {
            await Ward.EachAsync(ids.Length, number => ward.ReviewAsync(() => node, ids[number]));
        }

        foreach (var ((_, _, sql), id) in all.Zip(ids))
        {
            await house.Database.RunAsync(sql.Replace("@", $"'{id}'", StringComparison.Ordinal));
        }

        var (exitCode, said) = await Node.ProveAsync(house.Database);
        var named = said.Select(line => line.Split(' ')).Where(words => Guid.TryParse(words[0], out _)).ToLookup(words => Guid.Parse(words[0]), words => Array.ConvertAll(words[1].Split('-'), int.Parse));
        var unlisted = all.Zip(ids).Where(one => !named[one.Second].Any(entries => entries[0] <= one.First.Entry && entries[^1] >= one.First.Entry)).Select(one => one.First.What).ToArray();
        var verdicts = await AskAsync(node, [.. ids.Select(id => $"/v1/cases/{id}/seal")]);
        Array.ForEach(unlisted, what => Console.WriteLine($"   !! not listed: {what}"));
        return findings
            .Equal("before them, the auditor's command ends with", before.ExitCode, 0)
            .Equal("corruptions that the auditor's command lists, by case and entry", all.Length - unlisted.Length, all.Length)
            .Equal("corruptions of whose case the service says that it is not intact", verdicts.Take(all.Length).Count(verdict => verdict.Status == 200 && !verdict.Body.Contains("\"intact\"", StringComparison.Ordinal)), all.Length)
            .None("sound cases that the command names, or that the service does not call intact", named.Count(one => !ids.Take(all.Length).Contains(one.Key)) + verdicts.Skip(all.Length).Count(verdict => !verdict.Body.Contains("\"intact\"", StringComparison.Ordinal)))
            .Equal("with them, it ends with", exitCode, 1);
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
