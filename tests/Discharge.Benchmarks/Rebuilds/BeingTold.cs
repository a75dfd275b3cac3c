using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Discharge.Benchmarks.Commands;
using Discharge.Benchmarks.Filling;
using Discharge.Benchmarks.Harness;
using Discharge.Benchmarks.Load;
using Discharge.Benchmarks.Reporting;
using Discharge.Persistence.Telling;

namespace Discharge.Benchmarks.Rebuilds;

/// <summary>
/// f2: what lags behind the commit. No view does, which is looked at while commands come in; whom a notice is for is told of it by a message, after others had a second to join it. What that
/// takes beyond the time it is meant to wait is the lag.
/// </summary>
internal static class BeingTold
{
    private const int Readers = 2;

    private const string ByHand = "a message as long, posted by hand";

    // A notice is never changed, so what wrote its row is the command or the watch that gave it.
    private const string AfterCommit =
        """
        select extract(epoch from told - pg_xact_commit_timestamp(n.xmin))::float8 * 1000
          from unnest($1, $2) as heard (notice_id, told) join discharge.notices n using (notice_id) order by 1
        """;

    // Posts, so that the first that counts is none of a connection and of code that are cold.
    private const int WarmUp = 100;

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
        using var post = new HttpClient();
        for (var warm = 0; warm < WarmUp; warm++)
        {
            await PostAsync();
        }

        var one = await InTurn.TakeAllAsync(["one command told after it was due, ms", "after its commit, ms"], plan, OneAsync, async () => Same(await PostAsync(), 2));
        report.Add(new("f2", "one command's notices told, after the second in which others may join", "ms", ByHand, Goal.Most(50, "ms"), one[0]));
        report.Add(new("f2", "one command's notices told, from its commit on, that second with it", "ms", ByHand, Goal.None, one[1]));

        var rate = (await callers.PeakAsync(plan.Seconds)).PerSecond / 2;
        await AllToldAsync();
        var (missed, read, stale) = (0L, 0, 0);
        var taken = await InTurn.TakeAllAsync(
            [$"at {rate:0}/s, told after it was due, p50 ms", $"at {rate:0}/s, p99 ms", $"at {rate:0}/s, told after the commit, p50 ms", $"at {rate:0}/s, after the commit, p99 ms"],
            plan with { Pairs = plan.IsQuick ? 1 : plan.Pairs },
            UnderLoadAsync,
            async () => Same(await PostAsync(), 4));
        report.Add(new("f2", $"notices told after they were due at {rate:0} commands/s, half of the peak, p50", "ms", ByHand, Goal.Most(50, "ms"), taken[0]));
        report.Add(new("f2", $"notices told after they were due at {rate:0} commands/s, half of the peak, p99", "ms", ByHand, Goal.Most(250, "ms"), taken[1]));
        report.Add(new("f2", $"notices told from their commit on, gathering with it, at {rate:0} commands/s, half of the peak, p50", "ms", ByHand, Goal.None, taken[2]));
        report.Add(new("f2", $"notices told from their commit on, gathering with it, at {rate:0} commands/s, half of the peak, p99", "ms", ByHand, Goal.None, taken[3]));
        report.Holds &= missed == 0 && stale == 0;
        report.Note($"f2: cases, boards, clocks and lists are written in the command's own transaction. Of {read:#,0} cases read as soon as their command was answered, at that rate, {stale} did not show it.");
        report.Note($"f2: a message is due when nothing was added for {Outbox.Quiet.TotalSeconds:0} s, {Outbox.LongestGathering.TotalSeconds:0} s after the first of its notices was given, or when there are {Outbox.Enough:#,0} of them; it is looked once a second, and when there will be as many. Not told: {missed}; told twice: {room.Told.Values.Count(told => told.Times > 1)}. The longest message had {room.Told.Values.GroupBy(told => told.Told).Max(message => message.Count()):#,0} notices.");

        async Task<Measured> OneAsync()
        {
            var known = room.Told.Keys.ToHashSet();
            await callers.OneByOneAsync(1);
            await AllToldAsync();
            var told = Since(known);
            return new(told.Values.Max(one => one.Late.TotalMilliseconds), (await SinceCommitAsync(told))[^1]);
        }

        Dictionary<long, Telling> Since(HashSet<long> known) => room.Told.Where(told => !known.Contains(told.Key)).ToDictionary();

        // From the shortest to the longest, in milliseconds.
        async Task<List<double>> SinceCommitAsync(Dictionary<long, Telling> told) =>
            await ward.Database.ListAsync<double>(AfterCommit, told.Keys.ToArray(), told.Values.Select(one => one.Told.UtcDateTime).ToArray());

        async Task<Measured> UnderLoadAsync()
        {
            var before = room.Told.Keys.ToHashSet();
            using var over = new CancellationTokenSource();
            var reading = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadOwnAsync(over.Token))).ToArray();
            var found = await callers.AtRateAsync(rate, plan.Seconds * 2, seed: 5);
            await over.CancelAsync();
            await Task.WhenAll(reading);
            missed += await AllToldAsync();
            var told = Since(before);
            List<double> late = [.. told.Values.Select(one => one.Late.TotalMilliseconds).Order()];
            var after = await SinceCommitAsync(told);
            return found.Measure(Percentile(late, 0.5), Percentile(late, 0.99), Percentile(after, 0.5), Percentile(after, 0.99));
        }

        // Somebody records and looks at once.
        async Task ReadOwnAsync(CancellationToken over)
        {
            using var connection = await HttpConnection.OpenAsync(service.Address);
            while (!over.IsCancellationRequested)
            {
                var (id, version) = await callers.OneAsync(connection);
                await connection.SendAsync(HttpConnection.Request("GET", $"/v1/discharge-cases/{id}", service.Token));
                using var shown = JsonDocument.Parse(connection.LastBody);
                Interlocked.Increment(ref read);
                if (shown.RootElement.GetProperty("version").GetInt64() < version)
                {
                    Interlocked.Increment(ref stale);
                }
            }
        }

        async Task<double> PostAsync()
        {
            using var message = new StringContent(room.Last, Encoding.UTF8, "application/json");
            var watch = Stopwatch.StartNew();
            using var answer = await post.PostAsync($"{room.Address}/unread", message);
            return watch.Elapsed.TotalMilliseconds;
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

    private static double Percentile(List<double> ordered, double share) => ordered[(int)(ordered.Count * share)];

    private static Measured Same(double figure, int times) => new([.. Enumerable.Repeat(figure, times)]);

    private static IEnumerable<(string Name, string Value)> Levels() =>
        ((string[])["holder", "L1", "L2", "L3", "L4"]).Select((level, place) => ($"Notices__Recipients__0__Levels__{place}", level));
}
