using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Timelines;

/// <summary>The table that says which cases have something due and when. It follows from the facts, so a command writes only what it changed.</summary>
internal static class DueClocks
{
    private const string Set =
        "insert into discharge.due_clocks (case_id, rule, started_by, next_at) values (?, ?, ?, ?) on conflict (case_id, rule, started_by) do update set next_at = excluded.next_at";

    private const string Clear = "delete from discharge.due_clocks where case_id = ? and rule = ? and started_by = ?";

    private const string ClearAll = "delete from discharge.due_clocks where case_id = ?";

    /// <summary>
    /// The statements of a command. A moment that has come and was not dealt with yet keeps its row for the watch, unless its clock has ended,
    /// which leaves the watch nothing to do.
    /// </summary>
    public static IEnumerable<Statement> Changes(CaseNow before, CaseNow after)
    {
        var then = Rows(before);
        var running = Running(after).ToHashSet();
        return
        [
            .. Running(before).Where(clock => !running.Contains(clock)).Select(clock => new Statement(Clear, after.Id, clock.Rule, clock.StartedBy)),
            .. Rows(after).Where(row => !then.TryGetValue(row.Key, out var at) || at != row.Value).Select(row => SetTo(after.Id, row)),
        ];
    }

    /// <summary>The statements of the watch, which has dealt with all that had come: the case's rows anew, whatever they were.</summary>
    public static IEnumerable<Statement> Anew(CaseNow after) => [new(ClearAll, after.Id), .. Rows(after).Select(row => SetTo(after.Id, row))];

    private static Statement SetTo(Guid id, KeyValuePair<(string Rule, long StartedBy), Instant> row) =>
        new(Set, id, row.Key.Rule, row.Key.StartedBy, row.Value.ToDateTimeOffset());

    private static IEnumerable<(string Rule, long StartedBy)> Running(CaseNow state) =>
        state.Clocks.Where(clock => clock.IsOpen).Select(clock => (clock.Rule.Id, clock.Start.Version));

    private static Dictionary<(string Rule, long StartedBy), Instant> Rows(CaseNow state) => state.Clocks
        .Select(clock => (clock.Rule.Id, clock.Start.Version, Next: clock.NextMomentAfter(state.At)))
        .Where(row => row.Next is not null)
        .ToDictionary(row => (row.Id, row.Version), row => row.Next!.Value);
}
