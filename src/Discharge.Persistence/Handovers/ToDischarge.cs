using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Handovers;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Reablement;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Handovers;

/// <summary>That the reablement team has seen the person is handed over to the discharge case, whose clock waits for it.</summary>
internal static class ToDischarge
{
    /// <summary>What a reablement case hands over; null where it came from no discharge.</summary>
    public static async Task<Handed?> HandedAsync(NpgsqlConnection connection, Guid id, History history, Instant now, CancellationToken cancellation)
    {
        var state = ReablementType.StateOf(id, history);
        if (ReablementType.ReferralOf(id, history).DischargeCase is not { } discharge)
        {
            return null;
        }

        var seen = SeenByReablement.Of(state);
        return await Handed.OfAsync(
            DischargeCaseType.Instance,
            discharge,
            connection,
            now,
            entry => entry.Fact is HomeVisitMade && entry.RecordedBy == Actor.HandOvers,
            _ => seen is null ? [] : [new HomeVisitMade(seen.OccurredAt, seen.By)],
            (there, _) => ((Verdict.Accepted)Verdict.Of(seen!.Decide(DischargeCaseType.StateOf(discharge, there)))).Facts,
            cancellation);
    }
}
