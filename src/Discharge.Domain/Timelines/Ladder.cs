namespace Discharge.Domain.Timelines;

/// <summary>Who is told when a clock is in trouble, from the person nearest to it upwards; the ladder is this service's proposal.</summary>
public enum LadderLevel
{
    /// <summary>The named worker and the case manager.</summary>
    L1 = 1,

    /// <summary>The lead of the team that owns the clock.</summary>
    L2,

    /// <summary>The hub lead or service manager.</summary>
    L3,

    /// <summary>The on-call director; for a detention the MHA office and the AMHP lead.</summary>
    L4,

    /// <summary>Information governance, which stands beside the ladder and is told of what concerns it alone.</summary>
    IG,
}

/// <summary>The ladder's rungs by the names the ward uses.</summary>
public static class Ladder
{
    /// <summary>Who stands on a rung.</summary>
    public static string WhoIs(LadderLevel level) => level switch
    {
        LadderLevel.L1 => "named worker and case manager",
        LadderLevel.L2 => "owning team lead",
        LadderLevel.L3 => "hub lead or service manager",
        LadderLevel.L4 => "on-call director",
        LadderLevel.IG => "information governance",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "The ladder has four levels."),
    };
}
