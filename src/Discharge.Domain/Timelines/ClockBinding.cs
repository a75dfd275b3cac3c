using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>What starts and stops the clocks of one rule in one type of case: the rule book's words, bound to facts.</summary>
/// <param name="RuleId">The rule, such as "T01".</param>
/// <param name="Starts">The entries that each start a clock.</param>
/// <param name="Stop">The entry that meets the clock which another entry started, or null.</param>
/// <param name="IsVoid">Whether clocks of this rule should never have run in this case.</param>
/// <typeparam name="TState">The type of case.</typeparam>
public sealed record ClockBinding<TState>(
    string RuleId, Func<TState, IEnumerable<Entry>> Starts, Func<TState, Entry, Entry?> Stop, Func<TState, bool> IsVoid)
{
    /// <summary>For each condition the rule book puts on a warning, in its words: whether it holds at that moment.</summary>
    public IReadOnlyDictionary<string, Func<TState, Due, Instant, bool>> Conditions { get; init; } = new Dictionary<string, Func<TState, Due, Instant, bool>>();

    /// <summary>What happened that may end the clock which an entry started without its being met; the rule says which of it does.</summary>
    public Func<TState, Entry, IEnumerable<Ending>> Endings { get; init; } = (_, _) => [];

    /// <summary>The clocks of this rule in a case. A clock keeps the version of the rule that was in force on the date it started.</summary>
    public IEnumerable<Clock> ClocksOf(TState state) =>
        from start in Starts(state)
        let rule = RuleBook.Standard.InForce(RuleId, LocalCalendar.DateOf(start.Fact.OccurredAt))
        where rule is not null
        let due = rule.DueAfter(start.Fact.OccurredAt) as Due
        where due is not null
        let ended = Endings(state, start).Where(ending => rule.VoidedBy.Contains(ending.Cause)).Select(ending => (Instant?)ending.At).Min()
        let stop = Stop(state, start) is { } met && !(met.Fact.OccurredAt > ended) ? met : null
        select new Clock(
            rule,
            start,
            due,
            stop,
            IsVoid(state),
            [.. rule.MomentsFor(start.Fact.OccurredAt, due).Where(moment => moment.If is null || Conditions[moment.If](state, due, moment.At))])
        {
            NotReachedAt = stop is null ? ended : null,
        };
}

/// <summary>Something that may end a clock without its being met.</summary>
/// <param name="Cause">What it was, in the rule book's words.</param>
/// <param name="At">When it happened.</param>
public sealed record Ending(Voiding Cause, Instant At);
