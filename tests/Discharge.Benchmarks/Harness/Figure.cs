using System.Globalization;
using System.Text.RegularExpressions;

namespace Discharge.Benchmarks.Harness;

/// <summary>What was measured, as often beside its floor.</summary>
/// <param name="Part">The part of the suite, such as "g3".</param>
/// <param name="What">What it is, in words.</param>
/// <param name="Unit">The unit of the raw figures.</param>
/// <param name="Floor">What it is measured beside.</param>
/// <param name="Goal">What it is to reach.</param>
/// <param name="Taken">The raw figures, in the order in which they were taken.</param>
public sealed partial record Figure(string Part, string What, string Unit, string Floor, Goal Goal, IReadOnlyList<Pair> Taken)
{
    /// <summary>The unit of what the processor's clock counts in ticks of 10 ms.</summary>
    public const string ShareOfACore = "% of a core";

    // Of noise that five pairs do not show.
    private const double Tolerated = 0.1;

    /// <summary>The ratios of product to floor, the smallest first.</summary>
    public IReadOnlyList<double> Ratios => [.. Taken.Select(pair => pair.Ratio).Order()];

    /// <summary>The median of the ratios.</summary>
    public double Ratio => Median([.. Ratios]);

    /// <summary>The median of what the product did.</summary>
    public double Product => Median([.. Taken.Select(pair => pair.Product)]);

    /// <summary>The median of what the floor did.</summary>
    public double OfFloor => Median([.. Taken.Select(pair => pair.Floor)]);

    /// <summary>Why it says nothing of who was measured; null where it does.</summary>
    public string? Wrong => (Taken.Max(pair => pair.OwnLateness), Taken.Sum(pair => pair.Failed)) switch
    {
        (_, > 0 and var failed) => string.Create(CultureInfo.InvariantCulture, $"{failed:#,0} requests failed"),
        _ when Taken.Any(pair => pair is not { Product: >= 0, Floor: >= 0 }) => "what is less than nothing was not measured",
        ( > Measured.MostOwnLateness and var late, _) => string.Create(CultureInfo.InvariantCulture, $"the caller itself was {late:0.0} ms late"),
        _ => null,
    };

    /// <summary>Whether all requests were answered well and something came out, be the caller late or not.</summary>
    public bool Works => Taken.All(pair => pair is { Failed: 0, Product: >= 0, Floor: >= 0 });

    /// <summary>Whether the goal is reached; null where there is none, or where the figure says nothing.</summary>
    public bool? IsReached => Wrong is null ? Goal.IsReachedBy(Goal.OfRatio ? Ratio : Product) : null;

    /// <summary>Whether some pairs reach the goal and others do not, so that the one in the middle decides.</summary>
    public bool IsDivided => Taken.Select(pair => Goal.IsReachedBy(Goal.OfRatio ? pair.Ratio : pair.Product)).Distinct().Count() > 1;

    /// <summary>Whether another says the same of another run. A rate that is a share of the peak is another number in each.</summary>
    public bool IsTheSameAs(Figure other) => (Part, Floor, Rate().Replace(What, string.Empty)) == (other.Part, other.Floor, Rate().Replace(other.What, string.Empty));

    /// <summary>Whether its ratio is worse than when it was recorded, and not by noise: the median by more than a tenth worse than the worst of the pairs then. What is not valid says nothing, nor what is counted in ticks, of which there are two or three.</summary>
    public bool HasFallenBehind(Figure recorded) => Wrong is null && recorded.Wrong is null && Unit != ShareOfACore
        && (MoreIsBetter ? Ratio < recorded.Ratios[0] * (1 - Tolerated) : Ratio > recorded.Ratios[^1] * (1 + Tolerated));

    private bool MoreIsBetter => Goal is { AtLeast: not null } || (Goal.AtMost is null && Unit == "/s");

    [GeneratedRegex("[0-9,]+(?= ?[a-z]*/s)")]
    private static partial Regex Rate();

    /// <summary>The one in the middle, or the mean of the two in the middle.</summary>
    public static double Median(IReadOnlyCollection<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>Product and floor, measured one after the other.</summary>
/// <param name="Product">The product's figure.</param>
/// <param name="Floor">The floor's.</param>
/// <param name="Others">The share of all cores that others on the machine used meanwhile, from 0 to 1.</param>
public sealed record Pair(double Product, double Floor, double Others = 0)
{
    /// <summary>How late the caller itself was at the most, in milliseconds, on either side.</summary>
    public double OwnLateness { get; init; }

    /// <summary>How many requests of either side failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many answers of the product were 503, after which the same was sent again.</summary>
    public int Away { get; init; }

    /// <summary>How many answers of the floor were 503, after which the same was sent again.</summary>
    public int AwayFromFloor { get; init; }

    /// <summary>How often it was taken before and thrown away, because others used the machine or the caller itself was late.</summary>
    public int TakenBefore { get; init; }

    /// <summary>The product's figure as a multiple of the floor's.</summary>
    public double Ratio => Product / Floor;
}

/// <summary>What a figure is to reach.</summary>
/// <param name="Words">In words; empty where there is nothing to reach.</param>
/// <param name="OfRatio">Whether the ratio is to reach it, or the product's own figure.</param>
/// <param name="AtLeast">The least it may be.</param>
/// <param name="AtMost">The most it may be.</param>
public sealed record Goal(string Words, bool OfRatio, double? AtLeast = null, double? AtMost = null)
{
    /// <summary>Nothing to reach.</summary>
    public static readonly Goal None = new(string.Empty, OfRatio: false);

    /// <summary>A ratio of at least so much.</summary>
    public static Goal RatioAtLeast(double least) => new($"ratio ≥ {least:0.##}", OfRatio: true, AtLeast: least);

    /// <summary>A ratio of at most so much.</summary>
    public static Goal RatioAtMost(double most) => new($"ratio ≤ {most:0.##}", OfRatio: true, AtMost: most);

    /// <summary>A figure of at most so much.</summary>
    public static Goal Most(double most, string unit) => new($"≤ {most.ToString("#,0.##", CultureInfo.InvariantCulture)} {unit}".TrimEnd(), OfRatio: false, AtMost: most);

    /// <summary>A figure of at least so much.</summary>
    public static Goal Least(double least, string unit) => new($"≥ {least.ToString("#,0.##", CultureInfo.InvariantCulture)} {unit}", OfRatio: false, AtLeast: least);

    /// <summary>Whether a figure reaches it; null where there is nothing to reach.</summary>
    public bool? IsReachedBy(double figure) => this switch
    {
        { AtLeast: { } least } => figure >= least,
        { AtMost: { } most } => figure <= most,
        _ => null,
    };
}
