namespace Discharge.Benchmarks.Load;

/// <summary>At how much of the peak it is asked how long answers take.</summary>
/// <param name="Share">Its share of the peak.</param>
/// <param name="Words">The share in words.</param>
internal sealed record PartOfPeak(double Share, string Words)
{
    /// <summary>Half of it, for which goals are set.</summary>
    public static readonly PartOfPeak Half = new(0.5, "half");

    /// <summary>Half of it first, then less and more.</summary>
    public static readonly PartOfPeak[] All = [Half, new(0.25, "a quarter"), new(0.75, "three quarters")];
}
