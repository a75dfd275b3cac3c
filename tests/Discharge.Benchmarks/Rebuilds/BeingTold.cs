using System.Diagnostics;
using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Reporting;
using Discharge.Persistence.Telling;

namespace Discharge.Benchmarks.Rebuilds;

/// <summary>f2: what lags behind the commit. No view does; whom a notice is for is told of it by a message, after others had a second to join it.</summary>
internal static class BeingTold
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static async Task RunAsync(Databases databases, Pattern pattern, Plan plan, Report report)
    {
        var ward = new Ward(await databases.MakeAsync("f2", pattern.Database), pattern);
        var mark = await ward.Database.AskAsync<long>("select max(notice_id) from discharge.notices");
        await using var room = await PostRoom.OpenAsync();
        await using var service = await Service.ProductAsync(ward.Database, [("Notices__Recipients__0__Name", "post-room"), ("Notices__Recipients__0__Url", room.Address), ("Notices__Recipients__0__Secret", Convert.ToBase64String(new byte[32])), .. Levels()]);
        var callers = new Callers(service, ward, Callers.Product);
        await callers.WarmUpAsync(plan);
        await AllToldAsync();
        var quiet = Outbox.Quiet.ToTimeSpan().TotalMilliseconds;
        var taken = await InTurn.TakeAsync("command to told, ms", plan, OneAsync, () => Task.FromResult(quiet));
        report.Add(new("f2", "a command's notices told, from their decision", "ms", "the second in which others may join", Goal.RatioAtMost(1.25), taken));
        var rate = (await callers.PeakAsync(plan.Seconds)).PerSecond / 2;
        await AllToldAsync();
        var before = room.Told.Keys.ToHashSet();
        await callers.AtRateAsync(rate, plan.Seconds * 2, seed: 5);
        var missed = await AllToldAsync();
        double[] lags = [.. room.Told.Where(told => !before.Contains(told.Key)).Select(told => (told.Value.Told - told.Value.Given).TotalMilliseconds).Order()];
        report.Holds &= missed == 0;
        report.Note($"f2: cases, boards, clocks and lists are written in the command's own transaction and lag by nothing. A message waits until nothing was added for {quiet / 1000:0} s, and for {Outbox.LongestGathering.TotalSeconds:0} s at the most, so that a burst is one digest: at {rate:0} commands a second, half of the peak, {lags.Length:#,0} notices were told {lags[lags.Length / 2] / 1000:0.0} s after they were decided at p50, {lags[(int)(lags.Length * 0.99)] / 1000:0.0} s at p99, {lags[^1] / 1000:0.0} s at the most. Not told: {missed}; told twice: {room.Told.Values.Count(told => told.Times > 1)}.");

        async Task<double> OneAsync()
        {
            var known = room.Told.Keys.ToHashSet();
            await callers.OneByOneAsync(1);
            await AllToldAsync();
            return room.Told.Where(told => !known.Contains(told.Key)).Max(told => (told.Value.Told - told.Value.Given).TotalMilliseconds);
        }

        // How many are not told after all.
        async Task<long> AllToldAsync()
        {
            for (var waiting = Stopwatch.StartNew(); ;)
            {
                var missing = await ward.Database.AskAsync<long>("select count(*) from discharge.notices where notice_id > $1", mark) - room.Told.Keys.Count(notice => notice > mark);
                if (missing == 0 || waiting.Elapsed > Longest)
                {
                    return missing;
                }

                await Task.Delay(100);
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> Levels() =>
        ((string[])["holder", "L1", "L2", "L3", "L4"]).Select((level, place) => ($"Notices__Recipients__0__Levels__{place}", level));
}
