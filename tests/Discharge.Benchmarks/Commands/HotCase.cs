using System.Globalization;
using System.Text.Json;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Benchmarks.Reporting;

namespace Discharge.Benchmarks.Commands;

/// <summary>c5: sixteen who all write to one case, and go on to the next together when it has become long.</summary>
internal sealed class HotCase(Service service, Ward ward, string path)
{
    private const int Writers = 16;

    // As long as a case may become.
    private const int EntriesEach = 100;

    private const int RecordedBefore = 2;

    private readonly List<Guid> _cases = [];
    private readonly DateTimeOffset _since = DateTimeOffset.UtcNow.AddHours(-2);
    private int _sent;
    private int _moments;
    private double _perSecond = 1_000;

    /// <summary>How many commands were answered and not on record afterwards, or on record and not answered.</summary>
    public long Astray { get; private set; }

    /// <summary>The product beside a function in the database that waits for the same row.</summary>
    public static async Task RunAsync(HotCase product, HotCase floor, Plan plan, Report report)
    {
        await product.TakeAsync(plan.Seconds);
        await floor.TakeAsync(plan.Seconds);
        var taken = await InTurn.TakeAllAsync(["appends/s", "p99 ms", "longest ms", "told that they came second, %"], plan, () => product.TakeAsync(plan.Seconds), () => floor.TakeAsync(plan.Seconds));
        report.Add(new("c5", $"appends by {Writers} writers to one case", "/s", "one function on one row", Goal.RatioAtLeast(0.7), taken[0]));
        report.Add(new("c5", $"p99 of {Writers} writers to one case", "ms", "one function on one row", Goal.None, taken[1]));
        report.Add(new("c5", $"longest of {Writers} writers to one case", "ms", "one function on one row", Goal.Most(1_000, "ms"), taken[2]));
        report.Note($"c5: a review of somebody in hospital; after {EntriesEach} entries all go on to the next case. Commands that were told that another came first: {taken[3].Max(pair => pair.Product):0.00} % of the product's at the most. Answered and not on record, or the other way round: {product.Astray} of the product, {floor.Astray} of the floor.");
        report.Holds &= product.Astray == 0;
    }

    private async Task<Measured> TakeAsync(double seconds)
    {
        _sent = 0;
        await ward.HaveAsync((int)(_perSecond * seconds * 2 / EntriesEach) + 20);
        _cases.Clear();
        _cases.AddRange(Enumerable.Range(0, (int)(_perSecond * seconds * 2 / EntriesEach) + 20).Select(_ => ward.Next()));
        await Callers.SettleAsync(ward);
        var peak = await ClosedLoop.RunAsync(service.Address, Writers, seconds, Next);
        _perSecond = Math.Max(400, peak.PerSecond);
        var stored = await ward.Database.AskAsync<long>($"select (sum(version) - {RecordedBefore} * count(*))::bigint from cases.mt_streams where id = any ($1)", _cases.ToArray());
        Astray += Math.Abs(peak.Answers - stored);
        return peak.Measure(peak.PerSecond, peak.P99, peak.Max, 100.0 * peak.Raced / Math.Max(1, peak.Raced + peak.Answers));
    }

    private byte[] Next() => HttpConnection.Request(
        "POST",
        string.Format(CultureInfo.InvariantCulture, path, _cases[(Interlocked.Increment(ref _sent) - 1) / EntriesEach]),
        service.Token,
        JsonSerializer.Serialize(new { occurredAt = Pattern.Say(_since.AddMicroseconds(50 * Interlocked.Increment(ref _moments))), criteriaMet = Array.Empty<string>(), medicallyStable = true, by = "consultant" }),
        Guid.NewGuid().ToString());
}
