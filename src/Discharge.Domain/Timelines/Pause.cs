using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>A stretch of time in which somebody outside held a clock up. It moves what is ahead of it, and deletes nothing.</summary>
/// <param name="Paused">The entry that says so.</param>
/// <param name="Resumed">The entry that says it is over; null while it lasts.</param>
public sealed record Pause(Entry Paused, Entry? Resumed)
{
    /// <summary>What is on record of it.</summary>
    public ClockPaused Fact => (ClockPaused)Paused.Fact;

    /// <summary>When it began.</summary>
    public Instant From => Fact.OccurredAt;

    /// <summary>When it ended; null while it lasts.</summary>
    public Instant? Until => Resumed?.Fact.OccurredAt;

    /// <summary>The pauses that stand in a history, in the order in which they began.</summary>
    public static IReadOnlyList<Pause> In(History history)
    {
        var resumed = history.Standing.Where(entry => entry.Fact is ClockResumed).ToLookup(entry => ((ClockResumed)entry.Fact).Pause);
        return
        [
            .. history.Standing
                .Where(entry => entry.Fact is ClockPaused)
                .OrderBy(entry => entry.Fact.OccurredAt)
                .Select(entry => new Pause(entry, resumed[entry.Version].Where(end => end.Fact.OccurredAt >= entry.Fact.OccurredAt).MinBy(end => end.Fact.OccurredAt))),
        ];
    }
}

/// <summary>What a case's clocks are counted by, beside its own facts.</summary>
/// <param name="Book">The rules.</param>
/// <param name="Pauses">The pauses that stand on record.</param>
public sealed record ClockTerms(RuleBook Book, IReadOnlyList<Pause> Pauses)
{
    /// <summary>The rules, and the pauses of a history.</summary>
    public static ClockTerms Of(RuleBook book, History history) => new(book, Pause.In(history));
}
