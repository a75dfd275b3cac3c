using Discharge.Domain.Deciding;
using Discharge.Persistence.Timelines;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>Cases whose streams' rows a transaction holds, as they are on record.</summary>
/// <param name="Clocks">The rows of their clocks, by case.</param>
/// <param name="Histories">Their histories, without the cases of which an entry cannot be read.</param>
internal sealed record HeldCases(IReadOnlyDictionary<Guid, StoredClocks> Clocks, IReadOnlyDictionary<Guid, History> Histories)
{
    // Statements of their own, because what they read must be what is held by now and not what was there before it was waited for.
    private const string StoredRows = $"select case_id, {ClockRows.Columns} from discharge.clocks where case_id = any ($1)";

    /// <summary>Reads them.</summary>
    /// <param name="connection">The connection whose transaction holds them.</param>
    /// <param name="ids">The cases.</param>
    /// <param name="unreadable">Is told of each entry that cannot be read.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<HeldCases> ReadAsync(NpgsqlConnection connection, Guid[] ids, Action<Guid, Exception> unreadable, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(StoredRows) { Parameters = { new() { Value = ids } } } },
        };
        CaseHistories.AskForSeveral(batch, ids);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var clocks = ids.ToDictionary(id => id, _ => new StoredClocks());
        while (await rows.ReadAsync(cancellation))
        {
            clocks[rows.GetGuid(0)].Add(rows);
        }

        await rows.NextResultAsync(cancellation);
        return new(clocks, await CaseHistories.ReadSeveralAsync(rows, cancellation, failed => unreadable(failed.Stream, failed)));
    }
}
