using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using HdrHistogram;

namespace Discharge.Benchmarks.Load;

/// <summary>
/// Callers who come when they come, whether or not others have been answered: however many are under way, the next request is sent at its time. How long
/// it took counts from when it was meant to be sent.
/// </summary>
public static partial class OpenLoop
{
    private const int ThisThread = 0;

    private const int FirstInFirstOut = 1;

    private const long Longest = 120_000_000;

    /// <summary>Sends all that is planned and waits for the last answer.</summary>
    /// <param name="address">To whom.</param>
    /// <param name="plan">When, from the beginning.</param>
    /// <param name="next">The next request.</param>
    /// <param name="begun">Is told when it begins.</param>
    public static async Task<Latencies> RunAsync(Uri address, TimeSpan[] plan, Func<byte[]> next, Action? begun = null)
    {
        var idle = new ConcurrentStack<HttpConnection>();
        // Enough for a second and a half in which nobody answers: connections opened to a frozen server wait behind its queue, and a dropped one tries again only after a second.
        var enough = plan.Length == 0 ? 0 : (int)Math.Clamp(plan.Length / plan[^1].TotalSeconds * 1.5, 32, 2_000);
        foreach (var connection in await Task.WhenAll(Enumerable.Range(0, enough).Select(_ => HttpConnection.OpenAsync(address))))
        {
            idle.Push(connection);
        }

        var requests = plan.Select(_ => next()).ToArray();
        var (took, late) = (new LongConcurrentHistogram(1, Longest, 3), new LongHistogram(Longest, 3));
        var (failed, underWay, open) = (0, 0, new TaskCompletionSource());
        begun?.Invoke();
        var sender = new Thread(() =>
        {
            // This thread alone goes before all others, where the system lets it; where it does not, the lateness shows. A mere niceness is not enough: it counts only among the threads of one session.
            var priority = 1;
            _ = SetScheduler(ThisThread, FirstInFirstOut, ref priority);
            var start = Stopwatch.GetTimestamp();
            for (var number = 0; number < plan.Length; number++)
            {
                WaitUntil(start, plan[number]);
                late.RecordValue(Math.Max(0, (long)(Stopwatch.GetElapsedTime(start) - plan[number]).TotalMicroseconds));
                Interlocked.Increment(ref underWay);
                // Sent from here, so that the lateness is that of the sending; only the answer is waited for elsewhere.
                _ = SendAsync(requests[number], start, plan[number]);
            }

            open.SetResult();
        })
        { IsBackground = true };
        sender.Start();
        await open.Task;
        for (var given = Stopwatch.StartNew(); Volatile.Read(ref underWay) > 0 && given.Elapsed < TimeSpan.FromSeconds(60);)
        {
            await Task.Delay(5);
        }

        foreach (var connection in idle)
        {
            connection.Dispose();
        }

        return Latencies.Of(took, late, failed + Volatile.Read(ref underWay));

        async Task SendAsync(byte[] request, long start, TimeSpan meant)
        {
            try
            {
                var connection = idle.TryPop(out var free) ? free : await HttpConnection.OpenAsync(address);
                if (await connection.SendAsync(request) is < 200 or > 299)
                {
                    Interlocked.Increment(ref failed);
                }

                took.RecordValue(Math.Clamp((long)(Stopwatch.GetElapsedTime(start) - meant).TotalMicroseconds, 1, Longest));
                idle.Push(connection);
            }
            catch (Exception lost) when (lost is IOException or System.Net.Sockets.SocketException)
            {
                Interlocked.Increment(ref failed);
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
        }
    }

    private static void WaitUntil(long start, TimeSpan moment)
    {
        for (TimeSpan left; (left = moment - Stopwatch.GetElapsedTime(start)) > TimeSpan.Zero;)
        {
            // Less than a millisecond is a long time here, and spinning would take a core from whoever is measured.
            if (left.TotalMicroseconds > 60)
            {
                _ = Sleep((uint)(left.TotalMicroseconds - 50));
            }
            else
            {
                Thread.SpinWait(20);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "usleep")]
    private static partial int Sleep(uint microseconds);

    // Of a thread, on Linux, and not of the whole process; the priority is all there is in its sched_param.
    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    private static partial int SetScheduler(int which, int policy, ref int priority);
}

/// <summary>How long answers took, from when each request was meant to be sent, in milliseconds; and whether the caller itself kept up.</summary>
/// <param name="Sent">How many were sent.</param>
/// <param name="Failed">How many were not answered, or not well.</param>
/// <param name="P50">Half of the answers came within this.</param>
/// <param name="P99">99 of 100 came within this.</param>
/// <param name="P999">999 of 1,000 came within this.</param>
/// <param name="Max">The longest.</param>
/// <param name="OwnLateness">99 of 100 requests were sent at the most so much after they were meant to be.</param>
public sealed record Latencies(long Sent, int Failed, double P50, double P99, double P999, double Max, double OwnLateness)
{
    /// <summary>The most the caller itself may be late.</summary>
    public const double MostOwnLateness = 1;

    /// <summary>Whether the figures say something of who was asked, and not of the one who asked.</summary>
    public bool IsValid => OwnLateness <= MostOwnLateness && Failed == 0;

    internal static Latencies Of(HistogramBase took, HistogramBase late, int failed) => new(
        late.TotalCount,
        failed,
        At(took, 50),
        At(took, 99),
        At(took, 99.9),
        took.TotalCount == 0 ? double.NaN : took.GetMaxValue() / 1000.0,
        At(late, 99));

    private static double At(HistogramBase histogram, double percentile) => histogram.TotalCount == 0 ? double.NaN : histogram.GetValueAtPercentile(percentile) / 1000.0;
}
