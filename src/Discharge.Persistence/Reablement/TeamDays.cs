using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Reablement;

/// <summary>Decides an allocation on how much room the team has on its day, which is counted and nobody's word.</summary>
public static class TeamDays
{
    private const string Named = "select team_id from discharge.reablement_teams where team = $1 and registered";

    private const string Given = "select count(*)::int from discharge.reablement_cases where team = $1 and allocated_on = $2 and allocated_role = $3";

    /// <summary>What comes of an allocation, in the transaction that holds its case.</summary>
    /// <param name="connection">The connection of that transaction.</param>
    /// <param name="reablement">The case.</param>
    /// <param name="allocate">The command.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<Verdict> DecideAsync(NpgsqlConnection connection, ReablementCase reablement, AllocateWorker allocate, CancellationToken cancellation) => Verdict.Of(
        (reablement.Referral is { } referral ? allocate with { Day = await OfAsync(connection, referral.Team, allocate, cancellation) } : allocate).Decide(reablement));

    internal static async Task<Guid?> IdOfAsync(NpgsqlConnection connection, OdsCode team, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(Named, connection) { Parameters = { new() { Value = team.Value } } };
        return await ask.ExecuteScalarAsync(cancellation) as Guid?;
    }

    private static async Task<TeamDay> OfAsync(NpgsqlConnection connection, OdsCode code, AllocateWorker allocate, CancellationToken cancellation)
    {
        if (await IdOfAsync(connection, code, cancellation) is not { } id)
        {
            return TeamDay.NothingSaid;
        }

        // The team is held until the commit, so that of two allocations that want its last room the second finds it full.
        var team = ReablementTeamType.StateOf(id, (await Loaded.ReadAsync(connection, id, key: null, withNotes: null, cancellation)).History);
        var day = LocalCalendar.DateOf(allocate.OccurredAt);
        return new(team.RoomOn(day, allocate.Role), await GivenAsync(connection, code, day, allocate.Role, cancellation), team.OnDutyOn(day));
    }

    private static async Task<int> GivenAsync(NpgsqlConnection connection, OdsCode team, LocalDate day, ReablementRole role, CancellationToken cancellation)
    {
        await using var count = new NpgsqlCommand(Given, connection)
        {
            Parameters = { new() { Value = team.Value }, new() { Value = day.ToDateOnly() }, new() { Value = PublicJson.Spell(role) } },
        };
        return (int)(await count.ExecuteScalarAsync(cancellation))!;
    }
}
