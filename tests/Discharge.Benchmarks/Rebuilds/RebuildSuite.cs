using System.Globalization;
using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Rebuilds;

/// <summary>f: everything that is shown written anew from the record, from nothing, and what people notice of it meanwhile.</summary>
internal static class RebuildSuite
{
    private const string Shown = "discharge.discharge_cases, discharge.clocks, discharge.person_links";

    // Every column of every row that does not change by itself within the hour.
    private const string Fingerprint =
        "select coalesce(md5(string_agg(md5(t::text), '' order by case_id)), '') from discharge.discharge_cases t where changes_at is null or changes_at > now() + interval '1 hour'";

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
        await using (var service = await Service.ProductAsync(database))
        {
            await Journeys.CopyAsync(database, await Journeys.RecordAsync(service), plan.Cases);
        }

        await database.DoAsync("vacuum analyze");
        var (before, differ, cpu) = ((string?)null, 0, new List<double>());
        await RebuildAsync();
        before = await database.AskAsync<string>(Fingerprint);
        var taken = await InTurn.TakeAsync("entries/s", plan, RebuildAsync, ScanAsync);
        report.Add(new("f", "entries a second, everything shown written anew from nothing", "/s", "a scan and System.Text.Json", Goal.Least(200_000, "/s"), taken));
        var (cases, entries) = (await database.AskAsync<long>("select count(*) from cases.mt_streams"), await database.AskAsync<long>("select count(*) from cases.mt_events"));
        report.Note($"f: {cases:#,0} cases with {entries:#,0} entries, {entries / (double)cases:0} each; {Figure.Median(cpu):0} µs of the program's processor time for a case. The floor reads the same entries in the same order on as many connections and turns them into facts; it folds nothing and writes nothing. Rows that were not, to the letter, what they had been: {(differ == 0 ? "none" : $"IN {differ} RUNS SOME")}.");
        report.Holds &= differ == 0;
        await MeanwhileAsync(database, pattern, plan, report);

        async Task<double> RebuildAsync()
        {
            await database.DoAsync($"truncate {Shown}");
            await database.DoAsync("checkpoint");
            var last = string.Empty;
            var spent = await Service.RunAsync(["Discharge.Api.dll", "rebuild"], database, line => last = line.Contains(" entries in ", StringComparison.Ordinal) ? line : last);
            await database.DoAsync("vacuum analyze discharge.discharge_cases");
            differ += before is null || await database.AskAsync<string>(Fingerprint) == before ? 0 : 1;
            cpu.Add(spent.TotalMicroseconds / await database.AskAsync<long>("select count(*) from cases.mt_streams"));
            return Rate(last);
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
        var callers = new Callers(service, new Ward(database, pattern), Callers.Product);
        Console.WriteLine("   warming up");
        await callers.WarmUpAsync(plan);
        var (rate, early, late) = ((await callers.PeakAsync(plan.Seconds)).PerSecond / 4, 0, 0.0);
        var taken = await InTurn.TakeAllAsync(["p50 ms", "p99 ms"], plan, MeanwhileAsync, AloneAsync);
        report.Add(new("f", $"p50 of {rate:0} commands/s meanwhile", "ms", "the same without", Goal.None, taken[0]));
        report.Add(new("f", $"p99 of {rate:0} commands/s meanwhile", "ms", "the same without", Goal.RatioAtMost(1.5), taken[1]));
        report.Holds &= late <= Load.Latencies.MostOwnLateness;
        report.Note($"f: a quarter of the peak, open loop; writing anew takes both cores while it lasts. The caller's own lateness was {late:0.00} ms at p99 in its worst run{(late <= Load.Latencies.MostOwnLateness ? string.Empty : ", MORE THAN IT MAY BE: these latencies are not valid")}. It was over before the commands were in {early} of {plan.Pairs} runs.");

        async Task<double[]> MeanwhileAsync()
        {
            var begun = new TaskCompletionSource();
            var rebuilding = Service.RunAsync(["Discharge.Api.dll", "rebuild"], database, line => _ = line.Contains(" entries in ", StringComparison.Ordinal) && begun.TrySetResult());
            await Task.WhenAny(begun.Task, rebuilding);
            var found = await AloneAsync();
            early += rebuilding.IsCompleted ? 1 : 0;
            await rebuilding;
            return found;
        }

        async Task<double[]> AloneAsync()
        {
            var found = await callers.AtRateAsync(rate, plan.Seconds, seed: 11);
            late = Math.Max(late, found.OwnLateness);
            return [found.P50, found.P99];
        }
    }

    // "... 80,000 entries a second"
    private static double Rate(string line) => double.Parse(line.Split(' ')[^4], NumberStyles.Number, CultureInfo.InvariantCulture);
}
