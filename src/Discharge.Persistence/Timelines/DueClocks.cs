using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>The table that says which cases have something due and when. It follows from the facts, so a command writes only what it changed.</summary>
internal static class DueClocks
{
    private const string Set =
        "insert into discharge.due_clocks (case_id, rule, started_by, next_at) values (?, ?, ?, ?) on conflict (case_id, rule, started_by) do update set next_at = excluded.next_at";

    private const string Clear = "delete from discharge.due_clocks where case_id = ? and rule = ? and started_by = ?";

    /// <summary>The statements that bring the table from one state of a case to the next.</summary>
    public static IEnumerable<Statement> Changes(CaseNow before, CaseNow after)
    {
        var then = Rows(before);
        var now = Rows(after);
        return
        [
            .. then.Where(row => !now.ContainsKey(row.Key)).Select(row => new Statement(Clear, after.Id, row.Key.Rule, row.Key.StartedBy)),
            .. now.Where(row => !then.TryGetValue(row.Key, out var at) || at != row.Value)
                .Select(row => new Statement(Set, after.Id, row.Key.Rule, row.Key.StartedBy, row.Value.ToDateTimeOffset())),
        ];
    }

    // A moment that had come before this look and was not dealt with yet keeps its row: the next moment is counted from each state's own time.
    private static Dictionary<(string Rule, long StartedBy), Instant> Rows(CaseNow state) => state.Clocks
        .Select(clock => (clock.Rule.Id, clock.Start.Version, Next: clock.NextMomentAfter(state.At)))
        .Where(row => row.Next is not null)
        .ToDictionary(row => (row.Id, row.Version), row => row.Next!.Value);
}
