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
public sealed record PausableBy(IReadOnlyList<PauseGround> Grounds, IReadOnlyList<string> Evidence) : Pausing
{
    /// <summary>Whether it pauses unless an authority says otherwise; where not, it is switched on by configuration.</summary>
    public bool ByDefault { get; init; } = true;

    /// <summary>Within how many London days a pause must be reviewed; absent where no rule says.</summary>
    public int? ReviewWithinDays { get; init; }
}

/// <summary>What may hold a clock up from outside.</summary>
public enum PauseGround
{
    /// <summary>A private landlord has not given permission.</summary>
    LandlordPermission,

    /// <summary>A freeholder has not given permission.</summary>
    FreeholderPermission,

    /// <summary>Planning permission has not been given.</summary>
    PlanningPermission,

    /// <summary>The person is unavailable, at their own request.</summary>
    PersonUnavailable,

    /// <summary>The person is back in hospital.</summary>
    Readmission,
}

/// <summary>Who holds a clock up.</summary>
public enum HoldingUp
{
    /// <summary>A private landlord.</summary>
    Landlord,

    /// <summary>A freeholder.</summary>
    Freeholder,

    /// <summary>The planning authority.</summary>
    PlanningAuthority,

    /// <summary>The person themselves.</summary>
    Person,

    /// <summary>The hospital the person is back in.</summary>
    Hospital,
}
