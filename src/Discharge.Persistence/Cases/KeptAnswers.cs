using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Cases;

/// <summary>The answers kept so that a command sent twice is done once. A claim on the key waits for the same command where it is in flight.</summary>
public static class KeptAnswers
{
    /// <summary>How long an answer is kept.</summary>
    public static readonly Duration KeptFor = Duration.FromDays(7);

    private const string Lock = "select pg_advisory_xact_lock($1)";

    private const string Select = "select request_hash, status, location, version, body from discharge.command_answers where key_hash = $1";

    private const string Insert =
        "insert into discharge.command_answers (key_hash, request_hash, status, location, version, body, answered_at) values (?, ?, ?, ?, ?, ?, ?)";

    /// <summary>Deletes the answers whose time is over.</summary>
    /// <returns>How many.</returns>
    public static async Task<int> ForgetAsync(NpgsqlDataSource database, Instant now, CancellationToken cancellation)
    {
        await using var delete = database.CreateCommand("delete from discharge.command_answers where answered_at < $1");
        delete.Parameters.Add(new() { Value = (now - KeptFor).ToDateTimeUtc() });
        return await delete.ExecuteNonQueryAsync(cancellation);
    }

    internal static Statement Keep(CommandKey key, Outcome.Answered answer, Instant now) =>
        new(Insert, key.Hash, key.RequestHash, (short)answer.Status, (object?)answer.Location ?? DBNull.Value, answer.Version, answer.Body, now.ToDateTimeOffset());

    /// <summary>Claims a key until the transaction ends. Under one that the caller did not give nothing can have come before; it is claimed so that whoever asks what became of it waits.</summary>
    internal static void AddClaim(NpgsqlBatch batch, CommandKey key)
    {
        batch.BatchCommands.Add(Locking(key));
        if (key.IsCallers)
        {
            batch.BatchCommands.Add(Selecting(key));
        }
    }

    /// <summary>Reads past the claim to the first result after it; the kept outcome where there is one.</summary>
    internal static async Task<Outcome?> ReadClaimAsync(NpgsqlDataReader rows, CommandKey key, CancellationToken cancellation)
    {
        await rows.NextResultAsync(cancellation);
        if (!key.IsCallers)
        {
            return null;
        }

        var kept = await rows.ReadAsync(cancellation) ? Read(rows, key) : null;
        await rows.NextResultAsync(cancellation);
        return kept;
    }

    internal static async Task<Outcome?> ClaimAsync(NpgsqlConnection connection, CommandKey key, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        AddClaim(batch, key);
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        return await ReadClaimAsync(rows, key, cancellation);
    }

    /// <summary>The answer of a command whose commit was sent and not answered; null where it was not done. The claim on its key is held until its transaction has ended, so that one still under way is waited for.</summary>
    internal static async Task<Outcome?> FindAsync(NpgsqlDataSource database, CommandKey key, CancellationToken cancellation)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Locking(key));
        batch.BatchCommands.Add(Selecting(key));
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? Read(rows, key) : null;
    }

    private static NpgsqlBatchCommand Locking(CommandKey key) => new(Lock) { Parameters = { new() { Value = key.LockNumber } } };

    private static NpgsqlBatchCommand Selecting(CommandKey key) => new(Select) { Parameters = { new() { Value = key.Hash } } };

    private static Outcome Read(NpgsqlDataReader row, CommandKey key) => row.GetFieldValue<byte[]>(0).AsSpan().SequenceEqual(key.RequestHash)
        ? new Outcome.Answered(row.GetInt16(1), row.GetInt64(3), row.GetString(4), row.IsDBNull(2) ? null : row.GetString(2))
        : new Outcome.KeyReused();
}
