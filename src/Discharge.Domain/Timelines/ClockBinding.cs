using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>What starts and stops the clocks of one rule in one type of case: the rule book's words, bound to facts.</summary>
/// <param name="RuleId">The rule, such as "T01".</param>
/// <param name="Awaits">What an open clock waits for, and whose that is.</param>
/// <param name="Starts">The entries that each start a clock.</param>
/// <param name="Stops">The entries that could meet the clock which another entry started, in order of occurrence; the rule says from when on they count.</param>
/// <param name="IsVoid">Whether clocks of this rule should never have run in this case.</param>
/// <typeparam name="TState">The type of case.</typeparam>
public sealed record ClockBinding<TState>(
    string RuleId, NextStep Awaits, Func<TState, IEnumerable<Entry>> Starts, Func<TState, Entry, IEnumerable<Entry>> Stops, Func<TState, bool> IsVoid)
{
    /// <summary>For each condition the rule book puts on a warning: whether it holds at that moment.</summary>
    public IReadOnlyDictionary<Condition, Func<TState, Due, Instant, bool>> Conditions { get; init; } = new Dictionary<Condition, Func<TState, Due, Instant, bool>>();

    /// <summary>What happened that may end the clock which an entry started without its being met; the rule says which of it does.</summary>
    public Func<TState, Entry, IEnumerable<Ending>> Endings { get; init; } = (_, _) => [];

    /// <summary>The clocks of this rule in a case. A clock keeps the version of the rule that was in force on the date it started.</summary>
    public IEnumerable<Clock> ClocksOf(TState state, ClockTerms terms) =>
        from start in Starts(state)
        let rule = terms.Book.InForce(RuleId, LocalCalendar.DateOf(start.Fact.OccurredAt))
        where rule is not null
        let due = rule.ClockDue(start.Fact.OccurredAt)
        where due is not null
        select ClockOf(state, start, rule, due, rule.Holds(terms.Pauses, start));

    private Clock ClockOf(TState state, Entry start, TimelineRule rule, Due due, IReadOnlyList<Pause> pauses)
    {
        var ended = Endings(state, start).Where(ending => rule.VoidedBy.Contains(ending.Cause)).Select(ending => (Instant?)ending.At).Min();
        var stop = Stops(state, start).FirstOrDefault(entry => rule.Counts(entry.Fact.OccurredAt, due) && !(entry.Fact.OccurredAt > ended));
        var heldUp = pauses is [] ? null : new HeldUp(pauses, due, stop?.Fact.OccurredAt ?? ended);
        return new Clock(rule, start, Awaits, heldUp?.Move(due) ?? due, stop, IsVoid(state), [.. MomentsOf(state, start, rule, due, heldUp)])
        {
            NotReachedAt = stop is null ? ended : null,
            Pauses = pauses,
            PausedSince = stop is null && ended is null ? heldUp?.Since(due) : null,
            HeldUp = heldUp,
        };
    }

    private IEnumerable<Moment> MomentsOf(TState state, Entry start, TimelineRule rule, Due due, HeldUp? heldUp) =>
        from moment in rule.MomentsFor(start.Fact.OccurredAt, due)
        let at = heldUp is null ? moment.At : heldUp.Moved(moment.At)
        where at is not null
        where moment.If is null || Conditions[moment.If](state, due, at.Value)
        select at == moment.At ? moment : moment with { At = at.Value };
}

/// <summary>Something that may end a clock without its being met.</summary>
/// <param name="Cause">What it was, in the rule book's words.</param>
/// <param name="At">When it happened.</param>
public sealed record Ending(Voiding Cause, Instant At);
