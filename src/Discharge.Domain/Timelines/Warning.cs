namespace Discharge.Domain.Timelines;

/// <summary>A warning: a moment, and the condition under which it is given.</summary>
/// <param name="At">When.</param>
/// <param name="If">Given only where this holds; absent where it is always given.</param>
/// <param name="Offers">What the warning puts before the person who gets it, beyond the clock itself; absent for most.</param>
public sealed record Warning(WarningMoment At, Condition? If = null, string? Offers = null);

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

/// <summary>What must hold for a warning to be given; a case type binds it to its facts.</summary>
/// <param name="Sentence">What must hold, in words.</param>
public sealed record Condition(string Sentence)
{
    /// <summary>No visit is booked inside 24 hours.</summary>
    public static readonly Condition NoVisitBooked = new("no visit is booked inside 24 hours");

    /// <summary>No review has been made on the date.</summary>
    public static readonly Condition NoReviewYet = new("there is no review yet");

    /// <summary>The awaited assessment is not booked.</summary>
    public static readonly Condition NotBooked = new("the assessment is not booked");
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
