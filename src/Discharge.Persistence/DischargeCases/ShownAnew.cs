using System.Collections.Concurrent;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Marten;
using Marten.Services;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.DischargeCases;

/// <summary>
/// Writes anew what is shown of cases that look different by now although nothing was said of them, so that whoever reads them next need not work it out. It may lag behind as long as it likes:
/// nobody is ever shown an old row.
/// </summary>
public sealed class ShownAnew(NpgsqlDataSource database, IDocumentStore store, RuleBook book, TimeProvider time)
{
    // What its own clocks have come to is recorded first, or the row would show for good what nobody has put on record yet; and while many are due, recording them comes before showing any.
    private const string Claim =
        """
        select c.case_id
          from discharge.discharge_cases c
         where c.changes_at <= $1 and c.case_id <> all ($3)
           and not exists (select from discharge.clocks k where k.case_id = c.case_id and k.next_at <= $1)
           and (select count(*) from (select from discharge.clocks k where k.next_at <= $1 limit $2) due) < $2
         order by c.changes_at
         limit $2
           for update of c skip locked
        """;

    private const string Next = "select changes_at from discharge.discharge_cases where changes_at is not null and case_id <> all ($1) order by changes_at limit 1";

    // What cannot be read is shown as it was for as long as this program runs, and keeps no other case from its turn.
    private readonly ConcurrentDictionary<Guid, bool> _unreadable = [];

    /// <summary>The next moment from which on a case looks different, past or to come; null where none will.</summary>
    public async Task<Instant?> NextMomentAsync(CancellationToken cancellation)
    {
        await using var ask = database.CreateCommand(Next);
        ask.Parameters.Add(new() { Value = _unreadable.Keys.ToArray() });
        await using var row = await ask.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Instant.FromDateTimeUtc(row.GetDateTime(0)) : null;
    }

    /// <summary>Writes some of them, those first that have been old for longest.</summary>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellation">Gives up before the commit.</param>
    /// <returns>How many were claimed; as many as asked for means that there may be more.</returns>
    public async Task<int> WriteAsync(int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow().ToInstant();
        if (await ClaimAsync(connection, now, most, cancellation) is not [_, ..] claimed)
        {
            return 0;
        }

        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        // By statements of their own, which see all that was committed until the rows were claimed.
        var histories = await CaseHistories.ReadSeveralAsync(connection, claimed, cancellation);
        foreach (var unreadable in claimed.Where(id => !histories.ContainsKey(id)))
        {
            _unreadable[unreadable] = true;
        }

        foreach (var statement in Statement.Together(histories.SelectMany(read => Show(read.Key, read.Value, now))))
        {
            session.Queue(statement);
        }

        await session.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return claimed.Length;
    }

    private IEnumerable<Statement> Show(Guid id, Domain.Deciding.History history, Instant now)
    {
        // Nodes may differ by a millisecond, and no case is looked at before its last entry.
        var stands = CaseNow.Of(DischargeCaseType.Instance, book, id, history, Instant.Max(now, history.Entries[^1].RecordedAt));
        return DischargeCaseType.Instance.Show(stands, stands);
    }

    private async Task<Guid[]> ClaimAsync(NpgsqlConnection connection, Instant now, int most, CancellationToken cancellation)
    {
        await using var claim = new NpgsqlCommand(Claim, connection) { Parameters = { new() { Value = now.ToDateTimeUtc() }, new() { Value = most }, new() { Value = _unreadable.Keys.ToArray() } } };
        var claimed = new List<Guid>();
        await using var rows = await claim.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            claimed.Add(rows.GetGuid(0));
        }

        return [.. claimed];
    }

}
