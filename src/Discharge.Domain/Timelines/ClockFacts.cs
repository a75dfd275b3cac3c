using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>A clock passed its due moment with its stop not having happened. It is a fact of its own: recorded once, at its breach moment, however late it was detected.</summary>
/// <param name="OccurredAt">The breach moment: the first microsecond that no longer meets the rule.</param>
/// <param name="Rule">The rule, such as "T01".</param>
/// <param name="StartedBy">The version of the entry that started the clock.</param>
/// <param name="DueAt">The last microsecond that would have met the rule.</param>
/// <param name="DetectedAt">When the service noticed.</param>
public sealed record ClockBreached(Instant OccurredAt, string Rule, long StartedBy, Instant DueAt, Instant DetectedAt) : Fact(OccurredAt);

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

    /// <summary>The due moment moved and has not passed.</summary>
    DueMoved,

    /// <summary>By what is on record now the clock should never have run.</summary>
    NotOwed,

    /// <summary>The person had died or been readmitted before the due moment.</summary>
    NotReached,
}
