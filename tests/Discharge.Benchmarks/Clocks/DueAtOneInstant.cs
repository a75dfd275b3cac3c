using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Floors;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;
using Discharge.Persistence;

namespace Discharge.Benchmarks.Clocks;

/// <summary>g3: ten thousand clocks fall due at one instant.</summary>
internal static class DueAtOneInstant
{
    private const int Due = 10_000;

    public static async Task RunAsync(Databases databases, Ward many, Ward floors, Plan plan, Report report)
    {
        await using var product = await Service.ProductAsync(many.Database);
        await using var pool = Connections.Open(floors.Database.Application);
        using var over = new CancellationTokenSource();
        var watching = new RawWatch(pool).RunAsync(over.Token);
        var (faults, ahead) = (0L, TimeSpan.FromSeconds(plan.IsQuick ? 12 : 30));
        var (cpu, inDatabase, floorInDatabase) = (new List<double>(), new List<double>(), new List<double>());
        Console.WriteLine("   warming up");
        await OnceAsync(many, Due / 2);
        await OnceAsync(floors, Due / 2);
        report.Add(new(
            "g3", $"{Due:#,0} due at one instant, until the last breach is committed", "s", "plain SQL in batches", Goal.Most(1, "s"), await InTurn.TakeAsync("last breach committed, s", plan, () => OnceAsync(many, Due), () => OnceAsync(floors, Due))));
        await over.CancelAsync();
        await watching;
        report.Holds &= faults == 0;
        report.Note($"g3: processor time for a breach of the product: {Figure.Median(cpu):0} µs in the service and {Figure.Median(inDatabase):0} µs in the database; for one of the floor {Figure.Median(floorInDatabase):0} µs in the database. Breaches missed, doubled or early: {faults}. The floor writes event, stream version and clock row; the product also reads and folds each history, decides, gives its notices and writes the view and the board.");

        async Task<double> OnceAsync(Ward ward, int people)
        {
            var filling = System.Diagnostics.Stopwatch.StartNew();
            var due = DateTimeOffset.UtcNow + ahead;
            var mark = await Breaches.MarkAsync(ward.Database);
            await ward.LeaveAsync(people, due, TimeSpan.Zero);
            SteadyDueUnderLoad.InTime(due.AddSeconds(-2));
            await ward.Database.DoAsync("checkpoint");
            await ward.Database.DoAsync("analyze discharge.clocks");
            SteadyDueUnderLoad.InTime(due);
            // As long as it has to be for this machine, and twice that to be safe.
            ahead = TimeSpan.FromSeconds(Math.Clamp(filling.Elapsed.TotalSeconds * 3, 5, 60));
            await Task.Delay(due - DateTimeOffset.UtcNow);
            var (service, server) = (product.ProcessorTime, Machine.ProcessorTime(databases.ServerProcess, withChildren: true));
            await Task.Delay(300);
            await Breaches.SettleAsync(ward.Database, TimeSpan.FromMilliseconds(200));
            var serverEach = (Machine.ProcessorTime(databases.ServerProcess, withChildren: true) - server).TotalMicroseconds / people;
            (ward == many ? inDatabase : floorInDatabase).Add(serverEach);
            if (ward == many)
            {
                cpu.Add((product.ProcessorTime - service).TotalMicroseconds / people);
            }

            var breaches = await Breaches.SinceAsync(ward.Database, mark);
            faults += Math.Abs(people - breaches.Recorded) + breaches.Doubled + breaches.Early;
            return breaches.Visible[2] / 1000;
        }
    }
}
