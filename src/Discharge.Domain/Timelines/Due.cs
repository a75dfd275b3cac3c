using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>The answer to "when would this be due": a due moment with its arithmetic, or why there is none.</summary>
public abstract record Reckoning
{
    private protected Reckoning()
    {
    }
}

/// <summary>When a clock is due, and how that was counted.</summary>
/// <param name="RuleId">The rule it was counted by; unknown where a length was asked on its own.</param>
/// <param name="StartedAt">When the clock started, in whole microseconds.</param>
/// <param name="DueAt">The last microsecond that still meets the rule.</param>
/// <param name="DueOn">The London date it is due on, for rules that count dates; absent for those that count hours.</param>
/// <param name="BreachAt">The first microsecond that no longer meets the rule.</param>
/// <param name="Steps">Says how it was counted; asked only where somebody wants to read it, because a command asks for the moment alone.</param>
public sealed record Due(
    string? RuleId, Instant StartedAt, Instant DueAt, LocalDate? DueOn, Instant BreachAt, Func<IEnumerable<string>> Steps) : Reckoning
{
    /// <summary>The steps, each a sentence a stranger can recompute; the last one names the deciding moment in Universal Time.</summary>
    public IReadOnlyList<string> Explanation => [.. Steps()];

    /// <summary>A moment after any at which a clock can be due, so that what is never due comes last where clocks stand in order.</summary>
    public static Instant AfterAll { get; } = Instant.FromUtc(9999, 12, 31, 0, 0);

    /// <summary>The first moment that meets the rule, where it has one: a contact owed between 24 and 72 hours is not met after one hour.</summary>
    public Instant? EarliestAt { get; init; }

    /// <summary>What a clock is counted by that no moment ends: it is never due, and never breached.</summary>
    internal static Due Never(string ruleId, Instant startedAt) => new(ruleId, startedAt, AfterAll, null, AfterAll, () =>
    [
        Timelines.Steps.Started(startedAt),
        "It lasts until it is concluded; no moment ends it by itself.",
    ]);

    /// <summary>Two answers are one when they say the same, sentence by sentence.</summary>
    public bool Equals(Due? other) =>
        other is not null
        && (RuleId, StartedAt, DueAt, DueOn, BreachAt, EarliestAt) == (other.RuleId, other.StartedAt, other.DueAt, other.DueOn, other.BreachAt, other.EarliestAt)
        && Explanation.SequenceEqual(other.Explanation);

    /// <summary>Agrees with <see cref="Equals(Due?)"/>.</summary>
    public override int GetHashCode() => HashCode.Combine(RuleId, StartedAt, DueAt, BreachAt);
}

/// <summary>There is no due moment to give, and why.</summary>
/// <param name="Code">Stable, such as <c>timeline.no-single-due</c>.</param>
/// <param name="Sentence">Why, in words for the ward.</param>
public sealed record NoDue(string Code, string Sentence) : Reckoning
{
    /// <summary>The rule has no single due moment.</summary>
    public const string NoSingleDueCode = "timeline.no-single-due";

    /// <summary>The rule was not in force on the date asked for.</summary>
    public const string NotInForceCode = "timeline.not-in-force";

    /// <summary>The start lies outside the years the calendar answers for.</summary>
    public const string StartOutOfRangeCode = "timeline.start-out-of-range";

    internal static NoDue NoSingleDue(string sentence) => new(NoSingleDueCode, sentence);

    internal static NoDue NotInForce(string ruleId, LocalDate on) =>
        new(NotInForceCode, $"{ruleId} was not in force on {LocalCalendar.Say(on)}.");

    internal static readonly NoDue StartOutOfRange =
        new(StartOutOfRangeCode, $"A start from {LocalCalendar.Earliest.InUtc().Year} up to {LocalCalendar.Latest.InUtc().Year - 1} can be counted from.");
}
