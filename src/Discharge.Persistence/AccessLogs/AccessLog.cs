using Npgsql;

namespace Discharge.Persistence.AccessLogs;

/// <summary>
/// Writes looks down where the audited cannot alter them. Whoever answers waits until theirs is on the disk; looks that come while others are being written go down together with the next, so
/// that many cost hardly more than one.
/// </summary>
public sealed class AccessLog(NpgsqlDataSource database)
{
    private const int MostAtOnce = 500;

    private const string Insert =
        """
        insert into discharge.access_log
               (look_id, at, actor, role, organisation, what, path, purpose, outcome, touched, from_address, request_id, correlation_id, kept_by_node)
        select look_id, at, actor, role, organisation, what, path, purpose,
               discharge.came_of(outcome, subject, reach::text[], ward, engagements::uuid[], actor, organisation),
               touched::uuid[], from_address, request_id, correlation_id, $18
          from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            as look (look_id, at, actor, role, organisation, what, path, purpose, outcome, touched, from_address, request_id, correlation_id, subject, reach, ward, engagements)
            on conflict (look_id) do nothing
        returning look_id, outcome
        """;

    // Of a look that an earlier try wrote, whose answer was lost, the insert says nothing.
    private const string There = "select look_id, outcome from discharge.access_log where look_id = any ($1)";

    private static readonly string Refused = PublicJson.Spell(LookOutcome.Refused);

    private readonly Lock _gate = new();

    private readonly Queue<Waiting> _waiting = [];

    private bool _isWriting;

    /// <summary>Writes a look down, and returns once it is on the disk: what came of it, which is refused where its subject is out of the caller's reach. That is asked by the statement that writes, so that it costs nobody a round trip.</summary>
    /// <exception cref="LookNotWrittenException">It could not be written, or not while whoever is to be answered has patience; then it may still be.</exception>
    public async Task<LookOutcome> WriteAsync(Look look)
    {
        try
        {
            return await WithTheNextAsync(look).WaitAsync(Patience.Left(Resilience.Longest));
        }
        catch (TimeoutException late)
        {
            throw new LookNotWrittenException(late);
        }
    }

    private Task<LookOutcome> WithTheNextAsync(Look look)
    {
        var waiting = new Waiting(look, new TaskCompletionSource<LookOutcome>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            _waiting.Enqueue(waiting);
            if (_isWriting)
            {
                return waiting.Written.Task;
            }

            _isWriting = true;
        }

        // Whoever comes first writes for all who come meanwhile, so their own request may be over before this is.
        _ = WriteAllAsync();
        return waiting.Written.Task;
    }

    /// <summary>Writes down looks that a node kept for itself; one that is there already stays as it is.</summary>
    /// <exception cref="LookNotWrittenException">They could not be written.</exception>
    public Task WriteKeptAsync(IReadOnlyList<Look> looks) => WriteAsync(looks, keptByNode: true);

    private async Task WriteAllAsync()
    {
        while (Next() is [_, ..] together)
        {
            // For many, each of whom has a patience of their own.
            Patience.Begin();
            try
            {
                var refused = await WriteAsync([.. together.Select(waiting => waiting.Look)], keptByNode: false);
                together.ForEach(waiting => waiting.Written.SetResult(refused.Contains(waiting.Look.Id) ? LookOutcome.Refused : waiting.Look.Outcome));
            }
            catch (LookNotWrittenException failed)
            {
                together.ForEach(waiting => waiting.Written.SetException(failed));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (_gate)
        {
            List<Waiting> together = [];
            while (together.Count < MostAtOnce && _waiting.TryDequeue(out var waiting))
            {
                together.Add(waiting);
            }

            _isWriting = together is not [];
            return together;
        }
    }

    // Written twice it comes to the same, so it is tried again like a read; for no longer, because somebody waits for the answer.
    private async Task<HashSet<Guid>> WriteAsync(IReadOnlyList<Look> looks, bool keptByNode)
    {
        try
        {
            return await Resilience.Reads.ExecuteAsync(
                async stop =>
                {
                    await using var insert = database.CreateCommand(Insert);
                    foreach (var column in Columns(looks))
                    {
                        insert.Parameters.Add(new() { Value = column });
                    }

                    insert.Parameters.Add(new() { Value = keptByNode });
                    var outcomes = await OutcomesAsync(insert, stop);
                    if (outcomes.Count < looks.Count)
                    {
                        await using var there = database.CreateCommand(There);
                        there.Parameters.Add(new() { Value = looks.Select(look => look.Id).ToArray() });
                        outcomes = await OutcomesAsync(there, stop);
                    }

                    // Of which nothing is known, nothing is shown.
                    return looks.Select(look => look.Id).Where(look => outcomes.GetValueOrDefault(look, Refused) == Refused).ToHashSet();
                },
                CancellationToken.None);
        }
        catch (Exception failed)
        {
            throw new LookNotWrittenException(failed);
        }
    }

    private static async Task<Dictionary<Guid, string>> OutcomesAsync(NpgsqlCommand command, CancellationToken cancellation)
    {
        var outcomes = new Dictionary<Guid, string>();
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            outcomes[rows.GetGuid(0)] = rows.GetString(1);
        }

        return outcomes;
    }

    private static IEnumerable<Array> Columns(IReadOnlyList<Look> looks) =>
    [
        Column(looks, look => look.Id),
        Column(looks, look => look.At.ToDateTimeUtc()),
        Column(looks, look => look.By.Id),
        Column(looks, look => look.By.Role),
        Column(looks, look => look.By.Organisation.Value),
        Column(looks, look => look.What),
        Column(looks, look => look.Path),
        Column(looks, look => PublicJson.Spell(look.Purpose)),
        Column(looks, look => PublicJson.Spell(look.Outcome)),
        // Lists of different lengths make no table of two dimensions, so each goes over as text.
        Column(looks, look => $"{{{string.Join(',', look.Touched)}}}"),
        Column(looks, look => look.From),
        Column(looks, look => look.RequestId),
        Column(looks, look => look.CorrelationId),
        Column(looks, look => look.Subject),
        Column(looks, look => look.Reach.Organisations is { } codes ? $"{{{string.Join(',', codes)}}}" : null),
        Column(looks, look => look.Reach.Ward),
        Column(looks, look => look.Reach.Engagements is { } ids ? $"{{{string.Join(',', ids)}}}" : null),
    ];

    private static T[] Column<T>(IReadOnlyList<Look> looks, Func<Look, T> value) => [.. looks.Select(value)];

    private sealed record Waiting(Look Look, TaskCompletionSource<LookOutcome> Written);
}

/// <summary>A look could not be written down, so nothing may be shown of what was looked for.</summary>
/// <param name="cause">Why.</param>
public sealed class LookNotWrittenException(Exception cause) : Exception("A look could not be written down.", cause);
