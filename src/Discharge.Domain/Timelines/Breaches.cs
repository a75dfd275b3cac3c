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
        var standing = StandingIn(history).ToDictionary(entry => (((ClockBreached)entry.Fact).Rule, ((ClockBreached)entry.Fact).StartedBy));
        var breached = clocks.Where(clock => clock.WasBreachedBy(now)).ToDictionary(KeyOf);

        foreach (var ((rule, startedBy), entry) in standing.Where(breach => !breached.ContainsKey(breach.Key)))
        {
            var clock = clocks.FirstOrDefault(candidate => KeyOf(candidate) == (rule, startedBy));
            yield return new BreachWithdrawn(now, entry.Version, rule, CauseOf(clock, history.Stands(startedBy)));
        }

        foreach (var clock in breached.Where(clock => !standing.ContainsKey(clock.Key)).Select(pair => pair.Value).OrderBy(clock => clock.Due.BreachAt))
        {
            yield return new ClockBreached(clock.Due.BreachAt, clock.Rule.Id, clock.Start.Version, clock.Due.DueAt, now);
        }
    }

    private static (string Rule, long StartedBy) KeyOf(Clock clock) => (clock.Rule.Id, clock.Start.Version);

    private static BreachWithdrawalCause CauseOf(Clock? clock, bool startStands) => clock switch
    {
        _ when !startStands => BreachWithdrawalCause.StartWithdrawn,
        null or { IsVoid: true } => BreachWithdrawalCause.NotOwed,
        { Stop: not null } => BreachWithdrawalCause.MetInTime,
        { NotReachedAt: { } ended } when ended < clock.Due.BreachAt => BreachWithdrawalCause.NotReached,
        _ => BreachWithdrawalCause.DueMoved,
    };
}
