using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Clocks;

/// <summary>g: the clocks.</summary>
internal static class ClockSuite
{
    public static async Task RunAsync(Databases databases, Plan plan, Report report)
    {
        var pattern = await Pattern.MakeAsync(databases);
        var many = new Ward(await databases.MakeAsync("g_many", pattern.Database), pattern);
        await many.AddClocksAsync(plan.Clocks);
        var floors = new Ward(await databases.MakeAsync("g_floor", many.Database), pattern);
        report.Note($"g: {plan.Clocks:#,0} running clocks lie in the database of the product and in that of the floor; the cases of those that fall due, and of those that get a command, exist in full.");

        if (plan.Asks("g1"))
        {
            await CostOnACommandAsync(databases, pattern, many, plan, report);
        }

        if (plan.Asks("g2"))
        {
            await SteadyDueUnderLoad.RunAsync(many, floors, plan, report);
        }

        if (plan.Asks("g3"))
        {
            await DueAtOneInstant.RunAsync(databases, many, floors, plan, report);
        }

        if (plan.Asks("g4"))
        {
            await IdleAsync(databases, many, floors, plan, report);
        }

        if (plan.Asks("g5"))
        {
            await OverdueAfterAnOutage.RunAsync(many, floors, plan, report);
        }
    }

    private static async Task CostOnACommandAsync(Databases databases, Pattern pattern, Ward many, Plan plan, Report report)
    {
        var none = new Ward(await databases.MakeAsync("g_none", pattern.Database), pattern);
        await using var withClocks = await Service.ProductAsync(many.Database);
        await using var without = await Service.ProductAsync(none.Database);
        var (with, beside) = (new Callers(withClocks, many, Callers.Product), new Callers(without, none, Callers.Product));
        Console.WriteLine("   warming up");
        await with.WarmUpAsync(plan);
        await beside.WarmUpAsync(plan);
        // What is known of a table that was empty a moment ago would decide how it is read.
        await many.Database.DoAsync("vacuum analyze");
        await none.Database.DoAsync("vacuum analyze");
        report.Add(new(
            "g1",
            $"commands with {plan.Clocks:#,0} running clocks",
            "/s",
            "the product with none",
            Goal.RatioAtLeast(0.92),
            await InTurn.TakeAsync("commands/s", plan, async () => (await with.PeakAsync(plan.Seconds)).PerSecond, async () => (await beside.PeakAsync(plan.Seconds)).PerSecond)));
        report.Note("g1: both sides are the product; each command starts two clocks, so it is the dearest command that clocks can be dear to.");
    }

    private static async Task IdleAsync(Databases databases, Ward many, Ward floors, Plan plan, Report report)
    {
        var quiet = TimeSpan.FromSeconds(Math.Max(3, plan.Seconds * 2));
        await using var product = await Service.ProductAsync(many.Database);
        await using var floor = await Service.FloorAsync(floors.Database);
        await Breaches.SettleAsync(many.Database, TimeSpan.FromSeconds(1));
        // What ran at the start is compiled once more in the background for some minutes, the more slowly the less is done.
        Console.WriteLine("   waiting for it to be quiet");
        await Task.Delay(plan.IsQuick ? TimeSpan.FromSeconds(3) : TimeSpan.FromMinutes(3));
        var databaseShare = new List<double>();
        var taken = await InTurn.TakeAsync("% of a core", plan, () => ShareAsync(product), () => ShareAsync(floor));
        report.Add(new("g4", $"idle service with {plan.Clocks:#,0} running clocks", Figure.ShareOfACore, "an idle minimal API (0 is less than a tick)", Goal.Most(0.5, "%"), taken));
        report.Note($"g4: quiet windows of {quiet.TotalSeconds:0} s; one tick of the processor clock is 10 ms, so {1 / quiet.TotalSeconds:0.00} %. The database's own share in all these windows was {Figure.Median(databaseShare):0.00} % of a core, its own upkeep with it.");

        async Task<double> ShareAsync(Service service)
        {
            var (ours, all) = (service.ProcessorTime, Machine.ProcessorTime(databases.ServerProcess, withChildren: true));
            await Task.Delay(quiet);
            databaseShare.Add((Machine.ProcessorTime(databases.ServerProcess, withChildren: true) - all) / quiet * 100);
            return (service.ProcessorTime - ours) / quiet * 100;
        }
    }
}
