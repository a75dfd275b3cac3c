using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>A clock passed its due moment with its stop not having happened. It is a fact of its own: recorded once, at its breach moment, however late it was detected.</summary>
/// <param name="OccurredAt">The breach moment: the first microsecond that no longer meets the rule.</param>
/// <param name="Rule">The rule, such as "T01".</param>
/// <param name="StartedBy">The version of the entry that started the clock.</param>
/// <param name="DueAt">The last microsecond that would have met the rule.</param>
/// <param name="DetectedAt">When the service noticed.</param>
/// <param name="RuleVersion">The version of the rule that was in force when the clock started.</param>
/// <param name="Number">Which breach of this clock it is: the first, or the second after a correction.</param>
/// <param name="Cause">How it came to be a breach.</param>
public sealed record ClockBreached(
    Instant OccurredAt,
    string Rule,
    long StartedBy,
    Instant DueAt,
    Instant DetectedAt,
    int RuleVersion = 1,
    int Number = 1,
    BreachCause Cause = BreachCause.DueMomentPassed) : Fact(OccurredAt);

/// <summary>How a breach came about.</summary>
public enum BreachCause
{
    /// <summary>The due moment passed with the clock unmet.</summary>
    DueMomentPassed,

    /// <summary>What started the clock was put on record after its due moment had passed.</summary>
    StartRecordedLate,

    /// <summary>What had met the clock in time no longer stands, or no longer counts.</summary>
    CompletionWithdrawn,

    /// <summary>What had started the clock stands again.</summary>
    StartRestored,

    /// <summary>The due moment moved, and has passed.</summary>
    DueMoved,

    /// <summary>By what is on record now the clock should have run after all.</summary>
    OwedAgain,

    /// <summary>The death or return that had ended the clock before its due moment no longer stands.</summary>
    EndingWithdrawn,
}

/// <summary>A recorded breach no longer follows from what stands on record.</summary>
/// <param name="OccurredAt">When that came out.</param>
/// <param name="Breach">The version of the breach.</param>
/// <param name="Rule">The rule, such as "T01".</param>
/// <param name="Cause">What took it away.</param>
public sealed record BreachWithdrawn(Instant OccurredAt, long Breach, string Rule, BreachWithdrawalCause Cause) : Fact(OccurredAt);

/// <summary>What took a breach away.</summary>
public enum BreachWithdrawalCause
{
    /// <summary>A completion recorded later happened in time.</summary>
    MetInTime,

    /// <summary>What started the clock no longer stands.</summary>
    StartWithdrawn,

    /// <summary>The due moment moved.</summary>
    DueMoved,

    /// <summary>By what is on record now the clock should never have run.</summary>
    NotOwed,

    /// <summary>The person had died or been readmitted before the due moment.</summary>
    NotReached,
}

/// <summary>Somebody outside holds a clock up. The time goes on being counted beside the adjusted time.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="Rule">The rule, such as "T16".</param>
/// <param name="StartedBy">The version of the entry that started the clock.</param>
/// <param name="Ground">What holds it up.</param>
/// <param name="Party">Who does.</param>
/// <param name="RequestedAt">When they were asked.</param>
/// <param name="LastChasedAt">When they were last asked again.</param>
/// <param name="Alternative">What else was considered, in words.</param>
/// <param name="Interim">What is arranged for the person meanwhile, in words.</param>
public sealed record ClockPaused(
    Instant OccurredAt,
    string Rule,
    long StartedBy,
    PauseGround Ground,
    HoldingUp Party,
    Instant RequestedAt,
    Instant LastChasedAt,
    NoteRef Alternative,
    NoteRef Interim) : Fact(OccurredAt);

/// <summary>A clock that was held up runs again.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="Pause">The version of the entry that paused it.</param>
public sealed record ClockResumed(Instant OccurredAt, long Pause) : Fact(OccurredAt);
