using System.Net.Http.Json;
using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Load;
using Discharge.Faults.Planted;

namespace Discharge.Faults.Suites;

/// <summary>R12: an entry in the store is unknown or broken. Its case says so or is shown as it was; every other case and its board go on; the checker and the auditor's own tools name the entry, and nothing is recorded in the place of one that is gone.</summary>
internal static class Corruption
{
    private const string Otherwise = "shown otherwise, or not for a reason it does not say";

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
        var (listed, unaffected, shown) = (0, 0, new List<string>());
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
            shown.Add(Shown(answers, itsBefore, 3));
            var isUnaffected = others.Zip(before).All(pair => pair.First == pair.Second);
            Console.WriteLine($"   {what,-40} {string.Join(", ", answers.Select(answer => answer.Status))}; others {string.Join(", ", others.Select(answer => answer.Status))}; {(isListed ? "listed" : "not listed")}; {shown[^1]}");
            (listed, unaffected) = (listed + (isListed ? 1 : 0), unaffected + (isUnaffected ? 1 : 0));
        }

        var left = Invariant.Check(await Cycle.ReadAsync(house.Database, scene.Since, scene.Ledger, scene.Served)).Count;
        var known = await KnownAsync(house);
        var findings = await AuditAsync(house, new Findings()
            .Equal("corruptions that the checker lists", listed, All.Length)
            .Tally("corruptions, by how their case is shown", shown.Select(how => (how, 1L)))
            .Equal("corruptions of which the case itself says which entry it is, or is shown", shown.Count(how => how != Otherwise), All.Length)
            .Equal("corruptions that leave every other case as it was", unaffected, All.Length)
            .None("defects left once they are put right", left)
            .Tally("corruptions of a history that the node knows already, by how their case is shown", known.Select(how => (how, 1L)))
            .Equal("corruptions of a history that the node knows already, of which the case is shown as it was recorded or says which entry it is", known.Count(how => how != Otherwise), 2 * All.Length));
        return findings.Add(await EndCutOffAsync(house));
    }

    private static string[] Of(Guid id) => [$"/v1/discharge-cases/{id}", $"/v1/cases/{id}/history"];

    // What a node has read lately it reads from its last entry on: one in the midst, and the last.
    private static async Task<List<string>> KnownAsync(House house)
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
        var shown = new List<string>();
        foreach (var (what, set) in All)
        {
            foreach (var entry in (int[])[6, Entries])
            {
                await house.Database.RunAsync($"create table discharge.kept as select * from cases.mt_events where stream_id = '{id}'; update cases.mt_events set {set} where stream_id = '{id}' and version = {entry}");
                var answers = await AskAsync(node, Of(id));
                await house.Database.RunAsync($"delete from cases.mt_events where stream_id = '{id}'; insert into cases.mt_events select * from discharge.kept; drop table discharge.kept");

                // One that was moved behind the end leaves its gap there, for whoever knows what was before.
                shown.Add(Shown(answers, before, entry, Entries + 1));
                Console.WriteLine($"   {what,-40} entry {entry} of a history known already: {string.Join(", ", answers.Select(answer => answer.Status))}; {shown[^1]}");
            }
        }

        return shown;
    }

    // How a case and its history were answered, beside how they had been before.
    private static string Shown(List<(int Status, string Body)> answers, List<(int Status, string Body)> before, params int[] entries)
    {
        var same = answers.Zip(before).Count(pair => pair.First == pair.Second);
        return same == answers.Count ? "shown as it was recorded"
            : answers.Zip(before).Any(pair => pair.First != pair.Second && !Array.Exists(entries, entry => Names(pair.First, entry))) ? Otherwise
            : same == 0 ? "says which entry it is"
            : "shown as it was recorded in one place, and says in the other which entry it is";
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
        var named = EntriesIn(said);
        var unlisted = all.Zip(ids).Where(one => !IsNamed(named, one.Second, one.First.Entry)).Select(one => one.First.What).ToArray();
        var verdicts = await AskAsync(node, [.. ids.Select(id => $"/v1/cases/{id}/seal")]);
        Array.ForEach(unlisted, what => Console.WriteLine($"   !! not listed: {what}"));
        return findings
            .Equal("before them, the auditor's command ends with", before.ExitCode, 0)
            .Equal("corruptions that the auditor's command lists, by case and entry", all.Length - unlisted.Length, all.Length)
            .Equal("corruptions of whose case the service says that it is not intact", verdicts.Take(all.Length).Count(verdict => verdict.Status == 200 && !verdict.Body.Contains("\"intact\"", StringComparison.Ordinal)), all.Length)
            .None("sound cases that the command names, or that the service does not call intact", named.Count(one => !ids.Take(all.Length).Contains(one.Key)) + verdicts.Skip(all.Length).Count(verdict => !verdict.Body.Contains("\"intact\"", StringComparison.Ordinal)))
            .Equal("with them, it ends with", exitCode, 1);
    }

    // The last entry is gone although it was acknowledged. A clock then falls due of which the entries left say that it is a breach, and whoever recorded that would put it in the place of the one
    // that is gone; and so would whoever reserved a place for the case.
    private static async Task<Findings> EndCutOffAsync(House house)
    {
        var node = house.Any();
        using var ward = await Ward.OpenAsync(house.Database);
        var (id, place) = ((await ward.AdmitAsync(_ => node, 1))[0], await ward.RegisterPlaceAsync(() => node, "The end cut off"));
        var due = DateTimeOffset.UtcNow.AddSeconds(2);
        await ward.LeaveAsync(_ => node, [id], _ => due);
        await ward.ReviewAsync(() => node, id);
        var gone = await house.Database.AskAsync<long>($"select max(version) from cases.mt_events where stream_id = '{id}' and type = 'discharge-case.criteria-to-reside-reviewed.v1'");
        await house.Database.RunAsync($"delete from cases.mt_events where stream_id = '{id}' and version >= {gone}");
        var looked = false;
        for (var until = due.AddSeconds(20); !looked && DateTimeOffset.UtcNow < until; await Task.Delay(20))
        {
            looked = DateTimeOffset.UtcNow >= due && (IsSetAside(node, id) || await house.Database.AskAsync<long>($"select count(*) from discharge.clocks where case_id = '{id}' and rule = 'T01' and next_at <= now()") == 0);
        }

        var at = DateTimeOffset.UtcNow;
        using var reserved = await node.Http.PostAsync($"/v1/beds/{place}/reservations", JsonContent.Create(new { occurredAt = Node.Say(at), @case = id, until = Node.Say(at.AddDays(1)) }));
        var said = await reserved.Content.ReadAsStringAsync();
        var recorded = await house.Database.ListAsync($"select concat(version, ' ', type) from cases.mt_events where stream_id = '{id}' and version >= {gone} order by version", row => row.GetString(0));
        var named = EntriesIn((await Node.ProveAsync(house.Database)).Said);
        Console.WriteLine($"   The end of a case cut off, then its clock due: {(IsSetAside(node, id) ? "set aside" : "not set aside")}; a place for it: {(int)reserved.StatusCode} {said}; recorded since: {(recorded is [] ? "nothing" : string.Join(", ", recorded))}");
        return new Findings()
            .Equal("cases whose end is gone that the watch sets aside when their clock falls due", looked && IsSetAside(node, id) ? 1 : 0, 1)
            .None("places reserved for a case whose end is gone", reserved.IsSuccessStatusCode ? 1 : 0)
            .None("entries recorded in a case whose end is gone", recorded.Count)
            .Equal("cases whose end is gone of which the auditor's command says so still, by case and entry", IsNamed(named, id, gone) ? 1 : 0, 1);
    }

    private static bool IsSetAside(Node node, Guid id) => node.Said.Any(line => line.Contains($"{id}", StringComparison.Ordinal) && line.Contains("set aside", StringComparison.Ordinal));

    private static ILookup<Guid, int[]> EntriesIn(IReadOnlyList<string> proof) =>
        proof.Select(line => line.Split(' ')).Where(words => Guid.TryParse(words[0], out _)).ToLookup(words => Guid.Parse(words[0]), words => Array.ConvertAll(words[1].Split('-'), int.Parse));

    private static bool IsNamed(ILookup<Guid, int[]> named, Guid id, long entry) => named[id].Any(entries => entries[0] <= entry && entries[^1] >= entry);

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
