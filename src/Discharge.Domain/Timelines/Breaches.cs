using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>Keeps the breaches on record in step with the clocks: each clock that passed its due moment unmet has one standing breach, and no other has any.</summary>
public static class Breaches
{
    /// <summary>The breaches of a history that stand, as entries.</summary>
    public static IEnumerable<Entry> StandingIn(History history)
    {
        var withdrawn = history.Standing.Select(entry => entry.Fact).OfType<BreachWithdrawn>().Select(withdrawal => withdrawal.Breach).ToHashSet();
        return history.Standing.Where(entry => entry.Fact is ClockBreached && !withdrawn.Contains(entry.Version));
    }

    /// <summary>What has to be recorded so that the breaches on record are those the clocks have at this moment; nothing where they are.</summary>
    public static IEnumerable<Fact> MissingFrom(History history, IReadOnlyCollection<Clock> clocks, Instant now)
    {
        var standing = StandingIn(history).Select(entry => (entry.Version, KeyOf((ClockBreached)entry.Fact))).ToDictionary(breach => breach.Item2, breach => breach.Version);
        var breached = clocks.Where(clock => clock.WasBreachedBy(now)).ToDictionary(KeyOf);
        var withdrawals = standing
            .Where(breach => !breached.ContainsKey(breach.Key))
            .Select(breach => new BreachWithdrawn(now, breach.Value, breach.Key.Rule, WhyNot(breach.Key, clocks, history)))
            .ToArray();

        return
        [
            .. withdrawals,
            .. breached
                .Where(clock => !standing.ContainsKey(clock.Key))
                .Select(clock => clock.Value)
                .OrderBy(clock => clock.Due.BreachAt)
                .Select(clock => BreachOf(clock, history, withdrawals, now)),
        ];
    }

    private static ClockBreached BreachOf(Clock clock, History history, BreachWithdrawn[] withdrawals, Instant now)
    {
        var earlier = history.Entries
            .Where(entry => entry.Fact is ClockBreached breach && breach.Rule == clock.Rule.Id && breach.StartedBy == clock.Start.Version)
            .Select(entry => entry.Version)
            .ToArray();
        var taken = history.Entries.Select(entry => entry.Fact).Concat(withdrawals).OfType<BreachWithdrawn>().LastOrDefault(withdrawal => earlier.Contains(withdrawal.Breach));
        return new(clock.Due.BreachAt, clock.Rule.Id, clock.Start.Version, clock.Due.DueAt, now, clock.Rule.Version, earlier.Length + 1, taken?.Cause switch
        {
            null => clock.Start.RecordedAt >= clock.Due.BreachAt ? BreachCause.StartRecordedLate : BreachCause.DueMomentPassed,
            BreachWithdrawalCause.MetInTime => BreachCause.CompletionWithdrawn,
            BreachWithdrawalCause.StartWithdrawn => BreachCause.StartRestored,
            BreachWithdrawalCause.DueMoved => BreachCause.DueMoved,
            BreachWithdrawalCause.NotOwed => BreachCause.OwedAgain,
            BreachWithdrawalCause.NotReached => BreachCause.EndingWithdrawn,
            _ => throw new InvalidOperationException($"A breach cannot follow a withdrawal by {taken.Cause}."),
        });
    }

    private static BreachWithdrawalCause WhyNot((string Rule, long StartedBy, Instant At) breach, IReadOnlyCollection<Clock> clocks, History history) =>
        clocks.FirstOrDefault(clock => (clock.Rule.Id, clock.Start.Version) == (breach.Rule, breach.StartedBy)) switch
        {
            _ when !history.Stands(breach.StartedBy) => BreachWithdrawalCause.StartWithdrawn,
            null or { IsVoid: true } => BreachWithdrawalCause.NotOwed,
            { Due.BreachAt: var at } when at != breach.At => BreachWithdrawalCause.DueMoved,
            { Stop: not null } => BreachWithdrawalCause.MetInTime,
            { NotReachedAt: not null } => BreachWithdrawalCause.NotReached,
            _ => BreachWithdrawalCause.DueMoved,
        };

    // The moment belongs to it: where the due moment moved, a breach of the old one is not a breach of the new.
    private static (string Rule, long StartedBy, Instant At) KeyOf(Clock clock) => (clock.Rule.Id, clock.Start.Version, clock.Due.BreachAt);

    private static (string Rule, long StartedBy, Instant At) KeyOf(ClockBreached breach) => (breach.Rule, breach.StartedBy, breach.OccurredAt);
}
