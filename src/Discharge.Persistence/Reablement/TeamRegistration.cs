using System.Security.Cryptography;
using System.Text;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.Reablement;

/// <summary>Registers a reablement team: sees to it that there is one of a code.</summary>
/// <param name="register">The command.</param>
public sealed class TeamRegistration(RegisterTeam register) : IOpening
{
    private const string Lock = "select pg_advisory_xact_lock($1)";

    /// <inheritdoc/>
    public async Task<Opened> DecideAsync(NpgsqlConnection connection, PersonSeals seals, CancellationToken cancellation)
    {
        await using var wait = new NpgsqlCommand(Lock, connection)
        {
            Parameters = { new() { Value = BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"reablement team\n{register.Team.Value}"))) } },
        };

        // Registrations of one code wait for each other, so that the second sees the first.
        await wait.ExecuteNonQueryAsync(cancellation);
        var there = await TeamDays.IdOfAsync(connection, register.Team, cancellation);
        if (there is { } team && (await Loaded.ReadAsync(connection, team, key: null, withNotes: null, cancellation)).History is var history
            && ReablementTeamType.RegistrationOf(history).SaysTheSameAs(register.Fact))
        {
            return new Opened.Already(team, history);
        }

        return Verdict.Of(register.Decide(isThere: there is not null)) switch
        {
            Verdict.Accepted accepted => new Opened.Accepted(accepted.Facts, []),
            Verdict.Refused refused => new Opened.Refused(refused.Refusal, there),
            _ => throw new InvalidOperationException("A verdict is either accepted or refused."),
        };
    }

    /// <inheritdoc/>
    public string LocationOf(Guid id) => $"/v1/reablement-teams/{id}";
}
