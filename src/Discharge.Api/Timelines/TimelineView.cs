using Discharge.Api.OpenApi;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Api.Timelines;

/// <summary>The rule book as it is shown.</summary>
/// <param name="Timelines">Every rule.</param>
/// <param name="Tzdb">The version of the time zone database the calendars count with.</param>
public sealed record RuleBookView(IReadOnlyList<TimelineView> Timelines, string Tzdb) : IExample<RuleBookView>
{
    /// <inheritdoc/>
    public static RuleBookView Example => Of(RuleBook.Standard.Rules.Where(rule => rule.InUse));

    /// <summary>Rules as they are shown.</summary>
    public static RuleBookView Of(IEnumerable<TimelineRule> rules) => new([.. rules.Select(TimelineView.Of)], LocalCalendar.TzdbVersion);
}

/// <summary>A rule of the rule book as it is shown.</summary>
/// <param name="Id">Its id, such as "T01".</param>
/// <param name="Version">Its version under that id.</param>
/// <param name="Name">What the ward calls it.</param>
/// <param name="Kind">Whether it is a target, a safety or statutory clock, a hold, a measure, or for replaying old cases only.</param>
/// <param name="Pathways">The pathways or services it belongs to.</param>
/// <param name="Start">What starts its clock.</param>
/// <param name="Stop">What meets it.</param>
/// <param name="Milestones">What is marked on the way.</param>
/// <param name="Length">How long it allows, in words.</param>
/// <param name="Calendar">What it counts by.</param>
/// <param name="Recurs">Whether a new clock is owed on every date.</param>
/// <param name="MeetableBeforeStart">Whether what meets it may come before what starts it.</param>
/// <param name="PausableBy">What may pause it, and on what evidence; null where nothing may.</param>
/// <param name="NotPausable">Why nothing may pause it.</param>
/// <param name="VoidedBy">What makes its clock void.</param>
/// <param name="Warnings">When it warns.</param>
/// <param name="Escalations">Who is told further up, and when.</param>
/// <param name="Notes">What else it says.</param>
/// <param name="Authority">Who says so, and where.</param>
/// <param name="Standing">What it rests on, and what about it is our choice.</param>
/// <param name="InForceFrom">The first date on which a clock of it could start.</param>
/// <param name="InForceUntil">The last.</param>
/// <param name="InUse">Whether clocks of it are run, or for a measure whether it is told.</param>
public sealed record TimelineView(
    string Id,
    int Version,
    string Name,
    RuleKind Kind,
    IReadOnlyList<string> Pathways,
    Occasion Start,
    Occasion Stop,
    IReadOnlyList<Occasion> Milestones,
    string Length,
    string Calendar,
    bool Recurs,
    bool MeetableBeforeStart,
    PausableBy? PausableBy,
    string? NotPausable,
    IReadOnlyList<Voiding> VoidedBy,
    IReadOnlyList<WarningView> Warnings,
    IReadOnlyList<EscalationView> Escalations,
    IReadOnlyList<string> Notes,
    Authority Authority,
    Standing Standing,
    LocalDate InForceFrom,
    LocalDate? InForceUntil,
    bool InUse)
{
    /// <summary>A rule as it is shown.</summary>
    public static TimelineView Of(TimelineRule rule) => new(
        rule.Id,
        rule.Version,
        rule.Name,
        rule.Kind,
        rule.Pathways,
        rule.StartedBy,
        rule.StoppedBy,
        rule.Milestones,
        rule.Length.Words,
        rule.Length.Calendar,
        rule.Recurs,
        rule.MeetableBeforeStart,
        rule.PausableBy as PausableBy,
        (rule.PausableBy as NotPausable)?.Reason,
        rule.VoidedBy,
        [.. rule.Warnings.Select(warning => new WarningView(warning.At.Words, warning.If?.Sentence, warning.Offers))],
        [.. rule.Escalations.Select(escalation => new EscalationView(escalation.Level.ToString(), escalation.At.Words, escalation.Who))],
        rule.Notes,
        rule.Authority,
        rule.Standing,
        rule.InForceFrom,
        rule.InForceUntil,
        rule.InUse);
}

/// <summary>A warning as it is shown.</summary>
/// <param name="At">When it is given.</param>
/// <param name="If">Given only where this holds.</param>
/// <param name="Offers">What it puts before whoever gets it.</param>
public sealed record WarningView(string At, string? If, string? Offers);

/// <summary>An escalation as it is shown.</summary>
/// <param name="Level">The rung of the ladder.</param>
/// <param name="At">When it is told.</param>
/// <param name="Who">Who stands on it.</param>
public sealed record EscalationView(string Level, string At, string Who);
