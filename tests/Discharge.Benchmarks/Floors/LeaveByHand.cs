using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>Leaving the hospital as statements written by hand: the key asked for, the case locked and its entries read, the entry sealed over the last of them, then all that follows written and committed, in two round trips. Nothing is decided.</summary>
internal static class LeaveByHand
{
    private static readonly byte[] SealKey = RandomNumberGenerator.GetBytes(32);

    private const string Event =
        """
        insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers, user_name)
        values (nextval('cases.mt_events_sequence'), $1, $2, $3, $4::jsonb, 'discharge-case.discharged-from-hospital.v1', now(), '*DEFAULT*', $5, $5, $6::jsonb, 'development-hub-lead')
        """;

    private const string Clocks =
        """
        insert into discharge.clocks (case_id, rule, started_by, rule_version, started_at, warned_at, due_at, breach_at, owner, next_at)
        values ($1, 'T01', $2, 1, $3, $4, $5, $5, 'care-transfer-hub', $4), ($1, 'T25', $2, 1, $3, $6, $7, $7, 'care-transfer-hub', $6)
        """;

    private const string Give =
        $"""
        with given as (
            insert into discharge.notices (case_id, rule, started_by, words, level, who, moment, given_at)
            select $1, rule, $2, words, level, who, $3, now() from {Leaving.Notices} on conflict do nothing
            returning notice_id),
        together as (
            select array_agg(notice_id order by notice_id) as notice_ids from given)
        insert into discharge.notices_given (notice_id, others) select notice_ids[1], notice_ids[2:] from together where notice_ids is not null
        """;

    private const string View =
        """
        update discharge.discharge_cases
           set version = $2, phase = 'left-hospital', in_hospital = false, out_of_hospital = true, body = $3, board_row = $4, due_first = $5, changes_at = $5, falls_due = $5, left_on = $6, delay_days = 3
         where case_id = $1
        """;

    private const string Answer =
        "insert into discharge.command_answers (key_hash, request_hash, status, version, body, answered_at) values ($1, $2, 200, $3, $4, now())";

    public static async Task<IResult> RunAsync(NpgsqlDataSource pool, PatternRows rows, Guid id, HttpContext http)
    {
        var leaving = await Leaving.ReadAsync(http);
        await using var connection = await pool.OpenConnectionAsync(http.RequestAborted);
        await using var transaction = await connection.BeginTransactionAsync(http.RequestAborted);
        var (last, seal) = await ReadAsync(connection, leaving, id, http.RequestAborted);
        var version = last + 1;
        var answer = rows.Of(rows.Answer, id);
        await using var write = Write(connection, rows, leaving, id, version, seal, answer);
        await write.ExecuteNonQueryAsync(http.RequestAborted);
        return Results.Text(answer, "application/json");
    }

    private static async Task<(long Version, string Seal)> ReadAsync(NpgsqlConnection connection, Leaving leaving, Guid id, CancellationToken stop)
    {
        await using var read = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                With("select pg_advisory_xact_lock($1)", BitConverter.ToInt64(leaving.Key)),
                With("select request_hash, status, location, version, body from discharge.command_answers where key_hash = $1", leaving.Key),
                With("select version from cases.mt_streams where id = $1 for update", id),
                With("select stream_id, version, type, data, timestamp, user_name, headers from cases.mt_events where stream_id = $1 order by version", id),
            },
        };
        await using var result = await read.ExecuteReaderAsync(stop);
        await result.NextResultAsync(stop);
        if (await result.ReadAsync(stop))
        {
            throw new InvalidOperationException("The key was used before.");
        }

        await result.NextResultAsync(stop);
        await result.ReadAsync(stop);
        var version = result.GetInt64(0);
        await result.NextResultAsync(stop);
        var headers = Array.Empty<byte>();
        while (await result.ReadAsync(stop))
        {
            _ = result.GetFieldValue<byte[]>(3);
            headers = result.GetFieldValue<byte[]>(6);
        }

        using var provenance = JsonDocument.Parse(headers);
        return (version, provenance.RootElement.GetProperty("seal").GetString()!);
    }

    private static NpgsqlBatch Write(NpgsqlConnection connection, PatternRows rows, Leaving leaving, Guid id, long version, string before, string answer)
    {
        var left = leaving.OccurredAt.UtcDateTime;
        var entry = rows.EventAt(leaving.Said);
        var seal = Base64Url.EncodeToString(HMACSHA256.HashData(SealKey, Encoding.UTF8.GetBytes(string.Join('\n', before, id, version, entry))));
        return new(connection)
        {
            BatchCommands =
            {
                With(Event, Guid.CreateVersion7(), id, version, entry, id.ToString(), string.Concat("{\"role\":\"hub-lead\",\"organisation\":\"DEV01\",\"seal\":\"", seal, "\"}")),
                With("update cases.mt_streams set version = $2, timestamp = now() where id = $1", id, version),
                With(Clocks, id, version, left, left.AddHours(18), left.AddHours(24), left.AddHours(12), left.AddHours(20)),
                With(Give, id, version, left),
                With(View, id, version, rows.Of(rows.Body, id), rows.Of(rows.BoardRow, id), left.AddHours(18), DateOnly.FromDateTime(left)),
                With(Answer, leaving.Key, leaving.Fingerprint, version, answer),
                With("commit"),
            },
        };
    }

    internal static NpgsqlBatchCommand With(string sql, params ReadOnlySpan<object> given)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in given)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
