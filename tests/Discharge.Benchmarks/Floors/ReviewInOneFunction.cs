using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>A review in hospital as one function in the database: the key, the stream's version, the event and what is shown of the case, in one round trip, on a case on which all others wait.</summary>
internal static class ReviewInOneFunction
{
    /// <summary>Makes the function; the owner does it, the application calls it.</summary>
    public const string Create =
        $"""
        create schema if not exists floor;
        grant usage on schema floor to public;
        {Leaving.Seal}
        create or replace function floor.review(the_case uuid, key bytea, fingerprint bytea, event_id uuid, event text, shown text, row_shown text, answer text) returns bigint language plpgsql as
        $floor$
        declare
            new_version bigint;
        begin
            update cases.mt_streams set version = version + 1, timestamp = now() where id = the_case returning version into new_version;
            insert into discharge.command_answers (key_hash, request_hash, status, version, body, answered_at) values (key, fingerprint, 200, new_version, answer, now());
            insert into cases.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers, user_name)
            values (nextval('cases.mt_events_sequence'), event_id, the_case, new_version, event::jsonb, 'discharge-case.criteria-to-reside-reviewed.v1', now(), '*DEFAULT*', the_case::text, the_case::text, jsonb_build_object('role', 'hub-lead', 'organisation', 'DEV01', 'seal', floor.seal(the_case, new_version, event)), 'development-hub-lead');
            update discharge.discharge_cases set version = new_version, body = shown, board_row = row_shown, reviews_that_day = reviews_that_day + 1 where case_id = the_case;
            return new_version;
        end
        $floor$;
        """;

    public static async Task<IResult> RunAsync(NpgsqlDataSource pool, PatternRows rows, Guid id, HttpContext http)
    {
        var review = await Leaving.ReadAsync(http);
        var answer = rows.Of(rows.Answer, id);
        await using var call = pool.CreateCommand("select floor.review($1, $2, $3, $4, $5, $6, $7, $8)");
        foreach (var value in (object[])[id, review.Key, review.Fingerprint, Guid.CreateVersion7(), rows.ReviewAt(review.Said), rows.Of(rows.Body, id), rows.Of(rows.BoardRow, id), answer])
        {
            call.Parameters.Add(new() { Value = value });
        }

        await call.ExecuteScalarAsync(http.RequestAborted);
        return Results.Text(answer, "application/json");
    }
}
