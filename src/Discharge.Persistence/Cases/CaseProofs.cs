using System.Runtime.CompilerServices;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>Proves, for auditors, that what is on record is what was recorded: of one case, or of every case there is.</summary>
public sealed class CaseProofs(NpgsqlDataSource database, Seal seal)
{
    private const string Select =
        $"""
        select {SealedEntry.Columns}, stream.id, stream.ends_at
          from (select id, version as ends_at from cases.mt_streams) stream left join cases.mt_events on stream_id = stream.id
        """;

    private const string OfOne = $"{Select} where stream.id = $1 order by version";

    // One statement, so that what is recorded meanwhile is either seen whole or not at all.
    private const string OfAll = $"{Select} order by stream.id, version";

    /// <summary>What can be proved of a case, or null where there is no such case.</summary>
    public Task<CaseProof?> ReadAsync(Guid id, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var select = database.CreateCommand(OfOne);
            select.Parameters.Add(new() { Value = id });
            await foreach (var proof in ProveAsync(select, stop))
            {
                return proof;
            }

            return null;
        },
        cancellation).AsTask();

    /// <summary>What can be proved of every case, one after another.</summary>
    public async IAsyncEnumerable<CaseProof> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(OfAll);
        select.CommandTimeout = 0;
        await foreach (var proof in ProveAsync(select, cancellation))
        {
            yield return proof;
        }
    }

    private async IAsyncEnumerable<CaseProof> ProveAsync(NpgsqlCommand select, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var (id, version, entries) = (default(Guid?), 0L, new List<SealedEntry>());
        while (await rows.ReadAsync(cancellation))
        {
            if (rows.GetGuid(9) is var next && next != id)
            {
                if (id is { } whole && IsCase(version, entries))
                {
                    yield return CaseProof.Of(seal, whole, version, entries);
                }

                (id, version, entries) = (next, rows.GetInt64(10), []);
            }

            if (!rows.IsDBNull(0))
            {
                entries.Add(SealedEntry.Read(rows));
            }
        }

        if (id is { } last && IsCase(version, entries))
        {
            yield return CaseProof.Of(seal, last, version, entries);
        }
    }

    // An append that failed may leave an empty stream behind.
    private static bool IsCase(long version, List<SealedEntry> entries) => version > 0 || entries is not [];
}
