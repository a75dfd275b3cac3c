namespace Discharge.Benchmarks.Harness;

/// <summary>What one measurement of one side yields.</summary>
/// <param name="Figures">Its figures, in the order in which they are named.</param>
public sealed record Measured(params double[] Figures)
{
    /// <summary>The most the caller itself may be late, in milliseconds, before the figures say something of it and not of who was asked.</summary>
    public const double MostOwnLateness = 1;

    /// <summary>How late the caller itself was with 99 of 100 requests at the most, in milliseconds; 0 for callers who wait for each answer.</summary>
    public double OwnLateness { get; init; }

    /// <summary>How many requests were not answered, or not well.</summary>
    public int Failed { get; init; }

    /// <summary>How many answers were 503, after which the same was sent again; the time it took is in the figures.</summary>
    public int Away { get; init; }

    /// <summary>Whether the caller itself kept up.</summary>
    public bool KeptUp => OwnLateness <= MostOwnLateness;
}
