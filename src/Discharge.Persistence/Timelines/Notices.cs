using System.Globalization;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>The append-only log of what was said: warnings to whoever holds the case and escalations up the ladder, because a clock came to a moment or because it could not wait for one.</summary>
internal static class Notices
{
    // All notices of a command, and that somebody is to be told of them, are one statement, so a command that gives none is as it would be if nobody were told of any.
    private const string Give =
        """
        with given as (
            insert into discharge.notices (case_id, rule, started_by, words, level, who, moment, given_at)
            select ?, said.*, ? from unnest(?, ?, ?, ?, ?, ?) said on conflict do nothing
            returning notice_id)
        insert into discharge.notices_given (notice_id) select notice_id from given
        """;

    /// <summary>What gives the notices that fall to be given now, be it of a clock or without one. Giving one twice gives it once.</summary>
    public static IEnumerable<Statement> GivenBy(CaseNow before, CaseNow after)
    {
        Notice[] given = [.. OfClocks(before, after), .. AtOnce(before, after)];
        return given is []
            ? []
            :
            [
                new(
                    Give,
                    after.Id,
                    after.At.ToDateTimeOffset(),
                    given.Select(notice => notice.Rule).ToArray(),
                    given.Select(notice => notice.StartedBy).ToArray(),
                    given.Select(notice => notice.Words).ToArray(),
                    given.Select(notice => notice.Level ?? string.Empty).ToArray(),
                    given.Select(notice => notice.Who ?? string.Empty).ToArray(),
                    given.Select(notice => notice.Moment.ToDateTimeOffset()).ToArray()),
            ];
    }

    // Every moment that has come and had not come in the state before, be it that time passed, that the clock is new or that it runs again;
    // for a clock that has just ended, also whatever the watch had not come to.
    private static IEnumerable<Notice> OfClocks(CaseNow before, CaseNow after)
    {
        var come = before.Clocks.SelectMany(clock => clock.MomentsBy(before.At).Select(moment => (KeyOf(clock), moment))).ToHashSet();
        var open = before.Clocks.Where(clock => clock.IsOpen).Select(KeyOf).ToHashSet();
        return
            from clock in after.Clocks
            let hasEnded = open.Contains(KeyOf(clock)) && !clock.IsOpen
            from moment in clock.MomentsBy(after.At)
            where hasEnded || !come.Contains((KeyOf(clock), moment))
            select new Notice(clock.Rule.Id, clock.Start.Version, WordsOf(moment, clock, after), moment.Level?.ToString(), moment.Who, moment.At, after.At);
    }

    // What is to be told without a clock by now and was not in the state before.
    private static IEnumerable<Notice> AtOnce(CaseNow before, CaseNow after) =>
        from told in ToldBy(after).Except(ToldBy(before))
        select new Notice(told.Rule, told.Entry, told.Words, told.Level.ToString(), Ladder.WhoIs(told.Level), told.Moment, after.At);

    // A second breach of a clock is news, although it comes at the moment of the first.
    private static string WordsOf(Moment moment, Clock clock, CaseNow now) => moment.At == clock.Due.BreachAt && NumberOf(clock, now) is > 1 and var number
        ? string.Create(CultureInfo.InvariantCulture, $"{moment.Words}, breach {number} of this clock")
        : moment.Words;

    private static int? NumberOf(Clock clock, CaseNow now) => Breaches.StandingIn(now.History)
        .Select(entry => (ClockBreached)entry.Fact)
        .FirstOrDefault(breach => (breach.Rule, breach.StartedBy) == KeyOf(clock))?.Number;

    private static IEnumerable<ToldAtOnce> ToldBy(CaseNow state) => state.Told.Where(told => told.Moment <= state.At);

    private static (string Rule, long StartedBy) KeyOf(Clock clock) => (clock.Rule.Id, clock.Start.Version);
}

/// <summary>One notice as it was given.</summary>
/// <param name="Rule">The rule whose clock spoke up, or the code of what could not wait for a clock.</param>
/// <param name="StartedBy">The entry that started the clock, or that could not wait.</param>
/// <param name="Words">Which moment of the rule it was, or what was told.</param>
/// <param name="Level">The rung of the ladder that was told; null for a warning to whoever holds the case.</param>
/// <param name="Who">Who that is.</param>
/// <param name="Moment">When it fell due.</param>
/// <param name="GivenAt">When it was given.</param>
public sealed record Notice(string Rule, long StartedBy, string Words, string? Level, string? Who, Instant Moment, Instant GivenAt)
{
    /// <summary>Whether it was told up the ladder.</summary>
    public NoticeKind Kind => Level is null ? NoticeKind.Warning : NoticeKind.Escalation;
}

/// <summary>To whom a notice was given.</summary>
public enum NoticeKind
{
    /// <summary>To whoever holds the case.</summary>
    Warning,

    /// <summary>Up the ladder.</summary>
    Escalation,
}
