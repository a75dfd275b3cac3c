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
    /// <param name="key">The command's key, where it may have come before.</param>
    /// <param name="withNotes">What the words of its notes are sealed with, where the command brings notes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <param name="reach">Whose cases the sender may know of; null for every case, where it is the service that asks. Of a case out of reach there is nothing.</param>
    /// <param name="known">What this node knows of it already; null where it is all read.</param>
    public static async Task<Loaded> ReadAsync(
        NpgsqlConnection connection, Guid id, CommandKey? key, PersonSeals? withNotes, CancellationToken cancellation, Reach? reach = null, KnownHistories? known = null)
    {
        var loaded = await ContinueAsync(connection, id, known?.Of(id) ?? History.Empty, key, withNotes, reach, cancellation)
            ?? await ContinueAsync(connection, id, History.Empty, key, withNotes, reach, cancellation)
            ?? throw new InvalidOperationException("What continues nothing is all there is.");
        known?.Keep(id, loaded.History);
        return loaded;
    }

    private static async Task<Loaded?> ContinueAsync(
        NpgsqlConnection connection, Guid id, History before, CommandKey? key, PersonSeals? withNotes, Reach? reach, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (key is { IsCallers: true })
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
        if (key is { IsCallers: true } && await KeptAnswers.ReadClaimAsync(rows, key, cancellation) is { } kept)
        {
            return new(kept, History.Empty, KeptNotes.None);
        }

        // The lock's own result says nothing that the entries do not.
        await rows.NextResultAsync(cancellation);
        if (await KnownHistories.ContinueAsync(id, before, rows, cancellation) is not { } history)
        {
            return null;
        }

        var notes = withNotes is not null && await rows.NextResultAsync(cancellation) ? await NotesTaken.ReadAsync(rows, withNotes, cancellation) : KeptNotes.None;
        var isInReach = reach is not { Organisations: not null } || (await rows.NextResultAsync(cancellation) && await rows.ReadAsync(cancellation) && rows.GetBoolean(0));
        return new(Kept: null, isInReach ? history : History.Empty, isInReach ? notes : KeptNotes.None);
    }
}
