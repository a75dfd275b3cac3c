using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>To pause a clock because somebody outside holds it up. Whoever asks for it says all that is needed to chase them.</summary>
/// <param name="OccurredAt">From when it is held up.</param>
/// <param name="Rule">The rule, such as "T16".</param>
/// <param name="Ground">What holds it up.</param>
/// <param name="Party">Who does.</param>
/// <param name="RequestedAt">When they were asked.</param>
/// <param name="LastChasedAt">When they were last asked again.</param>
/// <param name="Alternative">What else was considered, in words.</param>
/// <param name="Interim">What is arranged for the person meanwhile, in words.</param>
public sealed record PauseClock(
    Instant OccurredAt, string Rule, PauseGround Ground, HoldingUp Party, Instant RequestedAt, Instant LastChasedAt, NoteRef Alternative, NoteRef Interim)
{
    /// <summary>No clock of that rule runs in the case.</summary>
    public static readonly Refusal NotRunning = new("clock.not-running", "No clock of that rule runs in this case.", "The rule of a clock that is open, as the case shows it.");

    /// <summary>The rule allows no pause; the sentence says why.</summary>
    public static readonly Refusal NotPausable = new(
        "clock.not-pausable", "The rule allows no pause.", "Record what delays it; the clock runs on, and is voided only by what the rule names.");

    /// <summary>The rule can be paused, and this deployment has not switched that on.</summary>
    public static readonly Refusal NotSwitchedOn = new(
        "clock.pausing-not-switched-on", "Pausing this rule is a choice of the authority, and it has not been made here.", "The rule's pausing switched on in the configuration.");

    /// <summary>The rule is not paused by that.</summary>
    public static readonly Refusal GroundNotAccepted = new("clock.ground-not-accepted", "That does not pause this rule.", "A ground the rule names; the rule book lists them.");

    /// <summary>The dates contradict each other.</summary>
    public static readonly Refusal DatesContradict = new(
        "clock.pause-dates", "Somebody is asked first and chased later, and cannot have been chased after the moment this is said for.", "The date they were asked, then the date they were last chased, then the moment this is said for.");

    /// <summary>It is held up already.</summary>
    public static readonly Refusal AlreadyPaused = new("clock.already-paused", "The clock is paused already.", "Say that it runs again, or withdraw the pause as entered in error.");

    /// <summary>It had been breached or met by then.</summary>
    public static readonly Refusal TooLate = new("clock.pause-too-late", "By then the clock had passed its due moment or had ended.", "A moment between the clock's start and its due moment.");

    /// <summary>The pause to record, nothing where it is on record, or why it is refused.</summary>
    public Decision<ClockPaused> Decide(History history, IReadOnlyList<Clock> clocks)
    {
        if (clocks.LastOrDefault(clock => clock.Rule.Id == Rule && clock.IsOpen) is not { } clock)
        {
            return NotRunning;
        }

        var pause = new ClockPaused(OccurredAt, Rule, clock.Start.Version, Ground, Party, RequestedAt, LastChasedAt, Alternative, Interim);
        return clock.Rule.PausableBy switch
        {
            _ when history.Standing.Any(entry => entry.Fact.SaysTheSameAs(pause)) => [],
            NotPausable never => NotPausable with { Sentence = never.Reason },
            PausableBy { ByDefault: false } => NotSwitchedOn,
            PausableBy by when !by.Grounds.Contains(Ground) => GroundNotAccepted,
            _ when RequestedAt > LastChasedAt || LastChasedAt > OccurredAt => DatesContradict,
            _ when clock.PausedSince is not null => AlreadyPaused.Naming(clock.Pauses.Last(held => held.Until is null).Paused.Version),
            _ when OccurredAt < clock.Due.StartedAt || OccurredAt >= clock.Due.BreachAt => TooLate,
            _ => pause,
        };
    }
}

/// <summary>To say that a clock which was held up runs again.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="Rule">The rule, such as "T16".</param>
public sealed record ResumeClock(Instant OccurredAt, string Rule)
{
    /// <summary>No clock of that rule is held up.</summary>
    public static readonly Refusal NotPaused = new("clock.not-paused", "No clock of that rule is paused in this case.", "The rule of a clock that is paused.");

    /// <summary>It is said to run again before it was held up.</summary>
    public static readonly Refusal BeforePause = new("clock.resumed-before-pause", "A clock cannot run again before it was paused.", "A moment after the pause began.");

    /// <summary>What to record, nothing where it is on record, or why it is refused.</summary>
    public Decision<ClockResumed> Decide(History history, IReadOnlyList<Clock> clocks)
    {
        if (Pause.In(history).Any(pause => pause.Fact.Rule == Rule && pause.Until == OccurredAt))
        {
            return [];
        }

        return clocks.LastOrDefault(clock => clock.Rule.Id == Rule && clock.PausedSince is not null)?.Pauses.Last(held => held.Until is null) switch
        {
            null => NotPaused,
            { From: var from } pause when OccurredAt < from => BeforePause.Naming(pause.Paused.Version),
            var pause => new ClockResumed(OccurredAt, pause.Paused.Version),
        };
    }
}
