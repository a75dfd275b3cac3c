using System.Diagnostics;
using HdrHistogram;

namespace Discharge.Benchmarks.Load;

/// <summary>Callers who each send the next request when the last is answered: what the most is that comes through.</summary>
public static class ClosedLoop
{
    /// <summary>Sends for so long.</summary>
    /// <param name="address">To whom.</param>
    /// <param name="callers">How many at once.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="next">The next request.</param>
    public static async Task<Peak> RunAsync(Uri address, int callers, double seconds, Func<byte[]> next)
    {
        var (away, raced) = (0, 0);
        var start = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            using var connection = await HttpConnection.OpenAsync(address);
            var took = new LongHistogram(60_000_000, 3);
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
            {
                var sent = Stopwatch.GetTimestamp();
                switch (await connection.SendAsync(next()))
                {
                    case >= 200 and <= 299:
                        break;
                    case 503:
                        Interlocked.Increment(ref away);
                        continue;
                    case 409:
                        Interlocked.Increment(ref raced);
                        continue;
                    case var status:
                        throw new InvalidOperationException($"Answered {status}: {connection.LastText}");
                }

                took.RecordValue((long)Stopwatch.GetElapsedTime(sent).TotalMicroseconds);
            }

            return took;
        })));
        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var together = new LongHistogram(60_000_000, 3);
        foreach (var one in all)
        {
            together.Add(one);
        }

        if (away > 0)
        {
            Console.WriteLine($"   {away} were answered 503 and are not counted");
        }

        return new(together.TotalCount, together.TotalCount / elapsed, together.GetValueAtPercentile(50) / 1000.0, together.GetValueAtPercentile(99) / 1000.0, together.TotalCount == 0 ? 0 : together.GetMaxValue() / 1000.0, raced);
    }
}

/// <summary>What came through.</summary>
/// <param name="Answers">How many answers.</param>
/// <param name="PerSecond">How many a second.</param>
/// <param name="P50">Half of the answers came within this, in milliseconds.</param>
/// <param name="P99">99 of 100 came within this, in milliseconds.</param>
/// <param name="Max">The longest, in milliseconds.</param>
/// <param name="Raced">How many were told that somebody else got there first; they are not among the answers.</param>
public sealed record Peak(long Answers, double PerSecond, double P50, double P99, double Max, int Raced);
