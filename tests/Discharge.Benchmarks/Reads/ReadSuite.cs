using System.Globalization;
using System.Text.Json.Nodes;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Reads;

/// <summary>e: what screens and auditors read.</summary>
internal static class ReadSuite
{
    private const int OnAWard = 500;

    private const int AtOnce = 16;

    private const int MostKnown = 500;

    private const int Moments = 60;

    // Several times as many as a node keeps in memory.
    private const int Histories = 1_000;

    private const string ByHand = "the same rows by hand, the look on record";

    private const string OffRecord = "the same rows by hand, nothing on record";

    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var pattern = await Pattern.MakeAsync(databases);
        var ward = new Ward(await databases.MakeAsync("e", pattern.Database), pattern);
        Console.WriteLine($"   {plan.Wards} wards of {OnAWard} people");
        await ward.AdmitAsync(plan.Wards * OnAWard, plan.Wards);
        await ward.Database.DoAsync("vacuum analyze");
        await ward.Database.DoAsync("checkpoint");
        var ids = await ward.Database.ListAsync<Guid>("select case_id from discharge.discharge_cases order by case_id");

        // Nothing is written while it is measured, so both may read the same rows.
        await using var product = await Service.ProductAsync(ward.Database);
        await using var floor = await Service.FloorAsync(ward.Database);
        report.Note($"e: {plan.Wards} wards of {OnAWard} people. An answer of the product is {await LengthAsync(product, $"/v1/discharge-cases/{ids[^1]}")} bytes for a case and {await LengthAsync(product, "/v1/wards/RTEST/Ward%201/board")} for a board, the floor's {await LengthAsync(floor, $"/cases/{ids[^1]}")} and {await LengthAsync(floor, "/boards/Ward%201")}.");
        Screen one = new("a case", turn => $"/v1/discharge-cases/{ids[turn % ids.Count]}", turn => $"/cases/{ids[turn % ids.Count]}");
        Screen board = new($"a board of {OnAWard}", turn => $"/v1/wards/RTEST/Ward%20{turn % plan.Wards}/board", turn => $"/boards/Ward%20{turn % plan.Wards}");
        if (plan.Asks("e1"))
        {
            await ReadAsync("e1", one, ByHand, Goal.RatioAtLeast(0.80), Goal.Most(5, "ms"), PartOfPeak.All);
            await OffRecordAsync("e1", one, Goal.RatioAtLeast(0.80));
            await UnchangedAsync("e1", one, ids.Count, Goal.RatioAtLeast(1.5));
        }

        if (plan.Asks("e2"))
        {
            await ReadAsync("e2", board, ByHand, Goal.RatioAtLeast(0.85), Goal.Most(15, "ms"), PartOfPeak.Half);
            await OffRecordAsync("e2", board, Goal.RatioAtLeast(0.85));
            await UnchangedAsync("e2", board, plan.Wards, Goal.RatioAtLeast(3));
        }

        if (plan.Asks("e3") || plan.Asks("e4"))
        {
            var id = (await Journeys.RecordAsync(product))[^1];
            var entries = await ward.Database.AskAsync<long>("select version from cases.mt_streams where id = $1", id);
            var copies = await Journeys.CopyAsync(ward.Database, id, plan.IsQuick ? Histories / 10 : Histories);
            report.Note($"e3, e4: a case with {entries} entries, read again and again, and {copies.Count} copies of it in turn, {copies.Count * entries:#,0} entries. Its history is {await LengthAsync(product, $"/v1/cases/{id}/history")} bytes, with the clocks as they stand; the floor's {await LengthAsync(floor, $"/histories/{id}")}.");
            if (plan.Asks("e3"))
            {
                Screen asOf = new($"{entries} entries as of any moment", turn => $"/v1/cases/{id}/history?asOf={Moment(turn)}", turn => $"/as-of/{id}?at={Moment(turn)}");
                var differ = await DifferAsync(asOf);
                report.Holds &= differ == 0;
                report.Note($"e3: of {Moments} moments there were {differ} at which the product did not answer the facts that the floor reads in the rows up to then.");
                const string Parsed = "the same rows, System.Text.Json, the look on record";
                await ReadAsync("e3", asOf, Parsed, Goal.RatioAtLeast(0.70), Goal.Most(3, "ms"), PartOfPeak.Half);
                Screen inTurn = new(
                    $"{copies.Count} times {entries} entries as of any moment",
                    turn => $"/v1/cases/{copies[turn % copies.Count]}/history?asOf={Moment(turn)}",
                    turn => $"/as-of/{copies[turn % copies.Count]}?at={Moment(turn)}");
                await ReadAsync("e3", inTurn, Parsed, Goal.RatioAtLeast(0.70), Goal.Most(3, "ms"), PartOfPeak.Half);
                await HeldAsync("e3", inTurn, copies.Count);
            }

            if (plan.Asks("e4"))
            {
                const string Streamed = "a SELECT streamed, the look on record";
                await ReadAsync("e4", new($"a history of {entries} entries", _ => $"/v1/cases/{id}/history", _ => $"/histories/{id}"), Streamed, Goal.RatioAtLeast(0.70), Goal.None, PartOfPeak.Half);
                await ReadAsync(
                    "e4",
                    new($"{copies.Count} histories of {entries} entries", turn => $"/v1/cases/{copies[turn % copies.Count]}/history", turn => $"/histories/{copies[turn % copies.Count]}"),
                    Streamed,
                    Goal.RatioAtLeast(0.70),
                    Goal.None,
                    PartOfPeak.Half);
                report.Note("e4: there is no export of all cases for auditors yet, so none is measured.");
            }
        }

        async Task ReadAsync(string part, Screen screen, string beside, Goal goal, Goal atHalf, params PartOfPeak[] rates)
        {
            Console.WriteLine($"   warming up: {screen.What}");
            await PeakAsync(product, Asking(product, screen.Ours), plan.Seconds * 2);
            await PeakAsync(floor, Asking(floor, screen.Least), plan.Seconds * 2);
            var taken = await InTurn.TakeAllAsync(
                [$"{screen.What}, reads/s", $"{screen.What}, p50 ms", $"{screen.What}, p99 ms", $"{screen.What}, CPU µs"],
                plan,
                () => PeakAsync(product, Asking(product, screen.Ours), plan.Seconds),
                () => PeakAsync(floor, Asking(floor, screen.Least), plan.Seconds));
            report.Add(new(part, $"reads of {screen.What} at {AtOnce} callers", "/s", beside, goal, taken[0]));
            report.Add(new(part, $"p50 of {screen.What} at {AtOnce} callers", "ms", beside, Goal.None, taken[1]));
            report.Add(new(part, $"p99 of {screen.What} at {AtOnce} callers", "ms", beside, Goal.None, taken[2]));
            report.Add(new(part, $"processor time in the service for {screen.What}", "µs", beside, Goal.None, taken[3]));
            var most = Figure.Median([.. taken[0].Select(pair => pair.Product)]);
            foreach (var of in rates)
            {
                var rate = most * of.Share;
                var slow = await InTurn.TakeAllAsync(
                    [$"{screen.What} at {rate:0}/s, p50 ms", $"{screen.What} at {rate:0}/s, p99 ms"], plan, () => AtRateAsync(product, screen.Ours, rate), () => AtRateAsync(floor, screen.Least, rate));
                report.Add(new(part, $"p50 of {screen.What} at {rate:0}/s, {of.Words} of the peak", "ms", beside, Goal.None, slow[0]));
                report.Add(new(part, $"p99 of {screen.What} at {rate:0}/s, {of.Words} of the peak", "ms", beside, of == PartOfPeak.Half ? atHalf : Goal.None, slow[1]));
            }
        }

        // What both hold when each of many has been read, and whatever was read before them here.
        async Task HeldAsync(string part, Screen screen, int different)
        {
            var held = await InTurn.TakeAsync("held, MB", plan, () => HeldByAsync(product, screen.Ours, different), () => HeldByAsync(floor, screen.Least, different));
            report.Add(new(part, $"resident memory after {screen.What}, each read", "MB", "the floor's process after the same", Goal.Most(350, "MB"), held));
        }

        // What it comes to beside a floor that lets anybody look without a trace.
        async Task OffRecordAsync(string part, Screen screen, Goal goal)
        {
            var taken = await InTurn.TakeAllAsync(
                [$"{screen.What}, beside nothing on record, /s"],
                plan,
                async () => Rate(await PeakAsync(product, Asking(product, screen.Ours), plan.Seconds)),
                async () => Rate(await PeakAsync(floor, Asking(floor, turn => $"/off-record{screen.Least(turn)}"), plan.Seconds)));
            report.Add(new(part, $"reads of {screen.What} at {AtOnce} callers", "/s", OffRecord, goal, taken[0]));
        }

        // Whoever has the answer already and asks whether it still stands, beside reading it whole from the floor.
        async Task UnchangedAsync(string part, Screen screen, int different, Goal goal)
        {
            var known = await TagsAsync(Enumerable.Range(0, Math.Min(different, MostKnown)).Select(screen.Ours));
            var taken = await InTurn.TakeAllAsync(
                [$"{screen.What}, unchanged, /s"],
                plan,
                async () => Rate(await PeakAsync(product, turn => HttpConnection.Request("GET", screen.Ours(turn % known.Length), product.Token, known: known[turn % known.Length]), plan.Seconds)),
                async () => Rate(await PeakAsync(floor, Asking(floor, screen.Least), plan.Seconds)));
            report.Add(new(part, $"answers that {screen.What} is unchanged (304) at {AtOnce} callers", "/s", "the floor's whole answers", goal, taken[0]));
        }

        async Task<string[]> TagsAsync(IEnumerable<string> paths)
        {
            using var connection = await HttpConnection.OpenAsync(product.Address);
            var tags = new List<string>();
            foreach (var path in paths)
            {
                await connection.SendAsync(HttpConnection.Request("GET", path, product.Token));
                tags.Add(connection.LastText.Split("ETag: ")[1].Split("\r\n")[0]);
            }

            return [.. tags];
        }

        async Task<Measured> AtRateAsync(Service service, Func<int, string> path, double rate)
        {
            var (turn, asking) = (0, Asking(service, path));
            var found = await OpenLoop.RunAsync(service.Address, ArrivalPlan.Poisson(rate, TimeSpan.FromSeconds(plan.Seconds), seed: 13), () => asking(++turn));
            return found.Measure(found.P50, found.P99);
        }

        async Task<int> DifferAsync(Screen asOf)
        {
            using var ours = await HttpConnection.OpenAsync(product.Address);
            using var least = await HttpConnection.OpenAsync(floor.Address);
            var differ = 0;
            for (var turn = 0; turn < Moments; turn++)
            {
                var (shown, stored) = (await JsonAsync(ours, Asking(product, asOf.Ours)(turn)), await JsonAsync(least, Asking(floor, asOf.Least)(turn)));
                differ += Plain(new JsonArray([.. shown["entries"]!.AsArray().Select(entry => entry!["fact"]!.DeepClone())])) == Plain(stored) ? 0 : 1;
            }

            return differ;
        }
    }

    private static Func<int, byte[]> Asking(Service service, Func<int, string> path) => turn => HttpConnection.Request("GET", path(turn), service.Token);

    private static Measured Rate(Measured all) => all with { Figures = all.Figures[..1] };

    // Anywhere in the three days of the journey.
    private static string Moment(int turn) => Uri.EscapeDataString(Pattern.Say(DateTimeOffset.UtcNow.AddDays(-3) + (TimeSpan.FromMinutes(7) * (turn % 600))));

    private static async Task<Measured> PeakAsync(Service service, Func<int, byte[]> request, double seconds)
    {
        var turn = 0;
        var before = service.ProcessorTime;
        var peak = await ClosedLoop.RunAsync(service.Address, AtOnce, seconds, () => request(Interlocked.Increment(ref turn)));
        return peak.Measure(peak.PerSecond, peak.P50, peak.P99, (service.ProcessorTime - before).TotalMicroseconds / peak.Answers);
    }

    private static async Task<double> HeldByAsync(Service service, Func<int, string> path, int different)
    {
        using var connection = await HttpConnection.OpenAsync(service.Address);
        for (var turn = 0; turn < different; turn++)
        {
            await service.TakeAsync(connection, Asking(service, path)(turn));
        }

        return service.ResidentBytes / 1e6;
    }

    private static async Task<JsonNode> JsonAsync(HttpConnection connection, byte[] request) =>
        await connection.SendAsync(request) is 200 ? JsonNode.Parse(connection.LastBody)! : throw new InvalidOperationException(connection.LastText);

    // The same moment is spelled with the offset of London where it is shown and in UTC where it is stored; and the fields of an object have no order.
    private static string Plain(JsonNode? node) => node switch
    {
        JsonObject fields => $"{{{string.Join(',', fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}:{Plain(field.Value)}"))}}}",
        JsonArray members => $"[{string.Join(',', members.Select(Plain))}]",
        JsonValue value when value.TryGetValue(out string? text) && text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment) => moment.UtcTicks.ToString(CultureInfo.InvariantCulture),
        null => "null",
        _ => node.ToJsonString(),
    };

    private static async Task<int> LengthAsync(Service service, string path)
    {
        using var connection = await HttpConnection.OpenAsync(service.Address);
        return await connection.SendAsync(HttpConnection.Request("GET", path, service.Token)) is 200 ? connection.LastLength : throw new InvalidOperationException(connection.LastText);
    }

    // What is read, where the product has it and where the floor does.
    private sealed record Screen(string What, Func<int, string> Ours, Func<int, string> Least);
}
