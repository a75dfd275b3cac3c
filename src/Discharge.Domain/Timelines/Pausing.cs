namespace Discharge.Domain.Timelines;

/// <summary>Whether a clock may be paused. A pause never deletes time: raw and adjusted elapsed are both shown.</summary>
public abstract record Pausing
{
    private protected Pausing()
    {
    }

    /// <summary>It may not, and why.</summary>
    public static NotPausable Never(string reason) => new(reason);
}

/// <summary>The clock cannot be paused.</summary>
/// <param name="Reason">Why, in words for the person who asked for the pause.</param>
public sealed record NotPausable(string Reason) : Pausing;

/// <summary>The clock can be paused while somebody outside holds it up.</summary>
/// <param name="Grounds">What may pause it.</param>
/// <param name="Evidence">What must be on record for the pause to be granted.</param>
public sealed record PausableBy(IReadOnlyList<string> Grounds, IReadOnlyList<string> Evidence) : Pausing
{
    /// <summary>Whether it pauses unless an authority says otherwise; where not, it is switched on by configuration.</summary>
    public bool ByDefault { get; init; } = true;

    /// <summary>Within how many London days a pause must be reviewed; absent where no rule says.</summary>
    public int? ReviewWithinDays { get; init; }
}
