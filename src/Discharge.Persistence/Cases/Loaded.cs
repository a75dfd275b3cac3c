using Discharge.Domain.Deciding;
using Discharge.Persistence.Access;
using Discharge.Persistence.PersonalData;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>What a command is decided on, read in one round trip that leaves the stream's row locked.</summary>
/// <param name="Kept">The answer given when the same key came before, where it did.</param>
/// <param name="History">The case's history; empty where there is no such case.</param>
/// <param name="Notes">The case's notes, where the command brings one.</param>
internal sealed record Loaded(Outcome? Kept, History History, KeptNotes Notes)
{
    // The row is locked by one statement and the entries read by the next, which sees what was committed while it waited for the lock.
    private const string Lock = "select version from cases.mt_streams where id = $1 for update";

    private static readonly string InReach = $"select {Reach.HoldsOrIsOpen("$6", first: 1)}";

    /// <summary>Reads it.</summary>
    /// <param name="connection">The connection whose transaction holds the row from then on.</param>
    /// <param name="id">The case.</param>
    /// <param name="key">The command's key, which is claimed; null where it is the service that asks.</param>
    /// <param name="withNotes">What the words of its notes are sealed with, where the command brings notes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="reach">Whose cases the sender may know of; null for every case, where it is the service that asks. Of a case out of reach there is nothing.</param>
    /// <param name="known">What this node knows of it already; null where it is all read.</param>
    public static async Task<Loaded> ReadAsync(
        NpgsqlConnection connection, Guid id, CommandKey? key, PersonSeals? withNotes, CancellationToken cancellation, Reach? reach = null, KnownHistories? known = null)
    {
        var (read, loaded) = await ContinueAsync(connection, id, known?.Of(id) ?? KnownHistories.Known.Nothing, key, withNotes, reach, cancellation)
            ?? (await ContinueAsync(connection, id, KnownHistories.Known.Nothing, key, withNotes, reach, cancellation))!.Value;
        if (read is not null)
        {
            known?.Keep(id, read);
        }

        return loaded;
    }

    // Null where what was known does not hold; what was read, where it came to that.
    private static async Task<(KnownHistories.Known? Read, Loaded Loaded)?> ContinueAsync(
        NpgsqlConnection connection, Guid id, KnownHistories.Known before, CommandKey? key, PersonSeals? withNotes, Reach? reach, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (key is not null)
        {
            KeptAnswers.AddClaim(batch, key);
        }

        batch.BatchCommands.Add(new(Lock) { Parameters = { new() { Value = id } } });
        batch.BatchCommands.Add(KnownHistories.Continuing(id, before));
        if (withNotes is not null)
        {
            batch.BatchCommands.Add(NotesTaken.OfCase(id));
        }

        if (reach is { Organisations: not null })
        {
            var ask = new NpgsqlBatchCommand(InReach);
            reach.AddAllTo(ask.Parameters);
            ask.Parameters.Add(new() { Value = id });
            batch.BatchCommands.Add(ask);
        }

        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        if (key is not null && await KeptAnswers.ReadClaimAsync(rows, key, cancellation) is { } kept)
        {
            return (null, new(kept, History.Empty, KeptNotes.None));
        }

        var end = await rows.ReadAsync(cancellation) ? rows.GetInt64(0) : 0;
        await rows.NextResultAsync(cancellation);
        var (read, unreadable) = (before, (UnreadableEventException?)null);
        try
        {
            if (await KnownHistories.ContinueAsync(id, before, end, rows, cancellation) is not { } continued)
            {
                return null;
            }

            read = continued;
        }
        catch (UnreadableEventException failed)
        {
            unreadable = failed;
        }

        var notes = withNotes is not null && await rows.NextResultAsync(cancellation) ? await NotesTaken.ReadAsync(rows, withNotes, cancellation) : KeptNotes.None;
        var isInReach = reach is not { Organisations: not null } || (await rows.NextResultAsync(cancellation) && await rows.ReadAsync(cancellation) && rows.GetBoolean(0));
        if (!isInReach)
        {
            return (null, new(Kept: null, History.Empty, KeptNotes.None));
        }

        // Only whoever may know of the case is told.
        return unreadable is null ? (read, new(Kept: null, read.History, notes)) : throw unreadable;
    }
}
