using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Reads;

/// <summary>e: what screens read.</summary>
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

        // Nothing is written, so both may read the same rows.
        await using var product = await Service.ProductAsync(ward.Database);
        await using var floor = await Service.FloorAsync(ward.Database);
        report.Note($"e: {plan.Wards} wards of {OnAWard} people. An answer of the product is {await LengthAsync(product, $"/v1/discharge-cases/{ids[^1]}")} bytes for a case and {await LengthAsync(product, "/v1/wards/RTEST/Ward%201/board")} for a board, the floor's {await LengthAsync(floor, $"/cases/{ids[^1]}")} and {await LengthAsync(floor, "/boards/Ward%201")}.");
        if (plan.Asks("e1"))
        {
            await ReadAsync("e1", "a case", Goal.RatioAtLeast(0.80), turn => $"/v1/discharge-cases/{ids[turn % ids.Count]}", turn => $"/cases/{ids[turn % ids.Count]}");
        }

        if (plan.Asks("e2"))
        {
            await ReadAsync("e2", $"a board of {OnAWard}", Goal.RatioAtLeast(0.85), turn => $"/v1/wards/RTEST/Ward%20{turn % plan.Wards}/board", turn => $"/boards/Ward%20{turn % plan.Wards}");
        }

        async Task ReadAsync(string part, string what, Goal goal, Func<int, string> ours, Func<int, string> least)
        {
            Console.WriteLine($"   warming up: {what}");
            await PeakAsync(product, ours, plan.Seconds * 2);
            await PeakAsync(floor, least, plan.Seconds * 2);
            var taken = await InTurn.TakeAllAsync(
                [$"{what}, reads/s", $"{what}, p99 ms", $"{what}, CPU µs"], plan.Pairs, () => PeakAsync(product, ours, plan.Seconds), () => PeakAsync(floor, least, plan.Seconds));
            report.Add(new(part, $"reads of {what} at {AtOnce} callers", "/s", "the same rows by hand", goal, taken[0]));
            report.Add(new(part, $"p99 of {what} at {AtOnce} callers", "ms", "the same rows by hand", Goal.None, taken[1]));
            report.Add(new(part, $"processor time in the service for {what}", "µs", "the same rows by hand", Goal.None, taken[2]));
        }
    }

    private static async Task<double[]> PeakAsync(Service service, Func<int, string> path, double seconds)
    {
        var turn = 0;
        var before = service.ProcessorTime;
        var peak = await ClosedLoop.RunAsync(service.Address, AtOnce, seconds, () => HttpConnection.Request("GET", path(Interlocked.Increment(ref turn)), service.Token));
        return [peak.PerSecond, peak.P99, (service.ProcessorTime - before).TotalMicroseconds / peak.Answers];
    }

    private static async Task<int> LengthAsync(Service service, string path)
    {
        using var connection = await HttpConnection.OpenAsync(service.Address);
        return await connection.SendAsync(HttpConnection.Request("GET", path, service.Token)) is 200 ? connection.LastLength : throw new InvalidOperationException(connection.LastText);
    }
}
