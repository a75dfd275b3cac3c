using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>Leaving the hospital as one function in the database: the same rows in one round trip, without reading what came before.</summary>
internal static class LeaveInOneFunction
{
    /// <summary>Makes the function; the owner does it, the application calls it.</summary>
    public const string Create =
        $$"""
        create schema if not exists floor;
        grant usage on schema floor to public;
        {{Leaving.Seal}}
        create or replace function floor.leave(the_case uuid, key bytea, fingerprint bytea, occurred_at timestamptz, event_id uuid, event text, shown text, row_shown text, answer text) returns bigint language plpgsql as
        $floor$
        declare
            new_version bigint;
        begin
            insert into discharge.command_answers (key_hash, request_hash, status, version, body, answered_at) values (key, fingerprint, 200, 0, answer, now());
            update cases.mt_streams set version = version + 1, timestamp = now() where id = the_case returning version into new_version;
            insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers, user_name)
            values (nextval('cases.mt_events_sequence'), event_id, the_case, new_version, event::jsonb, 'discharge-case.discharged-from-hospital.v1', now(), '*DEFAULT*', the_case::text, the_case::text, jsonb_build_object('role', 'hub-lead', 'organisation', 'DEV01', 'seal', floor.seal(the_case, new_version, event)), 'development-hub-lead');
            insert into discharge.clocks (case_id, rule, started_by, rule_version, started_at, warned_at, due_at, breach_at, owner, next_at)
            values (the_case, 'T01', new_version, 1, occurred_at, occurred_at + interval '18 hours', occurred_at + interval '24 hours', occurred_at + interval '24 hours', 'care-transfer-hub', occurred_at + interval '18 hours'),
                   (the_case, 'T25', new_version, 1, occurred_at, occurred_at + interval '12 hours', occurred_at + interval '20 hours', occurred_at + interval '20 hours', 'care-transfer-hub', occurred_at + interval '12 hours');
            with given as (
                insert into discharge.notices (case_id, rule, started_by, words, level, who, moment, given_at)
                select the_case, rule, new_version, words, level, who, occurred_at, now() from {{Leaving.Notices}} returning notice_id),
            together as (
                select array_agg(notice_id order by notice_id) as notice_ids from given)
            insert into discharge.notices_given (notice_id, others) select notice_ids[1], notice_ids[2:] from together where notice_ids is not null;
            update discharge.discharge_cases
               set version = new_version, phase = 'left-hospital', in_hospital = false, out_of_hospital = true, body = shown, board_row = row_shown, due_first = occurred_at + interval '18 hours',
                   changes_at = occurred_at + interval '18 hours', falls_due = occurred_at + interval '18 hours', left_on = occurred_at::date, delay_days = 3
             where case_id = the_case;
            return new_version;
        end
        $floor$;
        """;

    public static async Task<IResult> RunAsync(NpgsqlDataSource pool, PatternRows rows, Guid id, HttpContext http)
    {
        var leaving = await Leaving.ReadAsync(http);
        var answer = rows.Of(rows.Answer, id);
        await using var call = pool.CreateCommand("select floor.leave($1, $2, $3, $4, $5, $6, $7, $8, $9)");
        foreach (var value in (object[])[id, leaving.Key, leaving.Fingerprint, leaving.OccurredAt.UtcDateTime, Guid.CreateVersion7(), rows.EventAt(leaving.Said), rows.Of(rows.Body, id), rows.Of(rows.BoardRow, id), answer])
        {
            call.Parameters.Add(new() { Value = value });
        }

        await call.ExecuteScalarAsync(http.RequestAborted);
        return Results.Text(answer, "application/json");
    }
}
