using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>A clock with how it came to its due moment: enough for a stranger to recompute it.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="StartedBy">The entry that started it.</param>
/// <param name="MetBy">The entry that met it, where one did.</param>
/// <param name="RuleVersion">The version of the rule that was in force when it started.</param>
/// <param name="Length">How long that version allows.</param>
/// <param name="Calendar">What it counts by.</param>
/// <param name="Authority">Who says so.</param>
/// <param name="Standing">What the rule rests on, and what about it is a choice.</param>
/// <param name="Explanation">The arithmetic in sentences, each pause among them.</param>
/// <param name="Pauses">Each pause on record.</param>
/// <param name="NotPausable">Why nothing may pause it, where nothing may.</param>
/// <param name="RawElapsed">How long it has run, whatever held it up, as an ISO 8601 duration in hours, minutes and seconds.</param>
/// <param name="AdjustedElapsed">The same without the time in which it was held up.</param>
/// <param name="Breaches">Each breach recorded of it, those withdrawn too.</param>
/// <param name="Moments">When it warns and whom it tells.</param>
/// <param name="Tzdb">The version of the time zone database it was counted with.</param>
public sealed record ExplainedClock(
    ClockView Clock,
    EntryNamed StartedBy,
    EntryNamed? MetBy,
    int RuleVersion,
    string Length,
    string Calendar,
    Authority Authority,
    Standing Standing,
    IReadOnlyList<string> Explanation,
    IReadOnlyList<PauseView> Pauses,
    string? NotPausable,
    string RawElapsed,
    string AdjustedElapsed,
    IReadOnlyList<BreachView> Breaches,
    IReadOnlyList<MomentView> Moments,
    string Tzdb)
{
    /// <summary>The clocks of a case as they stand at a moment, explained.</summary>
    public static IReadOnlyList<ExplainedClock> Of(CaseNow now) => [.. now.Clocks.Select(clock => Of(clock, now))];

    private static ExplainedClock Of(Clock clock, CaseNow now) => new(
        ClockView.Of(clock, now.History, now.At),
        EntryNamed.Of(clock.Start),
        clock.Stop is { } stop ? EntryNamed.Of(stop) : null,
        clock.Rule.Version,
        clock.Rule.Length.Words,
        clock.Rule.Length.Calendar,
        clock.Rule.Authority,
        clock.Rule.Standing,
        clock.Due.Explanation,
        [.. clock.Pauses.Select(PauseView.Of)],
        (clock.Rule.PausableBy as NotPausable)?.Reason,
        Say(clock.RawElapsed(now.At)),
        Say(clock.AdjustedElapsed(now.At)),
        [.. BreachView.Of(clock, now.History)],
        [.. clock.Moments.Select(moment => new MomentView(moment.At, moment.Words, moment.Level?.ToString(), moment.Who))],
        LocalCalendar.TzdbVersion);

    private static string Say(Duration elapsed) => System.Xml.XmlConvert.ToString(elapsed.ToTimeSpan());
}

/// <summary>An entry that a clock hangs on.</summary>
/// <param name="Version">Its number in the case's history.</param>
/// <param name="Name">What was recorded.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="RecordedAt">When it was recorded.</param>
public sealed record EntryNamed(long Version, string Name, Instant OccurredAt, Instant RecordedAt)
{
    /// <summary>An entry as it is named.</summary>
    public static EntryNamed Of(Entry entry) => new(entry.Version, EventNames.Of(entry.Fact), entry.Fact.OccurredAt, entry.RecordedAt);
}

/// <summary>A pause as it is shown.</summary>
/// <param name="Entry">The entry that paused the clock.</param>
/// <param name="From">When it began.</param>
/// <param name="Until">When it ended; null while it lasts.</param>
/// <param name="Ground">What held the clock up.</param>
/// <param name="Party">Who did.</param>
/// <param name="RequestedAt">When they were asked.</param>
/// <param name="LastChasedAt">When they were last asked again.</param>
public sealed record PauseView(long Entry, Instant From, Instant? Until, PauseGround Ground, HoldingUp Party, Instant RequestedAt, Instant LastChasedAt)
{
    /// <summary>A pause as it is shown.</summary>
    public static PauseView Of(Pause pause) => new(pause.Paused.Version, pause.From, pause.Until, pause.Fact.Ground, pause.Fact.Party, pause.Fact.RequestedAt, pause.Fact.LastChasedAt);
}

/// <summary>A breach of a clock as it is shown.</summary>
/// <param name="Entry">The entry that records it.</param>
/// <param name="Number">Which breach of this clock it is.</param>
/// <param name="Cause">How it came about.</param>
/// <param name="At">The moment of the breach.</param>
/// <param name="DetectedAt">When the service noticed.</param>
/// <param name="WithdrawnBy">The entry that withdrew it, where one did.</param>
/// <param name="WithdrawnBecause">What took it away.</param>
public sealed record BreachView(long Entry, int Number, BreachCause Cause, Instant At, Instant DetectedAt, long? WithdrawnBy, BreachWithdrawalCause? WithdrawnBecause)
{
    /// <summary>The breaches recorded of a clock, in order.</summary>
    public static IEnumerable<BreachView> Of(Clock clock, History history) =>
        from entry in history.Entries
        let breach = entry.Fact as ClockBreached
        where breach is not null && breach.Rule == clock.Rule.Id && breach.StartedBy == clock.Start.Version
        let withdrawal = history.Entries.FirstOrDefault(other => other.Fact is BreachWithdrawn taken && taken.Breach == entry.Version)
        select new BreachView(entry.Version, breach.Number, breach.Cause, breach.OccurredAt, breach.DetectedAt, withdrawal?.Version, (withdrawal?.Fact as BreachWithdrawn)?.Cause);
}

/// <summary>A moment at which a clock speaks up.</summary>
/// <param name="At">When.</param>
/// <param name="Words">Which moment of the rule it is.</param>
/// <param name="Level">The rung of the ladder that is told; null for a warning to whoever holds the case.</param>
/// <param name="Who">Who that is.</param>
public sealed record MomentView(Instant At, string Words, string? Level, string? Who);
