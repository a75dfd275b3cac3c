using System.Diagnostics;
using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Starts;

/// <summary>h: how long a start takes, and how much memory is held.</summary>
internal static class StartSuite
{
    private const int AtOnce = 16;

    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var pattern = await Pattern.MakeAsync(databases);
        var (ours, floors) = (new Ward(await databases.MakeAsync("h_product", pattern.Database), pattern), new Ward(await databases.MakeAsync("h_floor", pattern.Database), pattern));
        // Publishing takes a minute, and a quick run is not to show how long a start takes.
        var folder = plan.IsQuick ? AppContext.BaseDirectory : await Published.MakeAsync("tests/Discharge.Benchmarks", Clone.Own("Discharge.Benchmarks", "published"));
        // Both programs are read from the disk once before.
        await ProductAsync();
        await FloorAsync();
        var taken = await InTurn.TakeAllAsync(
            ["first answer s", "first command s", "idle MB", "at load MB"],
            plan,
            ProductAsync,
            FloorAsync);
        report.Add(new("h", "from start to first answer", "s", "a minimal API", Goal.RatioAtMost(2), taken[0]));
        report.Add(new("h", "from start to first command", "s", "the same statements by hand", Goal.RatioAtMost(2), taken[1]));
        report.Add(new("h", "resident memory before the first command", "MB", "a minimal API", Goal.None, taken[2]));
        report.Add(new("h", $"resident memory after a load of {AtOnce} callers", "MB", "a minimal API", Goal.Most(350, "MB"), taken[3]));
        report.Note($"h: both {(plan.IsQuick ? "run as they were built, not as they are deployed" : "are published and compiled ahead of time for this system, as they are deployed")}; the product starts as it does in Development, so it also looks whether migrations are to be applied, and both make the key that signs their tokens. Files are in the system's cache; the collector is the server's, as shipped.");

        Task<Measured> ProductAsync() => OnceAsync(() => Service.ProductAsync(ours.Database, folder), ours, Callers.Product, "/health/live");

        Task<Measured> FloorAsync() => OnceAsync(() => Service.FloorAsync(floors.Database, folder), floors, "/by-hand/{0}", "/ping");

        async Task<Measured> OnceAsync(Func<Task<Service>> start, Ward ward, string path, string live)
        {
            await ward.HaveAsync(5_000 * plan.Seconds);
            await Callers.SettleAsync(ward);
            await using var service = await start();
            using (var connection = await HttpConnection.OpenAsync(service.Address))
            {
                if (await connection.SendAsync(HttpConnection.Request("GET", live)) != 200)
                {
                    throw new InvalidOperationException(connection.LastText);
                }
            }

            var answered = Stopwatch.GetElapsedTime(service.Begun).TotalSeconds;
            var idle = service.ResidentBytes / 1e6;
            var callers = new Callers(service, ward, path);
            await callers.OneByOneAsync(1);
            var commanded = Stopwatch.GetElapsedTime(service.Begun).TotalSeconds;
            await callers.OneByOneAsync(100);
            var peak = await callers.PeakAsync(plan.Seconds);
            return peak.Measure(answered, commanded, idle, service.ResidentBytes / 1e6);
        }
    }
}
