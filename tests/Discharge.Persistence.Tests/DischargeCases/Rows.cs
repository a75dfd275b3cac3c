using Discharge.Domain.Deciding;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.DischargeCases;

/// <summary>What is stored of cases beside their streams, and the same worked out from the streams alone, both as text to compare.</summary>
public static class Rows
{
    private const string Stored =
        """
        select coalesce(string_agg(row(version, person_id, site, ward, hub, pathway, phase, in_hospital, open, opened_by, due_first, changes_at)::text || body || board_row, e'\n' order by case_id), '')
          from
        """;

    /// <summary>The row that screens read of one case.</summary>
    public static Task<string> OfAsync(Hospital hospital, Guid id) => hospital.AskAsync($"{Stored} discharge.discharge_cases where case_id = '{id}'");

    /// <summary>The rows that screens read of all cases.</summary>
    public static Task<string> AllAsync(Hospital hospital) => hospital.AskAsync($"{Stored} discharge.discharge_cases");

    /// <summary>The case as its history makes it at a moment.</summary>
    public static async Task<CaseNow> FoldedAsync(Hospital hospital, Guid id, Instant at) =>
        CaseNow.Of(DischargeCaseType.Instance, id, await hospital.HistoryAsync(id), at);

    /// <summary>Throws the row away and writes it from the stream.</summary>
    public static async Task RebuildAsync(Hospital hospital, Guid id, Instant at)
    {
        await using var erase = hospital.Pool.CreateCommand(
            $"delete from discharge.discharge_cases where case_id = '{id}'; delete from discharge.person_links where case_id = '{id}'");
        await erase.ExecuteNonQueryAsync();
        var now = await FoldedAsync(hospital, id, at);
        foreach (var show in DischargeCaseType.Instance.Show(now with { History = History.Of(now.History.Entries[0]) }, now))
        {
            await using var write = hospital.Pool.CreateCommand(Numbered(show.Sql));
            foreach (var parameter in show.Parameters)
            {
                write.Parameters.Add(new() { Value = parameter });
            }

            await write.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The moments for which the watch is waiting in a case.</summary>
    public static Task<string> AwaitedAsync(Hospital hospital, Guid id) => hospital.AskAsync(
        $"""select coalesce(string_agg(rule || ' ' || started_by || ' ' || to_char(next_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), ', ' order by rule, started_by), '') from discharge.due_clocks where case_id = '{id}'""");

    /// <summary>The moments for which the watch has to wait in a case.</summary>
    public static string ToAwait(CaseNow now) => string.Join(
        ", ",
        from clock in now.Clocks
        let next = clock.NextMomentAfter(now.At)
        where next is not null
        orderby clock.Rule.Id, clock.Start.Version
        select $"{clock.Rule.Id} {clock.Start.Version} {next:yyyy-MM-dd'T'HH:mm:ss.ffffff}");

    /// <summary>The notices given in a case, without when.</summary>
    public static async Task<string[]> GivenAsync(Hospital hospital, Guid id) =>
        [.. (await hospital.NoticesAsync(id)).Select(notice => $"{notice.Rule} {notice.StartedBy} {notice.Words} {notice.Level} {notice.Moment}")];

    /// <summary>The notices whose moments have come in clocks as they stand.</summary>
    public static string[] ToGive(CaseNow now) =>
    [
        .. from clock in now.Clocks
           where !clock.IsVoid
           from moment in clock.Moments
           where moment.At <= now.At && !(moment.At > clock.StoppedAt)
           select $"{clock.Rule.Id} {clock.Start.Version} {moment.Words} {moment.Level} {moment.At}",
    ];

    private static string Numbered(string sql) => string.Concat(sql.Split('?').Select((part, place) => place == 0 ? part : $"${place}{part}"));
}
