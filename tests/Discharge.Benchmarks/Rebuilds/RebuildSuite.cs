using System.Diagnostics;
using System.Globalization;
using Discharge.Benchmarks.Clocks;
using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Rebuilds;

/// <summary>f: everything that is shown written anew from the record, from nothing, and what people notice of it meanwhile.</summary>
internal static class RebuildSuite
{
    private const string Shown = "discharge.discharge_cases, discharge.clocks, discharge.person_links";

    // Every column of every row of cases and clocks that do not change by themselves within the hour, and of the links between people; of all cases, or of some.
    private const string Fingerprint =
        """
        with shown as materialized (
            select case_id from discharge.discharge_cases where (changes_at is null or changes_at > $2) and (case_id = any ($1) or $1 = '{}'))
        select concat_ws(' ',
            (select coalesce(md5(string_agg(md5(t::text), '' order by t.case_id)), 'none') from discharge.discharge_cases t join shown using (case_id)),
            (select coalesce(md5(string_agg(md5(t::text), '' order by t.case_id, t.rule, t.started_by)), 'none') from discharge.clocks t join shown using (case_id) where next_at is null or next_at > $2),
            (select coalesce(md5(string_agg(md5(t::text), '' order by t::text)), 'none') from discharge.person_links t),
            (select count(*) from shown))
        """;

    // The same work as one statement of the database that works nothing out: every entry read, and those of a case laid down together.
    private const string InTheDatabase = "create temp table laid_down as select stream_id, jsonb_agg(data order by version) as facts, max(version) as version from cases.mt_events group by stream_id";

    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var pattern = await Pattern.MakeAsync(databases);
        if (plan.Asks("f"))
        {
            await FromNothingAsync(databases, pattern, plan, report);
        }

        if (plan.Asks("f2"))
        {
            await BeingTold.RunAsync(databases, pattern, plan, report);
        }
    }

    private static async Task FromNothingAsync(Databases databases, Pattern pattern, Plan plan, Report report)
    {
        var database = await databases.MakeAsync("f", pattern.Database);
        var within = DateTimeOffset.UtcNow.AddHours(1);
        List<Guid> journeys;
        string told;
        await using (var service = await Service.ProductAsync(database))
        {
            journeys = await Journeys.RecordAsync(service);
            // What the watch had still to say of them is said.
            await Breaches.SettleAsync(database, TimeSpan.FromMilliseconds(250));
            told = await FingerprintAsync(journeys);
            await Journeys.CopyAsync(database, journeys, plan.Cases);
        }

        await database.DoAsync("vacuum analyze");
        var (before, differ, cpu) = ((string?)null, new SortedSet<string>(StringComparer.Ordinal), new List<double>());
        await RebuildAsync();
        before = await FingerprintAsync([]);
        var taken = await InTurn.TakeAllAsync(
            ["entries/s", "entries/s beside SQL"],
            plan,
            async () =>
            {
                var rate = await RebuildAsync();
                return new(rate, rate);
            },
            async () => new(await ScanAsync(), await LayDownAsync()));
        report.Add(new("f", "entries a second, everything shown written anew from nothing", "/s", "a scan and System.Text.Json", Goal.Least(200_000, "/s"), taken[0]));
        report.Add(new("f", "entries a second, everything shown written anew from nothing", "/s", "one statement that lays each case's entries down together", Goal.None, taken[1]));
        var (cases, entries) = (await database.AskAsync<long>("select count(*) from cases.mt_streams"), await database.AskAsync<long>("select count(*) from cases.mt_events"));
        report.Note($"f: {cases:#,0} cases with {entries:#,0} entries, {entries / (double)cases:0} each; {Figure.Median(cpu):0} µs of the program's processor time for a case. The floor reads the same entries in the same order on as many connections and parses each; it folds nothing and writes nothing. The rows of cases, clocks and links that commands had written of {journeys.Count} journeys came out to the letter in every run, and all rows as the time before: {(differ is { Count: 0 } ? "yes" : $"NO, THERE DIFFER {string.Join(", ", differ)}")}.");
        report.Holds &= differ is { Count: 0 };
        await MeanwhileAsync(database, pattern, plan, report);

        async Task<double> RebuildAsync()
        {
            await database.DoAsync($"truncate {Shown}");
            await database.DoAsync("checkpoint");
            var last = string.Empty;
            var spent = await Service.RunAsync(["Discharge.Api.dll", "rebuild"], database, line => last = line.Contains(" entries in ", StringComparison.Ordinal) ? line : last);
            await database.DoAsync("vacuum analyze discharge.discharge_cases");
            differ.UnionWith(Differences(told, await FingerprintAsync(journeys), "as commands wrote them"));
            differ.UnionWith(before is null ? [] : Differences(before, await FingerprintAsync([]), "as the time before"));
            cpu.Add(spent.TotalMicroseconds / await database.AskAsync<long>("select count(*) from cases.mt_streams"));
            return Rate(last);
        }

        Task<string> FingerprintAsync(List<Guid> of) => database.AskAsync<string>(Fingerprint, of.ToArray(), within);

        async Task<double> LayDownAsync()
        {
            var watch = Stopwatch.StartNew();
            await database.DoAsync(InTheDatabase);
            var rate = await database.AskAsync<long>("select count(*) from cases.mt_events") / watch.Elapsed.TotalSeconds;
            return rate;
        }

        async Task<double> ScanAsync()
        {
            var last = string.Empty;
            await Service.RunAsync(["Discharge.Benchmarks.dll", "scan"], database, line => last = line);
            return Rate(last);
        }
    }

    private static async Task MeanwhileAsync(Database database, Pattern pattern, Plan plan, Report report)
    {
        await using var service = await Service.ProductAsync(database);
        var ward = new Ward(database, pattern);
        var callers = new Callers(service, ward, Callers.Product);
        Console.WriteLine("   warming up");
        await callers.WarmUpAsync(plan);
        var (rate, early) = ((await callers.PeakAsync(plan.Seconds)).PerSecond / 4, 0);
        await TakeAsync("beside work", Goal.RatioAtMost(1.5), "--beside-work");
        await TakeAsync("on all cores", Goal.None);

        async Task TakeAsync(string how, Goal goal, params string[] arguments)
        {
            (early, var rates) = (0, new List<double>());
            var taken = await InTurn.TakeAllAsync([$"{how}, p50 ms", $"{how}, p99 ms"], plan.Patient, MeanwhileAsync, AloneAsync, eitherFirst: true);
            report.Add(new("f", $"p50 of {rate:0} commands/s meanwhile, {how}", "ms", "the same without", Goal.None, taken[0]));
            report.Add(new("f", $"p99 of {rate:0} commands/s meanwhile, {how}", "ms", "the same without", goal, taken[1]));
            report.Note($"f, {how}: a quarter of the peak, open loop; in its first seconds {Figure.Median(rates):#,0} entries a second are written anew. Pairs begin with either side in turn, and each side with the tables vacuumed and all pages on the disk. The caller's own lateness was {taken[0].Max(pair => pair.OwnLateness):0.00} ms at p99 in its worst run. It was over before the commands were in {early} runs.");

            async Task<Measured> MeanwhileAsync()
            {
                await SettleAsync();
                using var enough = new CancellationTokenSource();
                var (begun, last) = (new TaskCompletionSource(), string.Empty);
                var rebuilding = Service.RunAsync(["Discharge.Api.dll", "rebuild", .. arguments], database, Hear, enough.Token);
                await Task.WhenAny(begun.Task, rebuilding);
                var found = await SendAsync();
                early += rebuilding.IsCompleted ? 1 : 0;
                // It may be ended at any moment, and here has done what it was begun for.
                await enough.CancelAsync();
                await rebuilding;
                rates.Add(Rate(last));
                return found;

                void Hear(string line)
                {
                    if (line.Contains(" entries in ", StringComparison.Ordinal))
                    {
                        last = line;
                        begun.TrySetResult();
                    }
                }
            }
        }

        async Task<Measured> AloneAsync()
        {
            await SettleAsync();
            return await SendAsync();
        }

        // What the other side, and admitting people, left to be tidied up is tidied up by nobody's measurement.
        async Task SettleAsync()
        {
            await ward.HaveAsync(Callers.PeopleFor(rate, plan.Seconds));
            await database.DoAsync("vacuum analyze");
            await database.DoAsync("checkpoint");
        }

        async Task<Measured> SendAsync()
        {
            var found = await callers.AtRateAsync(rate, plan.Seconds, seed: 11);
            return found.Measure(found.P50, found.P99);
        }
    }

    private static IEnumerable<string> Differences(string was, string now, string what) =>
        was.Split(' ').Zip(now.Split(' '), ["cases", "clocks", "links", "how many cases"]).Where(part => part.First != part.Second).Select(part => $"{part.Third} {what}");

    // "... 80,000 entries a second"
    private static double Rate(string line) => double.Parse(line.Split(' ')[^4], NumberStyles.Number, CultureInfo.InvariantCulture);
}
