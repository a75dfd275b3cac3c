using Discharge.Domain.Deciding;
using Discharge.Persistence.Access;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>What a joint command decides on, read in one round trip that leaves the rows of all its streams locked.</summary>
/// <param name="Kept">The answer given when the same key came before, where it did.</param>
/// <param name="Held">The histories of the streams.</param>
/// <param name="Notes">The notes of the stream spoken of, where the command brings one.</param>
/// <param name="IsOfOthers">Whether a case among them, which the caller has not named, is out of their reach.</param>
internal sealed record LoadedTogether(Outcome? Kept, Held Held, KeptNotes Notes, bool IsOfOthers)
{
    // One statement for each row, because one for all would lock them in an order of the database's own.
    private const string Lock = "select version from cases.mt_streams where id = $1 for update";

    private static readonly string Entries = $"select {EntryReader.Columns} from cases.mt_events where stream_id = any ($1) order by stream_id, version";

    private static readonly string InReach = $"select id from unnest($6::uuid[]) id where {Reach.HoldsOrIsOpen("id", first: 1)}";

    /// <summary>Reads it.</summary>
    /// <param name="connection">The connection whose transaction holds the rows from then on.</param>
    /// <param name="about">The stream the caller speaks of.</param>
    /// <param name="streams">The streams.</param>
    /// <param name="sent">What came with the command.</param>
    /// <param name="named">The cases that the caller names: of one out of their reach there is nothing. Of others that turn out to be concerned they are told nothing.</param>
    /// <param name="withNotes">What the words of its notes are sealed with, where the command brings notes.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<LoadedTogether> ReadAsync(
        NpgsqlConnection connection, Guid about, Streams streams, Sent sent, IReadOnlyCollection<Guid> named, PersonSeals? withNotes, CancellationToken cancellation)
    {
        var (key, reach) = (sent.Key, sent.Reach);
        await using var batch = new NpgsqlBatch(connection);
        KeptAnswers.AddClaim(batch, key);
        foreach (var stream in streams.InOrder)
        {
            batch.BatchCommands.Add(new(Lock) { Parameters = { new() { Value = stream } } });
        }

        batch.BatchCommands.Add(new(Entries) { Parameters = { new() { Value = streams.InOrder } } });
        if (withNotes is not null)
        {
            batch.BatchCommands.Add(NotesTaken.OfCase(about));
        }

        if (reach.Organisations is not null)
        {
            var ask = new NpgsqlBatchCommand(InReach);
            reach.AddAllTo(ask.Parameters);
            ask.Parameters.Add(new() { Value = streams.Cases.ToArray() });
            batch.BatchCommands.Add(ask);
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        if (await KeptAnswers.ReadClaimAsync(rows, key, cancellation) is { } kept)
        {
            return new(kept, new Held(new Dictionary<Guid, History>()), KeptNotes.None, IsOfOthers: false);
        }

        var ends = new Dictionary<Guid, long>();
        foreach (var stream in streams.InOrder)
        {
            ends[stream] = await rows.ReadAsync(cancellation) ? rows.GetInt64(0) : 0;
            await rows.NextResultAsync(cancellation);
        }

        var entries = new List<(Guid Stream, Entry Entry)>();
        while (await rows.ReadAsync(cancellation))
        {
            entries.Add((rows.GetGuid(0), EntryReader.Read(rows)));
        }

        var notes = withNotes is not null && await rows.NextResultAsync(cancellation) ? await NotesTaken.ReadAsync(rows, withNotes, cancellation) : KeptNotes.None;
        var outOfReach = new HashSet<Guid>(reach.Organisations is null ? [] : streams.Cases);
        if (reach.Organisations is not null)
        {
            await rows.NextResultAsync(cancellation);
            while (await rows.ReadAsync(cancellation))
            {
                outOfReach.Remove(rows.GetGuid(0));
            }
        }

        var isThere = ends.Where(end => end.Value > 0 && !(named.Contains(end.Key) && outOfReach.Contains(end.Key)));
        return new(
            Kept: null,
            new Held(isThere.ToDictionary(end => end.Key, end => EntryReader.HistoryOf(end.Key, [.. entries.Where(read => read.Stream == end.Key).Select(read => read.Entry)], end.Value))),
            notes,
            IsOfOthers: outOfReach.Except(named).Any());
    }
}
