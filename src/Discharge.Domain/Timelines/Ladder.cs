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
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "The ladder has four levels."),
    };
}

/// <summary>A warning: a moment, and the condition under which it is given.</summary>
/// <param name="At">When.</param>
/// <param name="If">Given only where this holds, such as "no visit is booked inside 24 hours"; absent where it is always given.</param>
/// <param name="Offers">What the warning puts before the person who gets it, beyond the clock itself; absent for most.</param>
public sealed record Warning(WarningMoment At, string? If = null, string? Offers = null);

/// <summary>An escalation: a level of the ladder, and when it is told.</summary>
/// <param name="Level">The rung.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who stands on it for this rule.</param>
public sealed record Escalation(LadderLevel Level, WarningMoment At, string Who)
{
    /// <summary>An escalation to whoever usually stands on the rung.</summary>
    public Escalation(LadderLevel level, WarningMoment at)
        : this(level, at, Ladder.WhoIs(level))
    {
    }
}

/// <summary>How what a rule has to say reaches people: person by person, or gathered so that a ward is not flooded.</summary>
public enum Telling
{
    /// <summary>A message for each clock.</summary>
    EachClock,

    /// <summary>One message for a ward and round.</summary>
    OnePerWardAndRound,

    /// <summary>One list a day, by band.</summary>
    OneDailyListByBand,
}
