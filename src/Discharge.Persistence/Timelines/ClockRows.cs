using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>The table of all clocks, and of what is told without one at a moment ahead, which also says which cases have something due and when. It follows from the facts, so a command writes only what it changed.</summary>
internal static class ClockRows
{
    /// <summary>Reads the rows of a case, after its id.</summary>
    public const string Columns = "rule, started_by, rule_version, started_at, warned_at, due_at, breach_at, paused_at, ended_at, ending, owner, next_at";

    private const string Set =
        $$"""
        insert into discharge.clocks (case_id, {{Columns}})
        {rows}
            on conflict (case_id, rule, started_by) do update
           set rule_version = excluded.rule_version, started_at = excluded.started_at, warned_at = excluded.warned_at, due_at = excluded.due_at,
               breach_at = excluded.breach_at, paused_at = excluded.paused_at, ended_at = excluded.ended_at, ending = excluded.ending, owner = excluded.owner
        """;

    private const string Clear = "delete from discharge.clocks where case_id = ? and rule = ? and started_by = ?";

    // The row of no clock at all, by which a case is given to the watch.
    private static readonly (string Rule, long StartedBy) AllOfTheCase = (string.Empty, 0);

    private static readonly string[] Types =
        ["uuid", "text", "bigint", "int", "timestamptz", "timestamptz", "timestamptz", "timestamptz", "timestamptz", "timestamptz", "text", "text", "timestamptz"];

    // A moment that has come and that the watch has not dealt with stays due, unless the clock ends just now, since whatever ends it gives its notices; a moment too early costs one look.
    private static readonly WrittenRows Changed = new(
        $"{Set}, next_at = case when clocks.ending is null and excluded.ending is not null and excluded.next_at is null then null else least(clocks.next_at, excluded.next_at) end", Types);

    private static readonly WrittenRows DealtWith = new($"{Set}, next_at = excluded.next_at", Types);

    /// <summary>The statements of a command: the rows of the clocks it changed. A clock that has ended leaves the watch nothing to do.</summary>
    public static IEnumerable<Statement> Changes(CaseNow before, CaseNow after) => Difference(after.Id, Rows(before), Rows(after), Changed);

    /// <summary>The statements of the watch, which has dealt with all that had come: the rows as they have to be, whatever they were.</summary>
    public static IEnumerable<Statement> PutRight(StoredClocks stored, CaseNow after) => Difference(after.Id, stored.Rows, Rows(after), DealtWith);

    /// <summary>
    /// All rows of a case, whatever they were, to be written after they were taken away. What had come and the watch has not dealt with stays due. Where a row was lost nobody
    /// knows what had been dealt with, so the watch is to look at all that came since the case began; what it then says a second time is said once.
    /// </summary>
    public static IEnumerable<Statement> Anew(StoredClocks stored, CaseNow now)
    {
        var rows = Rows(now);
        if (IsMissingIn(stored, rows))
        {
            rows[AllOfTheCase] = NoClock(now.History.Entries[0].RecordedAt);
        }

        foreach (var (clock, row) in stored.Rows.Where(row => row.Value[^1] is DateTimeOffset next && next <= now.At.ToDateTimeOffset()))
        {
            rows[clock] = rows.TryGetValue(clock, out var anew) ? [.. anew[..^1], row[^1]] : row;
        }

        return [.. rows.Select(row => DealtWith.One([now.Id, row.Key.Rule, row.Key.StartedBy, .. row.Value]))];
    }

    /// <summary>Since when the watch has something to do in a case of which the rows are written anew; null where it has nothing to do.</summary>
    public static Instant? DueSince(StoredClocks stored, CaseNow now) => IsMissingIn(stored, Rows(now)) ? now.History.Entries[0].RecordedAt : stored.DueBy(now.At);

    /// <summary>Takes all rows of some cases away.</summary>
    public static Statement Forget(Guid[] ids) => new("delete from discharge.clocks where case_id = any (?)", ids);

    private static bool IsMissingIn(StoredClocks stored, Dictionary<(string Rule, long StartedBy), object[]> rows) => rows.Keys.Any(clock => !stored.Rows.ContainsKey(clock));

    private static IEnumerable<Statement> Difference(
        Guid id, Dictionary<(string Rule, long StartedBy), object[]> then, Dictionary<(string Rule, long StartedBy), object[]> now, WrittenRows written) =>
    [
        .. then.Keys.Where(clock => !now.ContainsKey(clock)).Select(clock => new Statement(Clear, id, clock.Rule, clock.StartedBy)),
        .. now.Where(row => !then.TryGetValue(row.Key, out var earlier) || !earlier.SequenceEqual(row.Value))
            .Select(row => written.One([id, row.Key.Rule, row.Key.StartedBy, .. row.Value])),
    ];

    private static Dictionary<(string Rule, long StartedBy), object[]> Rows(CaseNow state) =>
        state.Clocks.Select(clock => (Key: (clock.Rule.Id, clock.Start.Version), Row: Row(clock, state.At)))
            .Concat(state.Told.Where(told => told.Moment > state.At).Select(told => (Key: (told.Rule, told.Entry), Row: NoClock(told.Moment))))
            .ToDictionary(row => row.Key, row => row.Row);

    // No clock, but the watch has to look then. It counts as ended, so that no list of clocks shows it.
    private static object[] NoClock(Instant moment) =>
    [
        0,
        Stored(moment),
        DBNull.Value,
        Stored(moment),
        Stored(moment),
        DBNull.Value,
        DBNull.Value,
        "no-clock",
        PublicJson.Spell(Owner.CareTransferHub),
        Stored(moment),
    ];

    private static object[] Row(Clock clock, Instant at) =>
    [
        clock.Rule.Version,
        Stored(clock.Due.StartedAt),
        Stored(clock.FirstSpeaksAt is { } first && first < clock.Due.BreachAt ? first : null),
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
