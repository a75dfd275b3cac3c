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
        if (plan.Asks("e1"))
        {
            await ReadAsync("e1", "a case", "the same rows by hand", Goal.RatioAtLeast(0.80), turn => $"/v1/discharge-cases/{ids[turn % ids.Count]}", turn => $"/cases/{ids[turn % ids.Count]}");
        }

        if (plan.Asks("e2"))
        {
            await ReadAsync("e2", $"a board of {OnAWard}", "the same rows by hand", Goal.RatioAtLeast(0.85), turn => $"/v1/wards/RTEST/Ward%20{turn % plan.Wards}/board", turn => $"/boards/Ward%20{turn % plan.Wards}");
        }

        if (plan.Asks("e3") || plan.Asks("e4"))
        {
            var id = (await Journeys.RecordAsync(product))[^1];
            var entries = await ward.Database.AskAsync<long>("select version from cases.mt_streams where id = $1", id);
            report.Note($"e3, e4: a case with {entries} entries. Its history is {await LengthAsync(product, $"/v1/cases/{id}/history")} bytes, with the clocks as they stand; the floor's {await LengthAsync(floor, $"/histories/{id}")}.");
            if (plan.Asks("e3"))
            {
                await ReadAsync("e3", $"{entries} entries as of any moment", "the same rows, System.Text.Json", Goal.RatioAtLeast(0.70), turn => $"/v1/cases/{id}/history?asOf={Moment(turn)}", turn => $"/as-of/{id}?at={Moment(turn)}");
            }

            if (plan.Asks("e4"))
            {
                await ReadAsync("e4", $"a history of {entries} entries", "a SELECT streamed", Goal.RatioAtLeast(0.70), _ => $"/v1/cases/{id}/history", _ => $"/histories/{id}");
                report.Note("e4: there is no export of all cases for auditors yet, so none is measured.");
            }
        }

        async Task ReadAsync(string part, string what, string beside, Goal goal, Func<int, string> ours, Func<int, string> least)
        {
            Console.WriteLine($"   warming up: {what}");
            await PeakAsync(product, ours, plan.Seconds * 2);
            await PeakAsync(floor, least, plan.Seconds * 2);
            var taken = await InTurn.TakeAllAsync(
                [$"{what}, reads/s", $"{what}, p50 ms", $"{what}, p99 ms", $"{what}, CPU µs"], plan, () => PeakAsync(product, ours, plan.Seconds), () => PeakAsync(floor, least, plan.Seconds));
            report.Add(new(part, $"reads of {what} at {AtOnce} callers", "/s", beside, goal, taken[0]));
            report.Add(new(part, $"p50 of {what} at {AtOnce} callers", "ms", beside, Goal.None, taken[1]));
            report.Add(new(part, $"p99 of {what} at {AtOnce} callers", "ms", beside, Goal.None, taken[2]));
            report.Add(new(part, $"processor time in the service for {what}", "µs", beside, Goal.None, taken[3]));
        }
    }

    // Anywhere in the three days of the journey.
    private static string Moment(int turn) => Uri.EscapeDataString(Pattern.Say(DateTimeOffset.UtcNow.AddDays(-3) + (TimeSpan.FromMinutes(7) * (turn % 600))));

    private static async Task<double[]> PeakAsync(Service service, Func<int, string> path, double seconds)
    {
        var turn = 0;
        var before = service.ProcessorTime;
        var peak = await ClosedLoop.RunAsync(service.Address, AtOnce, seconds, () => HttpConnection.Request("GET", path(Interlocked.Increment(ref turn)), service.Token));
        return [peak.PerSecond, peak.P50, peak.P99, (service.ProcessorTime - before).TotalMicroseconds / peak.Answers];
    }

    private static async Task<int> LengthAsync(Service service, string path)
    {
        using var connection = await HttpConnection.OpenAsync(service.Address);
        return await connection.SendAsync(HttpConnection.Request("GET", path, service.Token)) is 200 ? connection.LastLength : throw new InvalidOperationException(connection.LastText);
    }
}
