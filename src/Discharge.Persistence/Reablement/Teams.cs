using Discharge.Domain.Deciding;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Cases;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Reablement;

/// <summary>Reads reablement teams with how much room they have and what they were given.</summary>
public sealed class Teams(NpgsqlDataSource database, CaseHistories histories)
{
    private const string All = "select team_id from discharge.reablement_teams where registered order by team, team_id";

    private const string Given =
        """
        select allocated_on, allocated_role, count(*)::int from discharge.reablement_cases
         where team = $1 and allocated_on between $2 and $3
         group by allocated_on, allocated_role
        """;

    /// <summary>One team from one day to another; null where there is none.</summary>
    public async Task<TeamView?> OneAsync(Guid id, LocalDate from, LocalDate to, CancellationToken cancellation) =>
        await histories.ReadAsync(id, cancellation) is { } history && StreamTypes.Of(history) == ReablementTeamType.Instance ? await ViewAsync(id, history, from, to, cancellation) : null;

    /// <summary>All teams, on one day.</summary>
    public async Task<TeamsView> AllAsync(LocalDate day, CancellationToken cancellation)
    {
        var ids = await RowsAsync(All, [], row => row.GetGuid(0), cancellation);
        var read = await histories.ReadAsync([.. ids], cancellation);
        var views = new List<TeamView>();
        foreach (var id in ids.Where(read.ContainsKey))
        {
            views.Add(await ViewAsync(id, read[id], day, day, cancellation));
        }

        return new(views);
    }

    private async Task<TeamView> ViewAsync(Guid id, History history, LocalDate from, LocalDate to, CancellationToken cancellation)
    {
        var (team, registration) = (ReablementTeamType.StateOf(id, history), ReablementTeamType.RegistrationOf(history));
        var given = (await RowsAsync(
            Given,
            [registration.Team.Value, from.ToDateOnly(), to.ToDateOnly()],
            row => (Day: LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(0)), Role: PublicJson.Read<ReablementRole>(row.GetString(1)), Count: row.GetInt32(2)),
            cancellation)).ToDictionary(row => (row.Day, row.Role), row => row.Count);
        return new(
            id, history.Version, registration.Team, registration.Lead, team.Registered is not null,
            [.. Enumerable.Range(0, Period.DaysBetween(from, to) + 1).Select(day => DayOf(team, from.PlusDays(day), given))]);
    }

    private static TeamDayView DayOf(ReablementTeam team, LocalDate day, Dictionary<(LocalDate, ReablementRole), int> given) => new(
        day,
        team.OnDutyOn(day)?.Worker,
        [
            .. from role in Enum.GetValues<ReablementRole>()
               let of = new TeamDay(team.RoomOn(day, role), given.GetValueOrDefault((day, role)), team.OnDutyOn(day))
               where of.Room is not null || of.Given > 0
               select new RoleDayView(role, of.Room, of.Given, of.IsFull),
        ]);

    private Task<List<T>> RowsAsync<T>(string sql, object[] values, Func<NpgsqlDataReader, T> read, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(sql);
            foreach (var value in values)
            {
                select.Parameters.Add(new() { Value = value });
            }

            await using var rows = await select.ExecuteReaderAsync(stop);
            var list = new List<T>();
            while (await rows.ReadAsync(stop))
            {
                list.Add(read(rows));
            }

            return list;
        },
        cancellation).AsTask();
}
