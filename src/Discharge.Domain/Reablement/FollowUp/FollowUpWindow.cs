using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>When the status of day 91 can be found out: from that day on to the last on which it is still accepted (T11).</summary>
/// <param name="Day">Day 91.</param>
/// <param name="Until">The last day on which it is accepted.</param>
public sealed record FollowUpWindow(LocalDate Day, LocalDate Until)
{
    /// <summary>The window of somebody discharged into reablement; null of anybody else.</summary>
    public static FollowUpWindow? Of(ReablementCase reablement) => reablement.Referral is { DischargeCase: not null, OccurredAt: var left }
        && LocalCalendar.DateOf(left) is var date && RuleBook.Standard.InForce(ReablementTimelines.FollowedUp.RuleId, date) is { Length: AsAtDay day }
            ? new(date.PlusDays(day.Day), date.PlusDays(day.RecordedUntil))
            : null;

    /// <summary>What was found out of day 91: within the window where that was, and otherwise first; null where nothing was.</summary>
    public static FollowUpRecorded? StatusIn(ReablementCase reablement) =>
        (Of(reablement) is { } window ? reablement.Facts.All<FollowUpRecorded>().FirstOrDefault(recorded => window.Contains(recorded.OccurredAt)) : null) ?? reablement.Facts.First<FollowUpRecorded>();

    /// <summary>Whether the person is known to have died by day 91.</summary>
    public static bool DiedBy(ReablementCase reablement) => reablement.Death is { OccurredAt: var died } && Of(reablement) is { } window && LocalCalendar.DateOf(died) <= window.Day;

    /// <summary>Whether a moment lies in it.</summary>
    public bool Contains(Instant moment) => LocalCalendar.DateOf(moment) is var date && date >= Day && date <= Until;
}
