using Discharge.Domain.Deciding;
using Discharge.Persistence.Access;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Timelines;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>Reads what was recorded in a case, and what was said because of its clocks.</summary>
public sealed class CaseHistories(NpgsqlDataSource database, PersonSeals seals, KnownHistories known)
{
    private static readonly OfThese Entries = new($"select {EntryReader.Columns} from cases.mt_events where stream_id = any ($1) order by stream_id, version");

    private const string Said =
        "select rule, started_by, words, level, who, moment, given_at from discharge.notices where case_id = $1 order by moment, notice_id";

    /// <summary>The history of a case, or null where there is no such case.</summary>
    /// <exception cref="UnreadableEventException">An entry cannot be read.</exception>
    public Task<History?> ReadAsync(Guid id, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            return await ReadAsync(connection, id, stop);
        },
        cancellation).AsTask();

    /// <summary>The history of a case, or null where there is no such case, for whoever holds a connection: they must not wait for another, which all others may wait for too.</summary>
    /// <exception cref="UnreadableEventException">An entry cannot be read.</exception>
    internal async Task<History?> ReadAsync(NpgsqlConnection connection, Guid id, CancellationToken cancellation) =>
        Kept(id, await ReadAsync(connection, id, known.Of(id), cancellation) ?? await ReadAsync(connection, id, KnownHistories.Known.Nothing, cancellation));

    /// <summary>All that is on record of a case or a place, read at once, or null where there is no such.</summary>
    /// <param name="id">The case or place.</param>
    /// <param name="reach">Whose cases a place names to whoever reads it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UnreadableEventException">An entry cannot be read.</exception>
    public Task<CaseRecord?> ReadAllAsync(Guid id, Reach reach, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            var (read, record) = await ReadAllAsync(connection, id, known.Of(id), reach, stop) ?? (await ReadAllAsync(connection, id, KnownHistories.Known.Nothing, reach, stop))!.Value;
            return Kept(id, read) is null ? null : record;
        },
        cancellation).AsTask();

    /// <summary>The histories of several cases. A case of which an entry cannot be read is left out: it must not keep the others from being seen.</summary>
    public Task<Dictionary<Guid, History>> ReadAsync(Guid[] ids, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            return await ReadSeveralAsync(connection, ids, stop);
        },
        cancellation).AsTask();

    /// <summary>The histories of places, or of places and cases, and which of the cases they are of or name may be named to whoever reads them, in one round trip.</summary>
    internal Task<(Dictionary<Guid, History> Histories, NamedCases Named)> ReadAsync(Guid[] ids, Reach reach, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            await using var batch = new NpgsqlBatch(connection);
            AskForSeveral(batch, ids);
            NamedCases.Ask(batch, reach, ids, ids);
            await using var rows = await batch.ExecuteReaderAsync(stop);
            return (await ReadSeveralAsync(rows, stop), await NamedCases.ReadAsync(rows, reach, stop));
        },
        cancellation).AsTask();

    /// <summary>Asks for the histories of several cases, to be read by <see cref="ReadSeveralAsync(NpgsqlDataReader, CancellationToken, Action{UnreadableEventException}?)"/>.</summary>
    internal static void AskForSeveral(NpgsqlBatch batch, Guid[] ids)
    {
        batch.BatchCommands.Add(StreamEnds.Of(ids));
        batch.BatchCommands.Add(Entries.Ask(ids));
    }

    /// <summary>The histories of several cases. One of which an entry cannot be read, or is not there, is left out.</summary>
    internal static async Task<Dictionary<Guid, History>> ReadSeveralAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        AskForSeveral(batch, ids);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        return await ReadSeveralAsync(rows, cancellation);
    }

    /// <summary>The histories that were asked for, from the reader's current result and the next; one of which an entry cannot be read, or is not there, is left out.</summary>
    internal static async Task<Dictionary<Guid, History>> ReadSeveralAsync(NpgsqlDataReader rows, CancellationToken cancellation, Action<UnreadableEventException>? leftOut = null)
    {
        var ends = await StreamEnds.ReadAsync(rows, cancellation);
        return await ReadEntriesAsync(rows, ends, (stream, entries) => EntryReader.HistoryOf(stream, entries, ends[stream]), leftOut, cancellation);
    }

    /// <summary>Some of the entries of several cases, which are in the reader's current result, in order; a case of which one cannot be read is left out.</summary>
    internal static Task<Dictionary<Guid, History>> ReadSomeAsync(NpgsqlDataReader rows, Action<UnreadableEventException> leftOut, CancellationToken cancellation) =>
        ReadEntriesAsync(rows, new Dictionary<Guid, long>(), (_, entries) => History.Of(entries), leftOut, cancellation);

    private static async Task<Dictionary<Guid, History>> ReadEntriesAsync(
        NpgsqlDataReader rows, Dictionary<Guid, long> ends, Func<Guid, List<Entry>, History> historyOf, Action<UnreadableEventException>? leftOut, CancellationToken cancellation)
    {
        // Also of those there is not one entry of.
        var entries = ends.Keys.ToDictionary(stream => stream, _ => new List<Entry>());
        var unreadable = new HashSet<Guid>();
        while (await rows.ReadAsync(cancellation))
        {
            try
            {
                var id = rows.GetGuid(0);
                (entries.TryGetValue(id, out var list) ? list : entries[id] = []).Add(EntryReader.Read(rows));
            }
            catch (UnreadableEventException failed)
            {
                if (unreadable.Add(failed.Stream))
                {
                    leftOut?.Invoke(failed);
                }
            }
        }

        var histories = new Dictionary<Guid, History>();
        foreach (var (id, read) in entries.Where(read => !unreadable.Contains(read.Key)))
        {
            try
            {
                histories.Add(id, historyOf(id, read));
            }
            catch (UnreadableEventException failed)
            {
                leftOut?.Invoke(failed);
            }
        }

        return histories;
    }

    private static async Task<KnownHistories.Known?> ReadAsync(NpgsqlConnection connection, Guid id, KnownHistories.Known before, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { StreamEnds.Of(id), KnownHistories.Continuing(id, before) } };
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        return await ContinueAsync(id, before, rows, cancellation);
    }

    private static async Task<KnownHistories.Known?> ContinueAsync(Guid id, KnownHistories.Known before, NpgsqlDataReader rows, CancellationToken cancellation) =>
        await KnownHistories.ContinueAsync(id, before, (await StreamEnds.ReadAsync(rows, cancellation)).GetValueOrDefault(id), rows, cancellation);

    private async Task<(KnownHistories.Known Read, CaseRecord Record)?> ReadAllAsync(
        NpgsqlConnection connection, Guid id, KnownHistories.Known before, Reach reach, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                StreamEnds.Of(id),
                KnownHistories.Continuing(id, before),
                new(Said) { Parameters = { new() { Value = id } } },
                // After the entries, so that the words of every entry read are there.
                new(NoteWords.Select) { Parameters = { new() { Value = id } } },
            },
        };
        NamedCases.Ask(batch, reach, [id], []);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        if (await ContinueAsync(id, before, rows, cancellation) is not { } read)
        {
            return null;
        }

        await rows.NextResultAsync(cancellation);
        var notices = new List<Notice>();
        while (await rows.ReadAsync(cancellation))
        {
            notices.Add(new(
                rows.GetString(0), rows.GetInt64(1), rows.GetString(2), OrNull(rows.GetString(3)), OrNull(rows.GetString(4)), At(rows, 5), At(rows, 6)));
        }

        await rows.NextResultAsync(cancellation);
        var words = await rows.ReadAsync(cancellation) ? NoteWords.Read(rows, 0, seals) : NoteWords.None;
        return (read, new CaseRecord(read.History, notices, words, await NamedCases.ReadAsync(rows, reach, cancellation)));
    }

    // Of what is not there nothing is known.
    private History? Kept(Guid id, KnownHistories.Known? read)
    {
        if (read is not { History: { Version: > 0 } history })
        {
            return null;
        }

        known.Keep(id, read);
        return history;
    }

    private static Instant At(NpgsqlDataReader rows, int column) => Instant.FromDateTimeUtc(rows.GetDateTime(column));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}

/// <summary>All that is on record of a case.</summary>
/// <param name="History">Its entries.</param>
/// <param name="Notices">The notices given in it.</param>
/// <param name="Words">The words of its notes, as far as they are kept.</param>
/// <param name="Named">Of a place, whose cases it names to whoever reads it.</param>
public sealed record CaseRecord(History History, IReadOnlyList<Notice> Notices, NoteWords Words, NamedCases Named);
