using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>The answer to a command: what was recorded, and how the case stands after it. It holds no personal data, because it is kept.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Its version after the command.</param>
/// <param name="Recorded">What was recorded; nothing where it was already so.</param>
/// <param name="Clocks">The clocks of the case.</param>
/// <param name="Warnings">Each rule that what was recorded departs from.</param>
/// <param name="Next">What is next, and whose it is.</param>
public sealed record CommandAnswer(
    Guid Id, long Version, IReadOnlyList<RecordedEntry> Recorded, IReadOnlyList<ClockView> Clocks, IReadOnlyList<Departure> Warnings, IReadOnlyList<NextStep> Next)
{
    /// <summary>The answer for a case as it stands after these entries were recorded.</summary>
    public static CommandAnswer For(IStreamType type, CaseNow now, IReadOnlyList<Entry> recorded) => new(
        now.Id,
        now.History.Version,
        [.. recorded.Select(entry => new RecordedEntry(entry.Version, EventNames.Of(entry.Fact), type.IdMadeBy(entry.Fact)))],
        [.. now.Clocks.Select(clock => ClockView.Of(clock, now.History, now.At))],
        [.. recorded.SelectMany(entry => entry.Fact.Departures).Distinct().Select(type.DepartureOf)],
        now.Next);

    /// <summary>The answer as it is sent and kept.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, PublicJson.Options);
}

/// <summary>One entry recorded.</summary>
/// <param name="Version">Its number in the case's history; what has no id of its own, such as a delay, a carer or an objection, is addressed by it.</param>
/// <param name="Name">The stored name of what was recorded.</param>
/// <param name="Id">The id the service gave to what it made, such as a referral or a task.</param>
public sealed record RecordedEntry(long Version, string Name, Guid? Id = null);

/// <summary>A clock as it is shown.</summary>
/// <param name="Rule">The rule, such as "T01".</param>
/// <param name="Name">The rule's name.</param>
/// <param name="Kind">Whether it is a safety, statutory or target clock.</param>
/// <param name="Status">How it stands.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="StartedBy">The entry that started it.</param>
/// <param name="DueAt">The last microsecond that meets it; null where it is never due and lasts until it is concluded.</param>
/// <param name="DueOn">The date it is due on, where it counts dates.</param>
/// <param name="BreachAt">The first microsecond that does not meet it; null where it is never due.</param>
/// <param name="StoppedAt">When it was met.</param>
/// <param name="Breach">The entry of its breach that stands, where one does.</param>
/// <param name="NotReachedAt">When the person died, was readmitted or moved from home into an interim bed with it unmet, where they did.</param>
public sealed record ClockView(
    string Rule,
    string Name,
    RuleKind Kind,
    ClockStatus Status,
    Instant StartedAt,
    long StartedBy,
    Instant? DueAt,
    LocalDate? DueOn,
    Instant? BreachAt,
    Instant? StoppedAt,
    long? Breach,
    Instant? NotReachedAt = null)
{
    /// <summary>Whether somebody has still to meet it.</summary>
    internal bool IsOpen => NotReachedAt is null && Status is (ClockStatus.Running or ClockStatus.Warned or ClockStatus.Breached);

    /// <summary>A clock as it stands at a moment.</summary>
    public static ClockView Of(Clock clock, History history, Instant at) => new(
        clock.Rule.Id,
        clock.Rule.Name,
        clock.Rule.Kind,
        clock.StatusAt(at),
        clock.Due.StartedAt,
        clock.Start.Version,
        clock.DueAt,
        clock.Due.DueOn,
        clock.BreachAt,
        clock.StoppedAt,
        Breaches.StandingIn(history)
            .FirstOrDefault(entry => entry.Fact is ClockBreached breach && breach.Rule == clock.Rule.Id && breach.StartedBy == clock.Start.Version)?.Version,
        clock.NotReachedAt);
}
