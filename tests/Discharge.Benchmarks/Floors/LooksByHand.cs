using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>That somebody looked, put on record by one statement and waited for, with what the service's own log holds of it.</summary>
internal static class LooksByHand
{
    private const string Insert =
        """
        insert into discharge.access_log (look_id, at, actor, role, organisation, what, path, purpose, outcome, touched, from_address, request_id, correlation_id, kept_by_node)
        values ($1, now(), $2, 'hub-lead', 'DEV01', 'read-case', $3, 'direct-care', 'shown', $4, $5, $6, $6, false)
        """;

    public static async Task PutDownAsync(NpgsqlDataSource pool, HttpContext http, params IReadOnlyList<Guid> touched)
    {
        await using var insert = pool.CreateCommand(Insert);
        insert.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        insert.Parameters.Add(new() { Value = http.User.FindFirst("sub")!.Value });
        insert.Parameters.Add(new() { Value = $"GET {http.Request.Path}" });
        insert.Parameters.Add(new() { Value = touched.ToArray() });
        insert.Parameters.Add(new() { Value = http.Connection.RemoteIpAddress!.ToString() });
        insert.Parameters.Add(new() { Value = http.TraceIdentifier });
        await insert.ExecuteNonQueryAsync(http.RequestAborted);
    }
}
