using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>The append-only log of what was said because a clock came to a moment: warnings to whoever holds the case, escalations up the ladder.</summary>
internal static class Notices
{
    private const string Give =
        "insert into discharge.notices (case_id, rule, started_by, words, level, who, moment, given_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

    /// <summary>
    /// The notices that fall to be given now: every moment that came since the case was last looked at; for a clock that is new, every moment
    /// that was past already when it started; for a clock that has just ended, whatever the watch had not come to. Giving one twice gives it once.
    /// </summary>
    public static IEnumerable<Statement> GivenBy(CaseNow before, CaseNow after)
    {
        var known = before.Clocks.Select(KeyOf).ToHashSet();
        var open = before.Clocks.Where(clock => clock.IsOpen).Select(KeyOf).ToHashSet();
        return
            from clock in after.Clocks
            where !clock.IsVoid
            from moment in clock.Moments
            where moment.At <= after.At && (clock.EndedAt is not { } ended || moment.At <= ended)
            where !known.Contains(KeyOf(clock)) || moment.At > before.At || (open.Contains(KeyOf(clock)) && !clock.IsOpen)
            select new Statement(
                Give,
                after.Id,
                clock.Rule.Id,
                clock.Start.Version,
                moment.Words,
                moment.Level?.ToString() ?? string.Empty,
                moment.Who ?? string.Empty,
                moment.At.ToDateTimeOffset(),
                after.At.ToDateTimeOffset());
    }

    private static (string Rule, long StartedBy) KeyOf(Clock clock) => (clock.Rule.Id, clock.Start.Version);
}

/// <summary>One notice as it was given.</summary>
/// <param name="Rule">The rule whose clock spoke up.</param>
/// <param name="StartedBy">The entry that started the clock.</param>
/// <param name="Words">Which moment of the rule it was.</param>
/// <param name="Level">The rung of the ladder that was told; null for a warning to whoever holds the case.</param>
/// <param name="Who">Who that is.</param>
/// <param name="Moment">When it fell due.</param>
/// <param name="GivenAt">When it was given.</param>
public sealed record Notice(string Rule, long StartedBy, string Words, string? Level, string? Who, Instant Moment, Instant GivenAt);
