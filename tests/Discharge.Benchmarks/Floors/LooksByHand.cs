using System.Threading.Channels;
using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>That somebody looked, put on record and waited for, with what the service's own log holds of it. Looks that come while others are being written go down together with the next, as they do there.</summary>
internal sealed class LooksByHand
{
    private const int MostAtOnce = 500;

    private const string Insert =
        """
        insert into discharge.access_log (look_id, at, actor, role, organisation, what, path, purpose, outcome, touched, from_address, request_id, correlation_id, kept_by_node)
        select look_id, now(), actor, 'hub-lead', 'DEV01', 'read-case', path, 'direct-care', 'shown', touched::uuid[], from_address, request_id, request_id, false
          from unnest($1, $2, $3, $4, $5, $6) as look (look_id, actor, path, touched, from_address, request_id)
        """;

    private readonly Channel<Look> _waiting = Channel.CreateUnbounded<Look>(new() { SingleReader = true });

    public LooksByHand(NpgsqlDataSource pool) => _ = WriteAllAsync(pool);

    public Task PutDownAsync(HttpContext http, params IReadOnlyList<Guid> touched)
    {
        var look = new Look(http.User.FindFirst("sub")!.Value, $"GET {http.Request.Path}", $"{{{string.Join(',', touched)}}}", http.Connection.RemoteIpAddress!.ToString(), http.TraceIdentifier);
        _waiting.Writer.TryWrite(look);
        return look.Written.Task;
    }

    private async Task WriteAllAsync(NpgsqlDataSource pool)
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            var together = new List<Look>();
            while (together.Count < MostAtOnce && _waiting.Reader.TryRead(out var look))
            {
                together.Add(look);
            }

            try
            {
                await WriteAsync(pool, together);
                together.ForEach(look => look.Written.SetResult());
            }
            catch (NpgsqlException failed)
            {
                together.ForEach(look => look.Written.SetException(failed));
            }
        }
    }

    private static async Task WriteAsync(NpgsqlDataSource pool, List<Look> looks)
    {
        await using var insert = pool.CreateCommand(Insert);
        // Lists of different lengths make no table of two dimensions, so what was touched goes over as text.
        foreach (var column in (Array[])[Column(_ => Guid.CreateVersion7()), Column(look => look.Actor), Column(look => look.Path), Column(look => look.Touched), Column(look => look.From), Column(look => look.Request)])
        {
            insert.Parameters.Add(new() { Value = column });
        }

        await insert.ExecuteNonQueryAsync();

        T[] Column<T>(Func<Look, T> value) => [.. looks.Select(value)];
    }

    private sealed record Look(string Actor, string Path, string Touched, string From, string Request)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
