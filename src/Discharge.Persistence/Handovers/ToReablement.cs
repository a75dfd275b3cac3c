using Discharge.Domain.Deciding;
using Discharge.Domain.Handovers;
using Discharge.Domain.Reablement;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Reablement;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Handovers;

/// <summary>A discharge into reablement is handed over to the team, and so are the death and the return of whoever was.</summary>
internal static class ToReablement
{
    private const string Known = $"select {KeptPerson.Columns} from discharge.people p {KeptPerson.JoinKey} where p.person_id = $1";

    /// <summary>What a discharge hands over.</summary>
    public static async Task<Handed> HandedAsync(NpgsqlConnection connection, PersonSeals seals, Guid discharge, History history, Instant now, CancellationToken cancellation)
    {
        var state = DischargeCaseType.StateOf(discharge, history);
        var into = IntoReablement.Of(state);
        var aged = into?.Of(await BornAsync(connection, seals, into.Person.Id, cancellation));
        var id = HandOvers.CaseOf(discharge);
        return await Handed.OfAsync(
            ReablementType.Instance,
            id,
            connection,
            now,
            entry => entry.Fact is ReablementReferred or AgeHandedOver or DeathHandedOver or ReturnHandedOver,
            there => aged is null ? [] : [.. aged.FactsIn(ReablementType.StateOf(id, there)), .. IntoReablement.Since(state)],
            (_, fact) => [fact],
            cancellation);
    }

    // Held until the commit, so that a referral of the same person sees the case.
    private static async Task<LocalDate?> BornAsync(NpgsqlConnection connection, PersonSeals seals, Guid person, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { OnePerson.Holding(person), new(Known) { Parameters = { new() { Value = person } } } } };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? KeptPerson.Read(rows, seals).Details.DateOfBirth : null;
    }
}
