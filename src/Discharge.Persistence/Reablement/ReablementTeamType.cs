using Discharge.Domain.Deciding;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Cases;

namespace Discharge.Persistence.Reablement;

/// <summary>The reablement team as the store knows it.</summary>
public sealed class ReablementTeamType : IStreamType
{
    private const string Row =
        """
        insert into discharge.reablement_teams (team_id, team, registered) values (?, ?, ?)
            on conflict (team_id) do update set registered = excluded.registered
        """;

    /// <summary>The one instance.</summary>
    public static ReablementTeamType Instance { get; } = new();

    /// <inheritdoc/>
    public string Name => "reablement-team";

    /// <inheritdoc/>
    public bool IsCase => false;

    /// <summary>The team with this history.</summary>
    public static ReablementTeam StateOf(Guid id, History history) => new(id, history.Facts<ReablementTeamEvent>());

    /// <inheritdoc/>
    public Departure DepartureOf(string code) => ReablementDepartures.Of(code);

    /// <inheritdoc/>
    public IEnumerable<Statement> Show(CaseNow before, CaseNow now) =>
        [new(Row, now.Id, RegistrationOf(now.History).Team.Value, StateOf(now.Id, now.History).Registered is not null)];

    /// <inheritdoc/>
    public IEnumerable<Statement> Forget(Guid[] ids) => [new("delete from discharge.reablement_teams where team_id = any (?)", ids)];

    /// <summary>What registered a team. Where that was withdrawn, the first entry still says which it was.</summary>
    public static TeamRegistered RegistrationOf(History history) => (TeamRegistered)history.Entries[0].Fact;
}
