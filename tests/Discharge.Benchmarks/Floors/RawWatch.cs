using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>The watch as plain SQL: cases with something due claimed by their stream's row, then an event, the stream's version and the clock's row for each, in batches, three at a time where there is a backlog, as the product does. Nothing is read, decided, shown or told.</summary>
internal sealed class RawWatch(NpgsqlDataSource pool)
{
    private const int AtOnce = 500;

    private const int AtABacklog = 3;

    // The clock's row too: with the stream's alone, a look that began before another was committed would still find due what that one recorded.
    private const string Claim =
        """
        select s.id, d.started_by, d.breach_at, d.next_at
          from discharge.clocks d join cases.mt_streams s on s.id = d.case_id
         where d.next_at <= now() and (d.next_at, d.case_id) > ($2, $3) order by d.next_at, d.case_id limit $1 for update of s, d skip locked
        """;

    private const string Bump = "update cases.mt_streams set version = version + 1, timestamp = now() where id = any ($1)";

    private const string Breach =
        """
        insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers, user_name)
        select nextval('cases.mt_events_sequence'), gen_random_uuid(), s.id, s.version,
               jsonb_build_object('rule', 'T01', 'startedBy', x.started_by, 'occurredAt', to_char(x.breach_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'detectedAt', clock_timestamp()),
               'clock.breached.v1', clock_timestamp(), '*DEFAULT*', 'clock-watch', 'clock-watch', '{"role":"service","organisation":"DISCHARGE"}', 'clock-watch'
          from unnest($1, $2, $3) x(id, started_by, breach_at) join cases.mt_streams s using (id)
        """;

    private const string Done = "update discharge.clocks d set next_at = null from unnest($1, $2) x(id, started_by) where d.case_id = x.id and d.started_by = x.started_by and d.next_at <= now()";

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250);

    private static readonly (DateTime Moment, Guid Case) First = (DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), Guid.Empty);

    /// <summary>Looks until it is told to stop, when the next moment comes and at the latest after a quarter of a second.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                switch ((await LookAsync(First, stop)).Recorded)
                {
                    case 0:
                        await WaitAsync(stop);
                        break;
                    case AtOnce:
                        await Task.WhenAll(Enumerable.Range(0, AtABacklog).Select(_ => DrainAsync(stop)));
                        break;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }

    private async Task WaitAsync(CancellationToken stop)
    {
        await using var ask = pool.CreateCommand("select extract(epoch from next_at - clock_timestamp())::float8 from discharge.clocks where next_at is not null order by next_at limit 1");
        var left = await ask.ExecuteScalarAsync(stop) is double seconds ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 1)) : Longest;
        await Task.Delay(left < Longest ? left : Longest, stop);
    }

    // From where its own last look came to: what was recorded still lies in the index before that.
    private async Task DrainAsync(CancellationToken stop)
    {
        for (var place = First; await LookAsync(place, stop) is (AtOnce, var reached); place = reached)
        {
        }
    }

    private async Task<(int Recorded, (DateTime Moment, Guid Case) Reached)> LookAsync((DateTime Moment, Guid Case) after, CancellationToken stop)
    {
        await using var connection = await pool.OpenConnectionAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var (ids, starts, moments) = (new List<Guid>(), new List<long>(), new List<DateTime>());
        await using (var claim = new NpgsqlCommand(Claim, connection) { Parameters = { new() { Value = AtOnce }, new() { Value = after.Moment }, new() { Value = after.Case } } })
        await using (var rows = await claim.ExecuteReaderAsync(stop))
        {
            while (await rows.ReadAsync(stop))
            {
                ids.Add(rows.GetGuid(0));
                starts.Add(rows.GetInt64(1));
                moments.Add(rows.GetDateTime(2));
                after = (rows.GetDateTime(3), ids[^1]);
            }
        }

        if (ids.Count == 0)
        {
            return (0, after);
        }

        await using var write = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                LeaveByHand.With(Bump, ids.ToArray()),
                LeaveByHand.With(Breach, ids.ToArray(), starts.ToArray(), moments.ToArray()),
                LeaveByHand.With(Done, ids.ToArray(), starts.ToArray()),
            },
        };
        await write.ExecuteNonQueryAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return (ids.Count, after);
    }
}
