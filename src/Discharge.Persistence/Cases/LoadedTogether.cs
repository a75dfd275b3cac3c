using Discharge.Domain.Deciding;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>What a joint command decides on, read in one round trip that leaves the rows of all its streams locked.</summary>
/// <param name="Kept">The answer given when the same key came before, where it did.</param>
/// <param name="Held">The histories of the streams.</param>
/// <param name="Notes">The notes of the stream spoken of, where the command brings one.</param>
internal sealed record LoadedTogether(Outcome? Kept, Held Held, KeptNotes Notes)
{
    // One statement for each row, because one for all would lock them in an order of the database's own.
    private const string Lock = "select version from cases.mt_streams where id = $1 for update";

    private static readonly string Entries = $"select {EntryReader.Columns} from cases.mt_events where stream_id = any ($1) order by stream_id, version";

    public static async Task<LoadedTogether> ReadAsync(NpgsqlConnection connection, Guid about, Streams streams, CommandKey key, PersonSeals? withNotes, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (key.IsCallers)
        {
            KeptAnswers.AddClaim(batch, key);
        }

        foreach (var stream in streams.InOrder)
        {
            batch.BatchCommands.Add(new(Lock) { Parameters = { new() { Value = stream } } });
        }

        batch.BatchCommands.Add(new(Entries) { Parameters = { new() { Value = streams.InOrder } } });
        if (withNotes is not null)
        {
            batch.BatchCommands.Add(NotesTaken.OfCase(about));
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        if (key.IsCallers && await KeptAnswers.ReadClaimAsync(rows, key, cancellation) is { } kept)
        {
            return new(kept, new Held(new Dictionary<Guid, History>()), KeptNotes.None);
        }

        foreach (var _ in streams.InOrder)
        {
            await rows.NextResultAsync(cancellation);
        }

        var entries = new List<(Guid Stream, Entry Entry)>();
        while (await rows.ReadAsync(cancellation))
        {
            entries.Add((rows.GetGuid(0), EntryReader.Read(rows)));
        }

        var notes = withNotes is not null && await rows.NextResultAsync(cancellation) ? await NotesTaken.ReadAsync(rows, withNotes, cancellation) : KeptNotes.None;
        return new(Kept: null, new Held(entries.GroupBy(read => read.Stream).ToDictionary(stream => stream.Key, stream => History.Of(stream.Select(read => read.Entry)))), notes);
    }
}
