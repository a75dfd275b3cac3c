using System.Diagnostics;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Commands;

/// <summary>c3: what one command costs, counted: what is asked of the database, what it writes to its log, what is allocated, and whose time it takes.</summary>
internal sealed class CommandCost : IAsyncDisposable
{
    private const int Commands = 300;

    private const int WarmUp = 3_000;

    private const int SecondsAtRest = 2;

    private const int SecondsIdle = 5;

    private static readonly TimeSpan LittleInASecond = TimeSpan.FromMilliseconds(40);

    private readonly CountingProxy _proxy;
    private readonly Service _service;
    private readonly Callers _callers;
    private readonly Ward _ward;
    private readonly int _server;
    private double[] _idleEachSecond = [];

    private CommandCost(CountingProxy proxy, Service service, Ward ward, string path, int server) => (_proxy, _service, _callers, _ward, _server) = (proxy, service, new(service, ward, path), ward, server);

    /// <summary>The product beside both floors.</summary>
    public static async Task RunAsync(Databases databases, Ward ours, Ward floors, Plan plan, Report report)
    {
        await using var product = await StartAsync(databases, plan, ours, Callers.Product, through => Service.ProductAsync(ours.Database, through));
        await using var byHand = await StartAsync(databases, plan, floors, "/by-hand/{0}", through => Service.FloorAsync(floors.Database, through));
        await using var function = await StartAsync(databases, plan, floors, "/function/{0}", through => Service.FloorAsync(floors.Database, through));
        string[] what = ["round trips", "statements", "WAL bytes", "WAL bytes with whole pages", "allocated bytes", "CPU µs, service", "CPU µs, database"];
        foreach (var (name, least, goals) in ((string, CommandCost, Goal[])[])[
            ("the same statements by hand", byHand, [Goal.Most(3.2, ""), Goal.None, Goal.None, Goal.None, Goal.Most(40_000, "bytes"), Goal.None, Goal.None]),
            ("one function", function, [Goal.None, Goal.None, Goal.RatioAtMost(1.25), Goal.None, Goal.None, Goal.None, Goal.None])])
        {
            var taken = await InTurn.TakeAllAsync(what, plan, product.EachAsync, least.EachAsync);
            for (var figure = 0; figure < what.Length; figure++)
            {
                report.Add(new("c3", $"{what[figure]} of a command", Unit(what[figure]), name, goals[figure], taken[figure]));
            }

            report.Cost(Of("product", taken, pair => pair.Product));
            report.Cost(Of(name, taken, pair => pair.Floor));
        }

        report.Note($"c3: {Commands} commands one after the other; what passes in the same time with nothing sent is taken off. Round trips and statements are counted from the frames on the wire: a begin that travels with the next statement waits for nothing. WAL bytes are those of the records, by which commands differ; after a checkpoint each page that is changed goes to the log whole once, which depends on where the rows happen to lie.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _proxy.Dispose();
    }

    private static async Task<CommandCost> StartAsync(Databases databases, Plan plan, Ward ward, string path, Func<int, Task<Service>> start)
    {
        var proxy = new CountingProxy(new Npgsql.NpgsqlConnectionStringBuilder(ward.Database.Owner).Port);
        var cost = new CommandCost(proxy, await start(proxy.Port), ward, path, databases.ServerProcess);
        // Until what runs often is compiled, and compiled anew in the background: what that takes is nobody's idleness.
        await cost._callers.OneByOneAsync(plan.IsQuick ? Commands : WarmUp);
        await cost.RestAsync(TimeSpan.FromSeconds(plan.IsQuick ? 4 : 60));
        // The least of several: a vacuum that the database begins by itself meanwhile is nobody's idleness either.
        var seconds = new List<double[]>();
        for (var taken = 0; taken < (plan.IsQuick ? 1 : SecondsIdle); taken++)
        {
            var watch = Stopwatch.StartNew();
            var spent = await cost.SpentAsync(() => Task.Delay(1_000));
            seconds.Add([.. spent.Select(each => each / watch.Elapsed.TotalSeconds)]);
        }

        cost._idleEachSecond = [.. seconds[0].Select((_, figure) => seconds.Min(second => second[figure]))];
        return cost;
    }

    private async Task RestAsync(TimeSpan patience)
    {
        var waiting = Stopwatch.StartNew();
        for (var atRest = 0; atRest < SecondsAtRest && waiting.Elapsed < patience;)
        {
            var before = Used();
            await Task.Delay(1_000);
            atRest = Used() - before <= LittleInASecond ? atRest + 1 : 0;
        }
    }

    private TimeSpan Used() => _service.ProcessorTime + Machine.ProcessorTime(_server, withChildren: true);

    private async Task<Measured> EachAsync()
    {
        await _ward.HaveAsync(Commands * 2);
        await Callers.SettleAsync(_ward);
        // Some commands see to most of the pages that go to the log whole.
        await _callers.OneByOneAsync(Commands / 2);
        await _ward.HaveAsync(Commands);
        var watch = Stopwatch.StartNew();
        var busy = await SpentAsync(() => _callers.OneByOneAsync(Commands));
        return new([.. busy.Zip(_idleEachSecond, (spent, idle) => (spent - (idle * watch.Elapsed.TotalSeconds)) / Commands)]);
    }

    private async Task<double[]> SpentAsync(Func<Task> act)
    {
        var (written, before) = (await _ward.Database.LogEndsAtAsync(), await NowAsync());
        await act();
        double[] spent = [.. (await NowAsync()).Zip(before, (after, earlier) => after - earlier)];
        var (records, pages) = await _ward.Database.LoggedSinceAsync(written);
        return [spent[0], spent[1], records, records + pages, .. spent[2..]];
    }

    private async Task<double[]> NowAsync() =>
    [
        _proxy.Counted.Trips, _proxy.Counted.Statements, await _service.AllocatedAsync(), _service.ProcessorTime.TotalMicroseconds, Machine.ProcessorTime(_server, withChildren: true).TotalMicroseconds,
    ];

    private static Efficiency Of(string of, IReadOnlyList<Pair>[] taken, Func<Pair, double> side)
    {
        double[] each = [.. taken.Select(pairs => Figure.Median([.. pairs.Select(side)]))];
        return new(of, each[0], each[1], each[2], each[4], each[5], each[6]);
    }

    private static string Unit(string what) => what.Contains("bytes", StringComparison.Ordinal) ? "bytes" : what.Contains("µs", StringComparison.Ordinal) ? "µs" : string.Empty;
}
