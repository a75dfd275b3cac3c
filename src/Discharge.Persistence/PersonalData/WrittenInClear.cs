using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.PersonalData;

/// <summary>
/// Seals what was written down of people before anything was sealed: some rows at a time, each in a transaction of its own, so that it may be stopped at any moment and goes on where it was. Nodes that start
/// together take turns. Where there is nothing to seal it asks once.
/// </summary>
public sealed class WrittenInClear(NpgsqlDataSource database, PersonSeals seals)
{
    private const int AtOnce = 1_000;

    // "sealing" in ASCII.
    private const long Lock = 0x7365616c696e67;

    private const string TakeTurn = "select pg_advisory_xact_lock($1)";

    private const string AnyKey = "select person_id, wrapped from discharge.person_keys limit 1";

    private static readonly ClearTable[] Tables =
    [
        new(
            """
            select p.person_id, p.person_id, 0, p.details, p.salt, k.wrapped
              from discharge.people p left join discharge.person_keys k using (person_id)
             where p.details is not null order by p.person_id limit $1
            """,
            "update discharge.people t set sealed = x.sealed, details = null, salt = null from unnest($1, $2, $3, $4) x (id, owner, version, sealed) where t.person_id = x.id",
            (owner, _, _) => PersonKey.Details(owner)),
        new(
            """
            select c.person_id, c.person_id, c.version, c.details, c.salt, k.wrapped
              from discharge.person_corrections c left join discharge.person_keys k using (person_id)
             where c.details is not null order by c.person_id, c.version limit $1
            """,
            "update discharge.person_corrections t set sealed = x.sealed, details = null, salt = null from unnest($1, $2, $3, $4) x (id, owner, version, sealed) where t.person_id = x.id and t.version = x.version",
            (owner, _, version) => PersonKey.Correction(owner, version)),
        new(
            """
            select n.note_id, coalesce(p.person_id, n.case_id), 0, n.words, n.salt, k.wrapped
              from discharge.notes n
              left join discharge.whose_cases p on p.case_id = n.case_id
              left join discharge.person_keys k on k.person_id = coalesce(p.person_id, n.case_id)
             where n.words is not null order by n.note_id limit $1
            """,
            "update discharge.notes t set person_id = x.owner, sealed = x.sealed, words = null, salt = null from unnest($1, $2, $3, $4) x (id, owner, version, sealed) where t.note_id = x.id",
            (_, note, _) => PersonKey.Note(note)),
    ];

    /// <summary>Seals all of it.</summary>
    /// <returns>How many rows were sealed.</returns>
    /// <exception cref="EncryptionKeyException">What is there was sealed under another secret.</exception>
    public async Task<int> SealAsync(CancellationToken cancellation)
    {
        await AssertKeyAsync(cancellation);
        var sealedSoFar = 0;
        foreach (var table in Tables)
        {
            for (var some = AtOnce; some == AtOnce; sealedSoFar += some)
            {
                some = await Resilience.Repeatable.ExecuteAsync(async stop => await SealSomeAsync(table, stop), cancellation);
            }
        }

        return sealedSoFar;
    }

    private async Task AssertKeyAsync(CancellationToken cancellation)
    {
        try
        {
            await Resilience.Reads.ExecuteAsync(
                async stop =>
                {
                    await using var select = database.CreateCommand(AnyKey);
                    await using var rows = await select.ExecuteReaderAsync(stop);
                    _ = await rows.ReadAsync(stop) ? seals.Open(rows.GetGuid(0), rows.GetFieldValue<byte[]>(1)) : null;
                },
                cancellation);
        }
        catch (CryptographicException)
        {
            throw new EncryptionKeyException(EncryptionKeyException.Another);
        }
    }

    private async Task<int> SealSomeAsync(ClearTable table, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (rows, made) = await ReadAsync(connection, table, cancellation);
        if (rows is [])
        {
            return 0;
        }

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("insert into discharge.person_keys (person_id, wrapped) select * from unnest($1, $2)")
                {
                    Parameters =
                    {
                        new() { Value = made.Select(key => key.Owner).ToArray() },
                        new() { Value = made.Select(key => key.Wrapped).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                    },
                },
                new(table.Update)
                {
                    Parameters =
                    {
                        new() { Value = rows.Select(row => row.Id).ToArray() },
                        new() { Value = rows.Select(row => row.Owner).ToArray() },
                        new() { Value = rows.Select(row => row.Version).ToArray() },
                        new() { Value = rows.Select(row => row.Sealed).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                    },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return rows.Count;
    }

    private async Task<(List<SealedRow> Rows, IReadOnlyCollection<PersonKey> Made)> ReadAsync(NpgsqlConnection connection, ClearTable table, CancellationToken cancellation)
    {
        // The rows are read by a statement after the one that waits, so that it sees what the node before sealed.
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(TakeTurn) { Parameters = { new() { Value = Lock } } }, new(table.Select) { Parameters = { new() { Value = AtOnce } } } } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        await reader.NextResultAsync(cancellation);
        var (rows, made) = (new List<SealedRow>(), new Dictionary<Guid, PersonKey>());
        while (await reader.ReadAsync(cancellation))
        {
            var (id, owner, version) = (reader.GetGuid(0), reader.GetGuid(1), reader.GetInt32(2));
            var key = reader.IsDBNull(5) ? made.TryGetValue(owner, out var before) ? before : made[owner] = seals.New(owner) : seals.Open(owner, reader.GetFieldValue<byte[]>(5))!;
            rows.Add(new(id, owner, version, key.Seal(table.PlaceOf(owner, id, version), reader.GetString(3), reader.GetFieldValue<byte[]>(4))));
        }

        return (rows, made.Values);
    }

    private sealed record ClearTable(string Select, string Update, Func<Guid, Guid, int, string> PlaceOf);

    private sealed record SealedRow(Guid Id, Guid Owner, int Version, byte[] Sealed);
}

/// <summary>The secret that the keys of people are wrapped under is missing, malformed or another one.</summary>
/// <param name="what">What is wrong, and what to do.</param>
public sealed class EncryptionKeyException(string what) : StartRefusedException(what)
{
    /// <summary>It is missing or malformed.</summary>
    public const string Missing =
        "PersonalData:EncryptionKey has to be 32 random bytes in Base64 (in the environment: PersonalData__EncryptionKey). Keep it as long as the data and apart from its backups: without it nobody's name can be read.";

    /// <summary>It is not the one that was used before.</summary>
    public const string Another = "PersonalData:EncryptionKey is not the one that the people in this database were sealed under (in the environment: PersonalData__EncryptionKey). Set that one: with another nobody's name can be read.";
}
