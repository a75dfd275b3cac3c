using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.Tests.DischargeCases;

/// <summary>What is stored of cases beside their streams, and the same worked out from the streams alone, both as text to compare.</summary>
public static class Rows
{
    private const string Stored =
        """
        select coalesce(string_agg(row(version, person_id, site, ward, hub, pathway, phase, in_hospital, open, opened_by, due_first, changes_at, reviewed_on, reviews_that_day, by_doctor_that_day)::text || body || board_row, e'\n' order by case_id), '')
          from
        """;

    /// <summary>The row that screens read of one case.</summary>
    public static Task<string> OfAsync(Hospital hospital, Guid id) => hospital.AskAsync($"{Stored} discharge.discharge_cases where case_id = '{id}'");

    /// <summary>The rows that screens read of all cases.</summary>
    public static Task<string> AllAsync(Hospital hospital) => hospital.AskAsync($"{Stored} discharge.discharge_cases");

    /// <summary>The case as its history makes it at a moment.</summary>
    public static async Task<CaseNow> FoldedAsync(Hospital hospital, Guid id, Instant at) =>
        CaseNow.Of(DischargeCaseType.Instance, RuleBook.Standard, id, await hospital.HistoryAsync(id), at);

    /// <summary>Throws the row away and writes it from the stream.</summary>
    public static async Task RebuildAsync(Hospital hospital, Guid id, Instant at)
    {
        await using var erase = hospital.Pool.CreateCommand(
            $"delete from discharge.discharge_cases where case_id = '{id}'; delete from discharge.person_links where case_id = '{id}'");
        await erase.ExecuteNonQueryAsync();
        var now = await FoldedAsync(hospital, id, at);
        foreach (var show in DischargeCaseType.Instance.Show(CaseNow.Of(DischargeCaseType.Instance, RuleBook.Standard, id, History.Of(now.History.Entries[0]), at), now))
        {
            await using var write = hospital.Pool.CreateCommand(Numbered(show.Sql));
            foreach (var parameter in show.Parameters)
            {
                write.Parameters.Add(new() { Value = parameter });
            }

            await write.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The clocks of a case as they are stored, and what is told without one at a moment ahead, each with the moment for which the watch is waiting.</summary>
    public static Task<string> ClocksAsync(Hospital hospital, Guid id) => hospital.AskAsync(
        $"""
        select coalesce(string_agg(concat_ws(' ', rule, started_by, rule_version, {Said("started_at")}, {Said("warned_at")}, {Said("due_at")}, {Said("breach_at")}, {Said("paused_at")},
            {Said("ended_at")}, coalesce(ending, '-'), owner, {Said("next_at")}), e'\n' order by rule, started_by), '') from discharge.clocks where case_id = '{id}'
        """);

    /// <summary>The same worked out from the case's history.</summary>
    public static string ClocksOf(CaseNow now) => string.Join(
        '\n',
        from clock in now.Clocks
        orderby clock.Rule.Id, clock.Start.Version
        let warned = clock.Moments.Select(moment => (Instant?)moment.At).FirstOrDefault(at => at < clock.Due.BreachAt)
        select string.Join(
            ' ', clock.Rule.Id, clock.Start.Version, clock.Rule.Version, Say(clock.Due.StartedAt), Say(warned), Say(clock.Due.DueAt), Say(clock.Due.BreachAt), Say(clock.PausedSince),
            Say(clock.EndedAt), clock.IsOpen ? "-" : PublicJson.Spell(clock.StatusAt(now.At)), PublicJson.Spell(clock.Awaits.Owner), Say(clock.NextMomentAfter(now.At))));

    private static string Said(string column) => $"""coalesce(to_char({column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '-')""";

    private static string Say(Instant? moment) => moment is { } at ? $"{at:yyyy-MM-dd'T'HH:mm:ss.ffffff}" : "-";

    /// <summary>The notices given in a case, without when; a second breach is told again, in words of its own, and stands here as the first.</summary>
    public static async Task<string[]> GivenAsync(Hospital hospital, Guid id) =>
        [.. (await hospital.NoticesAsync(id)).Select(notice => $"{notice.Rule} {notice.StartedBy} {notice.Words.Split(", breach ")[0]} {notice.Level} {notice.Moment}").Distinct()];

    /// <summary>The notices whose moments have come in clocks as they stand.</summary>
    public static string[] ToGive(CaseNow now) =>
    [
        .. from clock in now.Clocks
           from moment in clock.MomentsBy(now.At)
           select $"{clock.Rule.Id} {clock.Start.Version} {moment.Words} {moment.Level} {moment.At}",
    ];

    private static string Numbered(string sql) => string.Concat(sql.Split('?').Select((part, place) => place == 0 ? part : $"${place}{part}"));
}
