using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>The table of all clocks, and of what is told without one at a moment ahead, which also says which cases have something due and when. It follows from the facts, so a command writes only what it changed.</summary>
internal static class ClockRows
{
    // A moment that has come and that the watch has not dealt with stays due, unless the clock ends just now, since whatever ends it gives its notices; a moment too early costs one look.
    private const string Set =
        """
        insert into discharge.clocks
               (case_id, rule, started_by, rule_version, started_at, warned_at, due_at, breach_at, paused_at, ended_at, ending, owner, next_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, rule, started_by) do update
           set rule_version = excluded.rule_version, started_at = excluded.started_at, warned_at = excluded.warned_at, due_at = excluded.due_at,
               breach_at = excluded.breach_at, paused_at = excluded.paused_at, ended_at = excluded.ended_at, ending = excluded.ending,
               next_at = case when clocks.ending is null and excluded.ending is not null and excluded.next_at is null then null else least(clocks.next_at, excluded.next_at) end
        """;

    private const string Clear = "delete from discharge.clocks where case_id = ? and rule = ? and started_by = ?";

    private const string ClearAll = "delete from discharge.clocks where case_id = ?";

    /// <summary>The statements of a command: the rows of the clocks it changed. A clock that has ended leaves the watch nothing to do.</summary>
    public static IEnumerable<Statement> Changes(CaseNow before, CaseNow after)
    {
        var (then, now) = (Rows(before), Rows(after));
        return
        [
            .. then.Keys.Where(clock => !now.ContainsKey(clock)).Select(clock => new Statement(Clear, after.Id, clock.Rule, clock.StartedBy)),
            .. now.Where(row => !then.TryGetValue(row.Key, out var earlier) || !earlier.SequenceEqual(row.Value)).Select(row => SetTo(after.Id, row)),
        ];
    }

    /// <summary>The statements of the watch, which has dealt with all that had come: the case's rows anew, whatever they were.</summary>
    public static IEnumerable<Statement> Anew(CaseNow after) => [new(ClearAll, after.Id), .. Rows(after).Select(row => SetTo(after.Id, row))];

    private static Statement SetTo(Guid id, KeyValuePair<(string Rule, long StartedBy), object[]> row) =>
        new(Set, [id, row.Key.Rule, row.Key.StartedBy, .. row.Value]);

    private static Dictionary<(string Rule, long StartedBy), object[]> Rows(CaseNow state) =>
        state.Clocks.Select(clock => (Key: (clock.Rule.Id, clock.Start.Version), Row: Row(clock, state.At)))
            .Concat(state.Told.Where(told => told.Moment > state.At).Select(told => (Key: (told.Rule, told.Entry), Row: Row(told))))
            .ToDictionary(row => row.Key, row => row.Row);

    // No clock, but the watch has to look then. It counts as ended, so that no list of clocks shows it.
    private static object[] Row(ToldAtOnce told) =>
    [
        0,
        Stored(told.Moment),
        DBNull.Value,
        Stored(told.Moment),
        Stored(told.Moment),
        DBNull.Value,
        DBNull.Value,
        "no-clock",
        PublicJson.Spell(Owner.CareTransferHub),
        Stored(told.Moment),
    ];

    private static object[] Row(Clock clock, Instant at) =>
    [
        clock.Rule.Version,
        Stored(clock.Due.StartedAt),
        Stored(clock.Moments is [var first, ..] && first.At < clock.Due.BreachAt ? first.At : null),
        Stored(clock.Due.DueAt),
        Stored(clock.Due.BreachAt),
        Stored(clock.PausedSince),
        Stored(clock.EndedAt),
        clock.IsOpen ? DBNull.Value : PublicJson.Spell(clock.StatusAt(at)),
        PublicJson.Spell(clock.Awaits.Owner),
        Stored(clock.NextMomentAfter(at)),
    ];

    private static object Stored(Instant? moment) => moment is { } at ? at.ToDateTimeOffset() : DBNull.Value;
}
