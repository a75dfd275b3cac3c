using Discharge.Benchmarks.Harness;
using HdrHistogram;

namespace Discharge.Benchmarks.Load;

/// <summary>How long answers took, from when each request was meant to be sent, in milliseconds; and whether the caller itself kept up.</summary>
/// <param name="Sent">How many were sent.</param>
/// <param name="Failed">How many were not answered, or not well.</param>
/// <param name="P50">Half of the answers came within this.</param>
/// <param name="P99">99 of 100 came within this.</param>
/// <param name="P999">999 of 1,000 came within this.</param>
/// <param name="Max">The longest.</param>
/// <param name="OwnLateness">99 of 100 requests were handed over at the most so much after they were meant to be.</param>
public sealed record Latencies(long Sent, int Failed, double P50, double P99, double P999, double Max, double OwnLateness)
{
    /// <summary>Whether the figures say something of who was asked, and not of the one who asked.</summary>
    public bool IsValid => Failed == 0 && Measure().KeptUp;

    /// <summary>Some of it as what a measurement yields.</summary>
    public Measured Measure(params double[] figures) => new(figures) { OwnLateness = OwnLateness, Failed = Failed };

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
