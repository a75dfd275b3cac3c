using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>What would be different in a case if something had happened, or if another rule held. Nothing of it is written.</summary>
/// <param name="Id">The case.</param>
/// <param name="At">The moment at which both are looked at.</param>
/// <param name="Steps">What came of each thing that was supposed to happen, in order.</param>
/// <param name="Clocks">Every clock as it would stand without and with it.</param>
/// <param name="BreachesAvoided">The rules of the clocks that would not be breached.</param>
/// <param name="BreachesAdded">The rules of the clocks that would be breached in addition.</param>
/// <param name="BedFreeAt">When the bed that the person is in, or was in last, comes free, without and with it.</param>
public sealed record WhatIf(
    Guid Id, Instant At, IReadOnlyList<WhatIfStep> Steps, IReadOnlyList<ClockCompared> Clocks, IReadOnlyList<string> BreachesAvoided, IReadOnlyList<string> BreachesAdded, BedCompared BedFreeAt)
{
    /// <summary>What is supposed to happen: it decides on the history with all that came before it.</summary>
    public delegate Verdict Supposed(History history);

    /// <summary>Compares a case as it is with the case as it would be.</summary>
    /// <param name="book">The rules as they are.</param>
    /// <param name="otherBook">The rules as they would be.</param>
    /// <param name="id">The case.</param>
    /// <param name="history">Its history.</param>
    /// <param name="supposed">What would happen, in order.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="at">The moment at which both are looked at.</param>
    public static WhatIf Of(RuleBook book, RuleBook otherBook, Guid id, History history, IReadOnlyList<Supposed> supposed, Actor by, Instant at)
    {
        var type = StreamTypes.Of(history);
        var (then, steps) = (history, new List<WhatIfStep>());
        foreach (var step in supposed)
        {
            var verdict = step(then);
            var facts = verdict is Verdict.Accepted accepted ? accepted.Facts : [];
            var entries = facts.Select((fact, index) => new Entry(then.Version + 1 + index, fact, Instant.Max(fact.OccurredAt, then.Entries[^1].RecordedAt), by)).ToArray();
            then = then.With(entries);
            steps.Add(new(
                [.. entries.Select(entry => new RecordedEntry(entry.Version, EventNames.Of(entry.Fact)))],
                [.. facts.SelectMany(fact => fact.Departures).Distinct().Select(type.DepartureOf)],
                (verdict as Verdict.Refused)?.Refusal.Code,
                (verdict as Verdict.Refused)?.Refusal.Sentence));
        }

        // Both as they stand at the moment: what happens after it has not happened yet.
        var (before, after) = (type.ClocksOf(book, id, history.AsOf(at)), type.ClocksOf(otherBook, id, then.AsOf(at)));
        var (breached, wouldBe) = (Breached(before, at), Breached(after, at));
        return new(
            id,
            at,
            steps,
            [
                .. before.Concat(after).Select(KeyOf).Distinct().Select(key =>
                    ClockCompared.Of(key, before.FirstOrDefault(clock => KeyOf(clock) == key), after.FirstOrDefault(clock => KeyOf(clock) == key), at)),
            ],
            [.. breached.Except(wouldBe).Select(key => key.Rule)],
            [.. wouldBe.Except(breached).Select(key => key.Rule)],
            new(type.BedFreeAt(id, history), type.BedFreeAt(id, then)));
    }

    private static (string Rule, long StartedBy)[] Breached(IEnumerable<Clock> clocks, Instant at) => [.. clocks.Where(clock => clock.WasBreachedBy(at)).Select(KeyOf)];

    private static (string Rule, long StartedBy) KeyOf(Clock clock) => (clock.Rule.Id, clock.Start.Version);
}

/// <summary>What came of one thing that was supposed to happen.</summary>
/// <param name="Recorded">What would be recorded; nothing where it is on record already or would be refused.</param>
/// <param name="Warnings">Each rule it would depart from.</param>
/// <param name="RefusedBy">The code of the rule that would refuse it.</param>
/// <param name="Why">That rule in words.</param>
public sealed record WhatIfStep(IReadOnlyList<RecordedEntry> Recorded, IReadOnlyList<Departure> Warnings, string? RefusedBy, string? Why);

/// <summary>A clock without and with what is supposed.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="StartedBy">The entry that starts it.</param>
/// <param name="Before">How it would stand without; null where there would be none.</param>
/// <param name="After">How it would stand with; null where there would be none.</param>
/// <param name="DueAtBefore">When it is due without.</param>
/// <param name="DueAtAfter">When it is due with.</param>
/// <param name="Differs">Whether the two differ.</param>
public sealed record ClockCompared(string Rule, long StartedBy, ClockStatus? Before, ClockStatus? After, Instant? DueAtBefore, Instant? DueAtAfter, bool Differs)
{
    internal static ClockCompared Of((string Rule, long StartedBy) key, Clock? before, Clock? after, Instant at) => new(
        key.Rule,
        key.StartedBy,
        before?.StatusAt(at),
        after?.StatusAt(at),
        before?.DueAt,
        after?.DueAt,
        (before?.StatusAt(at), before?.DueAt) != (after?.StatusAt(at), after?.DueAt));
}

/// <summary>When a bed comes free, without and with what is supposed.</summary>
/// <param name="Before">Without; null while the person is in it.</param>
/// <param name="After">With; null while they would be in it.</param>
public sealed record BedCompared(Instant? Before, Instant? After);
