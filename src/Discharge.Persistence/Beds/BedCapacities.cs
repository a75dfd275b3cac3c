using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Persistence.Cases;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Beds;

/// <summary>Counts places by day, provider and kind, from their histories, so that a day gone by is counted as it was.</summary>
public sealed class BedCapacities(NpgsqlDataSource database, CaseHistories histories)
{
    private const string Beds = "select bed_id from discharge.beds where ($1 is null or kind = $1) and ($2 is null or provider = $2)";

    /// <summary>The lines of a period, one for each day, provider and kind.</summary>
    public async Task<IReadOnlyList<BedCapacity>> ReadAsync(LocalDate from, LocalDate to, PlaceKind? kind, OdsCode? provider, CancellationToken cancellation)
    {
        var beds = await BedsAsync(kind, provider, cancellation);
        return [.. Enumerable.Range(0, Period.DaysBetween(from, to) + 1).SelectMany(days => BedCapacity.Of(beds, from.PlusDays(days)))];
    }

    /// <summary>The places of a kind and provider, as all that is on record makes them.</summary>
    internal async Task<IReadOnlyList<Bed>> BedsAsync(PlaceKind? kind, OdsCode? provider, CancellationToken cancellation)
    {
        var beds = new List<Bed>();
        foreach (var some in (await IdsAsync(kind, provider, cancellation)).Chunk(200))
        {
            beds.AddRange((await histories.ReadAsync(some, cancellation)).Select(read => BedType.StateOf(read.Key, read.Value)));
        }

        return beds;
    }

    private Task<List<Guid>> IdsAsync(PlaceKind? kind, OdsCode? provider, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(Beds);
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = kind is { } one ? PublicJson.Spell(one) : DBNull.Value });
            select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)provider?.Value ?? DBNull.Value });
            await using var rows = await select.ExecuteReaderAsync(stop);
            var ids = new List<Guid>();
            while (await rows.ReadAsync(stop))
            {
                ids.Add(rows.GetGuid(0));
            }

            return ids;
        },
        cancellation).AsTask();
}
