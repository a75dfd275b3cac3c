using System.Globalization;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>The append-only log of what was said: warnings to whoever holds the case and escalations up the ladder, because a clock came to a moment or because it could not wait for one.</summary>
internal static class Notices
{
    // The notice and that somebody is to be told of it are one statement, so a command that gives none is as it would be if nobody were told of any.
    private static readonly WrittenRows Given = new(
        """
        with given as (
            insert into discharge.notices (case_id, rule, started_by, words, level, who, moment, given_at) {rows} on conflict do nothing
            returning notice_id),
        together as (
            select array_agg(notice_id order by notice_id) as notice_ids from given)
        insert into discharge.notices_given (notice_id, others) select notice_ids[1], notice_ids[2:] from together where notice_ids is not null
        """,
        "uuid", "text", "bigint", "text", "text", "text", "timestamptz", "timestamptz");

    /// <summary>
    /// The notices that fall to be given now: every moment that has come and had not come in the state before, be it that time passed, that the
    /// clock is new or that it runs again; for a clock that has just ended, also whatever the watch had not come to. Giving one twice gives it once.
    /// </summary>
    public static IEnumerable<Statement> GivenBy(CaseNow before, CaseNow after)
    {
        var come = before.Clocks.SelectMany(clock => clock.MomentsBy(before.At).Select(moment => (KeyOf(clock), moment))).ToHashSet();
        var open = before.Clocks.Where(clock => clock.IsOpen).Select(KeyOf).ToHashSet();
        return
            from clock in after.Clocks
            let hasEnded = open.Contains(KeyOf(clock)) && !clock.IsOpen
            from moment in clock.MomentsBy(after.At)
            where hasEnded || !come.Contains((KeyOf(clock), moment))
            select Given.One(
                after.Id,
                clock.Rule.Id,
                clock.Start.Version,
                WordsOf(moment, clock, after),
                moment.Level?.ToString() ?? string.Empty,
                moment.Who ?? string.Empty,
                moment.At.ToDateTimeOffset(),
                after.At.ToDateTimeOffset());
    }

    /// <summary>The notices of what is told without a clock: what is to be told by now and was not in the state before. Giving one twice gives it once.</summary>
    public static IEnumerable<Statement> GivenAtOnce(CaseNow before, CaseNow after) =>
        from told in ToldBy(after).Except(ToldBy(before))
        select Given.One(
            after.Id, told.Rule, told.Entry, told.Words, told.Level.ToString(), Ladder.WhoIs(told.Level), told.Moment.ToDateTimeOffset(), after.At.ToDateTimeOffset());

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
