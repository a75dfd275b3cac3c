using System.Diagnostics;
using System.Globalization;

namespace Discharge.Benchmarks.Load;

/// <summary>What the load generator itself takes of the cores it shares with whom it asks, while it sends.</summary>
internal static class OwnWork
{
    private static readonly Lock Turn = new();

    private static TimeSpan _used;

    private static TimeSpan _sending;

    /// <summary>Counts what this process uses while it runs.</summary>
    public static async Task<T> CountAsync<T>(Func<Task<T>> run)
    {
        var (used, start) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        try
        {
            return await run();
        }
        finally
        {
            lock (Turn)
            {
                _used += Environment.CpuUsage.TotalTime - used;
                _sending += Stopwatch.GetElapsedTime(start);
            }
        }
    }

    /// <summary>Says what it came to since it was last said; nothing where nothing was sent.</summary>
    public static string? Say()
    {
        lock (Turn)
        {
            var (used, sending) = (_used, _sending);
            (_used, _sending) = (TimeSpan.Zero, TimeSpan.Zero);
            return sending == TimeSpan.Zero ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"The load generator's own process used {used / sending / Environment.ProcessorCount:0.0 %} of all cores while it sent: {used.TotalSeconds:0.0} s of processor time in {sending.TotalSeconds:0} s on {Environment.ProcessorCount} cores, its warming up with it.");
        }
    }
}
