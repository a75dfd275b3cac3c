using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>One clock of one case: a rule, the entry that started it, and what the case's facts make of it. It is right even where every timer is down.</summary>
/// <param name="Rule">The rule in force when the clock started.</param>
/// <param name="Start">The entry that started it.</param>
/// <param name="Awaits">What it waits for, and whose that is.</param>
/// <param name="Due">When it is due, and how that was counted. While it is paused: as it stood when the pause began.</param>
/// <param name="Stop">The entry that met it, early, in time or late; null while it runs.</param>
/// <param name="IsVoid">Whether it should never have run.</param>
/// <param name="Moments">When it warns and whom it tells, in order; what a pause still holds up is not among them.</param>
public sealed record Clock(TimelineRule Rule, Entry Start, NextStep Awaits, Due Due, Entry? Stop, bool IsVoid, IReadOnlyList<Moment> Moments)
{
    // Longer than the distance between two moments of anything that comes again.
    private static readonly Duration Horizon = Duration.FromDays(60);

    /// <summary>When the person died, was readmitted or moved from home into an interim bed with it unmet, or it was declined: from then on nobody can meet it. Null where that did not happen.</summary>
    public Instant? NotReachedAt { get; init; }

    /// <summary>Who held it up and when, in order.</summary>
    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Since when it is held up, with no due moment until that is over; null while it runs.</summary>
    public Instant? PausedSince { get; init; }

    internal HeldUp? HeldUp { private get; init; }

    /// <summary>Whether it still runs: not met, not void, and still to be met by somebody.</summary>
    public bool IsOpen => Stop is null && NotReachedAt is null && !IsVoid;

    /// <summary>Whether no moment ends it: it runs until it is concluded, and is never breached.</summary>
    public bool IsOpenEnded => Rule.Length is OpenEnded;

    /// <summary>The last microsecond that meets it; null where it is never due.</summary>
    public Instant? DueAt => IsOpenEnded ? null : Due.DueAt;

    /// <summary>The first microsecond that does not; null where it is never due.</summary>
    public Instant? BreachAt => IsOpenEnded ? null : Due.BreachAt;

    /// <summary>When it first speaks up; null where it never does before it is due.</summary>
    public Instant? FirstSpeaksAt => IsOpenEnded ? Rule.RecurringMomentsFor(Due.StartedAt, Due.StartedAt + Horizon) is [var first, ..] ? first.At : null : Moments is [var own, ..] ? own.At : null;

    /// <summary>When it was met, or null.</summary>
    public Instant? StoppedAt => Stop?.Fact.OccurredAt;

    /// <summary>When it stopped running: met, or no longer to be met; null while it runs.</summary>
    public Instant? EndedAt => StoppedAt ?? NotReachedAt;

    /// <summary>Whether its due moment had passed unmet by a moment: then a breach of it has to be on record.</summary>
    public bool WasBreachedBy(Instant moment) => !IsVoid && PausedSince is null && moment >= Due.BreachAt && !(EndedAt < Due.BreachAt);

    /// <summary>How it stands at a moment.</summary>
    public ClockStatus StatusAt(Instant moment) => this switch
    {
        { IsVoid: true } => ClockStatus.Voided,
        { Stop: not null } when StoppedAt < Due.StartedAt => ClockStatus.MetEarly,
        { Stop: not null } => StoppedAt < Due.BreachAt ? ClockStatus.Met : ClockStatus.MetLate,
        { NotReachedAt: { } ended } => ended < Due.BreachAt ? ClockStatus.NotReached : ClockStatus.Breached,
        { PausedSince: not null } => ClockStatus.Paused,
        _ when moment >= Due.BreachAt => ClockStatus.Breached,
        _ when FirstSpeaksAt <= moment => ClockStatus.Warned,
        _ => ClockStatus.Running,
    };

    /// <summary>How long it has run by a moment, or ran until it ended, whatever held it up.</summary>
    public Duration RawElapsed(Instant moment) => Duration.Max(Until(moment) - Due.StartedAt, Duration.Zero);

    /// <summary>The same without the time in which it was held up.</summary>
    public Duration AdjustedElapsed(Instant moment) => RawElapsed(moment) - (HeldUp?.By(Until(moment)) ?? Duration.Zero);

    /// <summary>Every moment up to another at which it spoke up, in order: its own, and those that come again while it is open or paused.</summary>
    public IEnumerable<Moment> MomentsBy(Instant moment)
    {
        var until = Until(moment);
        return IsVoid
            ? []
            : Moments
                .Concat(Rule.RecurringMomentsFor(Due.StartedAt, until))
                .Concat(Pauses.SelectMany(pause => Rule.PauseMomentsFor(pause.From, Instant.Min(pause.Until ?? until, until))))
                .Where(said => said.At <= until)
                .OrderBy(said => said.At);
    }

    /// <summary>
    /// The next moment after this one at which something is to be said or recorded of it; null where nothing is. What ended it may be dated a little ahead, and past the due moment:
    /// until then its moments still come.
    /// </summary>
    public Instant? NextMomentAfter(Instant moment)
    {
        if (IsVoid || EndedAt <= moment)
        {
            return null;
        }

        var ahead = Moments
            .Concat(Rule.RecurringMomentsFor(moment, moment + Horizon))
            .Concat(PausedSince is { } since ? Rule.PauseMomentsFor(since, moment + Horizon) : [])
            .Select(next => (Instant?)next.At)
            .Append(PausedSince is null ? BreachAt : null);
        return ahead.Where(next => next > moment && !(next > EndedAt)).Min();
    }

    private Instant Until(Instant moment) => EndedAt is { } ended && ended < moment ? ended : moment;
}

/// <summary>How a clock stands.</summary>
public enum ClockStatus
{
    /// <summary>It runs, and nothing is to be said yet.</summary>
    Running,

    /// <summary>It runs, and its first warning has been given.</summary>
    Warned,

    /// <summary>Somebody outside holds it up, and it has no due moment until that is over.</summary>
    Paused,

    /// <summary>It passed its due moment unmet.</summary>
    Breached,

    /// <summary>What meets it happened before what starts it, as the rule allows.</summary>
    MetEarly,

    /// <summary>It was met in time.</summary>
    Met,

    /// <summary>It was met after its due moment; the breach stands.</summary>
    MetLate,

    /// <summary>It should never have run.</summary>
    Voided,

    /// <summary>The person died, was readmitted or moved from home into an interim bed, or it was declined, before its due moment and before it was met. It counts among those owed, and never among those met.</summary>
    NotReached,
}
