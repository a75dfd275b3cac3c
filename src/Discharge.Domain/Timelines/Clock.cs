using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>One clock of one case: a rule, the entry that started it, and what the case's facts make of it. It is right even where every timer is down.</summary>
/// <param name="Rule">The rule in force when the clock started.</param>
/// <param name="Start">The entry that started it.</param>
/// <param name="Due">When it is due, and how that was counted.</param>
/// <param name="Stop">The entry that met it, in time or late; null while it runs.</param>
/// <param name="IsVoid">Whether it should never have run.</param>
/// <param name="Moments">When it warns and whom it tells, in order.</param>
public sealed record Clock(TimelineRule Rule, Entry Start, Due Due, Entry? Stop, bool IsVoid, IReadOnlyList<Moment> Moments)
{
    /// <summary>When the person died or was readmitted with it unmet: from then on nobody can meet it. Null where that did not happen.</summary>
    public Instant? NotReachedAt { get; init; }

    /// <summary>Whether it still runs: not met, not void, and still to be met by somebody.</summary>
    public bool IsOpen => Stop is null && NotReachedAt is null && !IsVoid;

    /// <summary>When it was met, or null.</summary>
    public Instant? StoppedAt => Stop?.Fact.OccurredAt;

    /// <summary>When it stopped running: met, or no longer to be met; null while it runs.</summary>
    public Instant? EndedAt => StoppedAt ?? NotReachedAt;

    /// <summary>Whether its due moment had passed unmet by a moment: then a breach of it has to be on record.</summary>
    public bool WasBreachedBy(Instant moment) => !IsVoid && moment >= Due.BreachAt && !(EndedAt < Due.BreachAt);

    /// <summary>How it stands at a moment.</summary>
    public ClockStatus StatusAt(Instant moment) => this switch
    {
        { IsVoid: true } => ClockStatus.Voided,
        { Stop: not null } => StoppedAt < Due.BreachAt ? ClockStatus.Met : ClockStatus.MetLate,
        { NotReachedAt: { } ended } => ended < Due.BreachAt ? ClockStatus.NotReached : ClockStatus.Breached,
        _ when moment >= Due.BreachAt => ClockStatus.Breached,
        _ when Moments.Any(warning => warning.At <= moment) => ClockStatus.Warned,
        _ => ClockStatus.Running,
    };

    /// <summary>The next moment after this one at which something is to be said or recorded of it; null where nothing is.</summary>
    public Instant? NextMomentAfter(Instant moment)
    {
        if (!IsOpen)
        {
            return null;
        }

        var ahead = Moments.Select(next => next.At).Append(Due.BreachAt).Where(next => next > moment).ToArray();
        return ahead is [] ? null : ahead.Min();
    }
}

/// <summary>How a clock stands.</summary>
public enum ClockStatus
{
    /// <summary>It runs, and nothing is to be said yet.</summary>
    Running,

    /// <summary>It runs, and its first warning has been given.</summary>
    Warned,

    /// <summary>It passed its due moment unmet.</summary>
    Breached,

    /// <summary>It was met in time.</summary>
    Met,

    /// <summary>It was met after its due moment; the breach stands.</summary>
    MetLate,

    /// <summary>It should never have run.</summary>
    Voided,

    /// <summary>The person died or was readmitted before its due moment and before it was met. It counts among those owed, and never among those met.</summary>
    NotReached,
}
