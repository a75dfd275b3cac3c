using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>
/// One timeline as a value: what starts and stops it, how long it allows and by which calendar, who is warned, what may hold it up, on whose authority and since when.
/// </summary>
public sealed record TimelineRule
{
    /// <summary>The rule's id, such as "T01".</summary>
    public required string Id { get; init; }

    /// <summary>The version of the rule under that id, counted from 1; a case keeps the one in force when its clock started.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What the ward calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The pathways or services it belongs to.</summary>
    public required IReadOnlyList<string> Pathways { get; init; }

    /// <summary>What starts its clock.</summary>
    public required Occasion StartedBy { get; init; }

    /// <summary>What meets it.</summary>
    public required Occasion StoppedBy { get; init; }

    /// <summary>What is marked on the way, without stopping it.</summary>
    public IReadOnlyList<Occasion> Milestones { get; init; } = [];

    /// <summary>Whether what meets it may have happened before what starts it.</summary>
    public bool MeetableBeforeStart { get; init; }

    /// <summary>How long it allows, and by which calendar.</summary>
    public required Length Length { get; init; }

    /// <summary>How a breach or a pause of it is treated.</summary>
    public required RuleKind Kind { get; init; }

    /// <summary>What may pause it, or why nothing may.</summary>
    public required Pausing PausableBy { get; init; }

    /// <summary>What makes its clock void.</summary>
    public required IReadOnlyList<Voiding> VoidedBy { get; init; }

    /// <summary>When it warns.</summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>Who is told further up, and when.</summary>
    public IReadOnlyList<Escalation> Escalations { get; init; } = [];

    /// <summary>How its messages are gathered.</summary>
    public Telling Told { get; init; } = Telling.EachClock;

    /// <summary>What else the rule says that a person working to it must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Who says so.</summary>
    public required Authority Authority { get; init; }

    /// <summary>What the rule rests on, and what about it is our choice.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The first London date on which a clock of this rule could start.</summary>
    public required LocalDate InForceFrom { get; init; }

    /// <summary>The last London date on which one could; absent while the rule is in force.</summary>
    public LocalDate? InForceUntil { get; init; }

    /// <summary>Whether clocks of it are run, or for a measure whether it is told; false while the case type it belongs to is not there.</summary>
    public bool InUse { get; init; }

    /// <summary>Whether a new clock is owed on every London date, as with a twice-daily review.</summary>
    public bool Recurs => Length is EachLocalDate;

    /// <summary>The London time at which a measure is told each day; absent where each clock speaks for itself.</summary>
    public LocalTime? ToldDailyAt => Told is Telling.EachClock
        ? null
        : Warnings.Select(warning => warning.At).Concat(Escalations.Select(escalation => escalation.At)).Select(DailyTime).FirstOrDefault(time => time is not null);

    /// <summary>Whether a clock could start under this rule on a London date.</summary>
    public bool IsInForceOn(LocalDate date) => date >= InForceFrom && !(date > InForceUntil);

    /// <summary>When a clock started at this moment would be due, in or out of force; <see cref="NoDue"/> where there is no single due moment.</summary>
    public Reckoning DueAfter(Instant startedAt) => Length.DueAfter(startedAt) switch
    {
        Due due => due with { RuleId = Id },
        var none => none,
    };

    /// <summary>What a clock of it is counted by; null where it has no clocks, because it is counted otherwise.</summary>
    internal Due? ClockDue(Instant startedAt) => Length is OpenEnded ? Due.Never(Id, startedAt) : DueAfter(startedAt) as Due;

    /// <summary>Whether something that happened at a moment can meet a clock with this due: not before its start, unless the rule lets it be met early, nor before its window opens.</summary>
    public bool Counts(Instant moment, Due due) => (MeetableBeforeStart || moment >= due.StartedAt) && !(moment < due.EarliestAt);

    /// <summary>Whether a clock of it pauses at all: the rule allows it, and it is not left to a configuration that has not switched it on.</summary>
    public bool Pauses => PausableBy is PausableBy { ByDefault: true };

    /// <summary>Those of a case's pauses that hold up the clock which an entry started.</summary>
    internal IReadOnlyList<Pause> Holds(IReadOnlyList<Pause> pauses, Entry start) =>
        Pauses && pauses.Count > 0 ? [.. pauses.Where(pause => pause.Fact.Rule == Id && pause.Fact.StartedBy == start.Version)] : [];

    /// <summary>Every moment at which one clock warns or escalates, in order; the due is that of the same start, absent where the rule has none.</summary>
    public IReadOnlyList<Moment> MomentsFor(Instant startedAt, Due? due) =>
        Moment.For(this, moment => moment.For(startedAt, due), notBefore: startedAt);

    /// <summary>What is said again and again while a clock is open, after one moment (its start, or the last look) and up to another, in order.</summary>
    public IReadOnlyList<Moment> RecurringMomentsFor(Instant after, Instant until) =>
        Moment.For(this, moment => moment.Recurring(after, until), notBefore: after);

    /// <summary>What is said again and again while a clock is paused, up to a moment, in order.</summary>
    public IReadOnlyList<Moment> PauseMomentsFor(Instant pausedAt, Instant until) =>
        Moment.For(this, moment => moment.Pausing(pausedAt, until), notBefore: pausedAt);

    /// <summary>What is said because the awaited appointment is booked for a moment, in order; never before the clock's start.</summary>
    public IReadOnlyList<Moment> BookingMomentsFor(Instant startedAt, Instant bookedFor) =>
        Moment.For(this, moment => moment.Booking(bookedFor), notBefore: startedAt);

    /// <summary>The same rule with another length of the same calendar. What it says some time after the start, be it a warning or an escalation, it says earlier or later in proportion.</summary>
    internal TimelineRule Allowing(Length length) => this with
    {
        Length = length,
        Warnings = [.. Warnings.Select(warning => warning with { At = warning.At.Scaled(Length.Units, length.Units) })],
        Escalations = [.. Escalations.Select(escalation => escalation with { At = escalation.At.Scaled(Length.Units, length.Units) })],
    };

    private static LocalTime? DailyTime(WarningMoment moment) => moment switch
    {
        OnStartDayAt day => day.Time,
        EachDayAt day => day.Time,
        _ => null,
    };
}
