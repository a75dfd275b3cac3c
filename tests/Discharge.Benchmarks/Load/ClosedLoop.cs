using Discharge.Benchmarks.Harness;
using HdrHistogram;

namespace Discharge.Benchmarks.Load;

/// <summary>Callers who each send the next request when the last is answered: what the most is that comes through.</summary>
public static class ClosedLoop
{
    // In microseconds.
    private const long Longest = 60_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends for so long.</summary>
    /// <param name="address">To whom.</param>
    /// <param name="callers">How many at once.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="next">The next request.</param>
    /// <param name="time">By which that is measured; null for the machine's.</param>
    public static Task<Peak> RunAsync(Uri address, int callers, double seconds, Func<byte[]> next, TimeProvider? time = null) =>
        OwnWork.CountAsync(() => SendAsync(address, callers, seconds, next, time ?? TimeProvider.System));

    private static async Task<Peak> SendAsync(Uri address, int callers, double seconds, Func<byte[]> next, TimeProvider time)
    {
        var (away, raced) = (0, 0);
        var start = time.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            using var connection = await HttpConnection.OpenAsync(address);
            var took = new LongHistogram(Longest, 3);
            while (time.GetElapsedTime(start).TotalSeconds < seconds)
            {
                var (sent, request) = (time.GetTimestamp(), next());
                int status;
                while ((status = await connection.SendAsync(request)) == 503)
                {
                    // Whoever is told to come again does, and has waited since they first came.
                    Interlocked.Increment(ref away);
                    if (time.GetElapsedTime(sent) > Patience)
                    {
                        throw new InvalidOperationException($"Answered 503 for {Patience.TotalSeconds:0} s: {connection.LastText}");
                    }
                }

                if (status is not ((>= 200 and <= 299) or 304 or 409))
                {
                    throw new InvalidOperationException($"Answered {status}: {connection.LastText}");
                }

                if (status == 409)
                {
                    Interlocked.Increment(ref raced);
                }

                took.RecordValue((long)time.GetElapsedTime(sent).TotalMicroseconds);
            }

            return took;
        })));
        var elapsed = time.GetElapsedTime(start).TotalSeconds;
        var together = new LongHistogram(Longest, 3);
        foreach (var one in all)
        {
            together.Add(one);
        }

        var answers = together.TotalCount - raced;
        return new(answers, answers / elapsed, together.GetValueAtPercentile(50) / 1000.0, together.GetValueAtPercentile(99) / 1000.0, together.TotalCount == 0 ? 0 : together.GetMaxValue() / 1000.0, raced, away);
    }
}

/// <summary>What came through.</summary>
/// <param name="Answers">How many answers that did, or gave, what was asked for.</param>
/// <param name="PerSecond">How many of these a second.</param>
/// <param name="P50">Half of all answers came within this, in milliseconds, from when it was first asked for.</param>
/// <param name="P99">99 of 100 came within this, in milliseconds.</param>
/// <param name="Max">The longest, in milliseconds.</param>
/// <param name="Raced">How many were told that somebody else got there first (409); they are not among the answers, but in the times.</param>
/// <param name="Away">How often 503 was answered, and the same sent again.</param>
public sealed record Peak(long Answers, double PerSecond, double P50, double P99, double Max, int Raced, int Away)
{
    /// <summary>Some of it as what a measurement yields.</summary>
    public Measured Measure(params double[] figures) => new(figures) { Away = Away };
}
