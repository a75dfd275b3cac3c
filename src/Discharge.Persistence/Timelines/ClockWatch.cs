using System.Collections.Concurrent;
using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Marten;
using Marten.Services;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Timelines;

/// <summary>
/// Records what the clocks say when their moments come. Every node looks; a node claims cases by their stream's row, as every command does, and
/// passes over those another holds, so no leader is needed and nothing is recorded twice.
/// </summary>
public sealed partial class ClockWatch([FromKeyedServices(Connections.OfTheWatch)] NpgsqlDataSource database, IDocumentStore store, Seal seal, RuleBook book, TimeProvider time, ILogger<ClockWatch> log)
{
    /// <summary>How many looks a node has at a backlog at once: half of a look is the node's work and half the database's, and its commit waits for the disk, so three leave nobody idle; each passes over what the others hold.</summary>
    public const int LooksAtOnce = 3;

    // Rows passed over do not count against the limit, so that two nodes share a backlog instead of looking at the same head of it.
    private const string Claim =
        """
        select s.id, d.next_at
          from discharge.clocks d
          join cases.mt_streams s on s.id = d.case_id
         where d.next_at <= $1 and (d.next_at, d.case_id) > ($4, $5) and s.id <> all ($2)
         order by d.next_at, d.case_id
         limit $3
           for update of s skip locked
        """;

    private const string Next = "select next_at from discharge.clocks where next_at is not null and case_id <> all ($1) order by next_at limit 1";

    private static readonly Duration SetAsideFor = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, Instant> _setAside = [];

    /// <summary>The next moment for which a clock is waiting, past or to come; null where none is. Cases set aside do not count.</summary>
    public async Task<Instant?> NextMomentAsync(CancellationToken cancellation)
    {
        TakeUpAgain();
        await using var ask = database.CreateCommand(Next);
        ask.Parameters.Add(new() { Value = _setAside.Keys.ToArray() });
        await using var row = await ask.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? Instant.FromDateTimeUtc(row.GetDateTime(0)) : null;
    }

    /// <summary>Looks once, at the cases due first.</summary>
    /// <param name="most">How many cases at the most.</param>
    /// <param name="cancellation">Gives up before the commit.</param>
    /// <returns>How many cases were dealt with; as many as asked for means that more may be due.</returns>
    public async Task<int> LookAsync(int most, CancellationToken cancellation) => (await LookAsync(most, DuePlace.First, cancellation)).DealtWith;

    /// <summary>
    /// Looks once, at the cases due first after a place among all that is due. Whoever goes on from where the last look came to spares the database the way past what was dealt with
    /// before, and does not see what was held by another, or came in, behind that place: they have to look from the first again, and often enough that nothing waits there.
    /// </summary>
    /// <param name="most">How many cases at the most.</param>
    /// <param name="after">The place.</param>
    /// <param name="cancellation">Gives up before the commit.</param>
    /// <returns>How many cases were dealt with, as many as asked for meaning that more may be due, and the place of the last.</returns>
    public async Task<(int DealtWith, DuePlace Reached)> LookAsync(int most, DuePlace after, CancellationToken cancellation)
    {
        TakeUpAgain();

        try
        {
            return await LookOnceAsync(most, after, cancellation);
        }
        catch (Exception failed) when (most > 1 && failed is not OperationCanceledException && !Resilience.IsAway(failed) && !Resilience.DidNotHappen(failed))
        {
            // One case that cannot be written must not hold up the others: each by itself, and whichever fails is set aside.
            LogFellBack(failed);
            var (done, reached) = (0, after);
            while (done < most && await LookOnceAsync(1, reached, cancellation) is (not 0, var next))
            {
                (done, reached) = (done + 1, next);
            }

            return (done, reached);
        }
    }

    private async Task<(int DealtWith, DuePlace Reached)> LookOnceAsync(int most, DuePlace after, CancellationToken cancellation)
    {
        using var trace = Measures.Begin("watch");
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (claimed, reached) = await ClaimAsync(connection, most, after, cancellation);
        if (claimed.Count == 0)
        {
            return (0, after);
        }

        var changes = WhatCameUp(await HeldCases.ReadAsync(connection, [.. claimed.Distinct()], SetAside, cancellation));
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        CaseWriter.Write(session, changes);
        try
        {
            await session.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception failed) when (most == 1 && !Resilience.IsAway(failed) && !Resilience.DidNotHappen(failed))
        {
            SetAside(claimed[0], failed);
        }

        Measures.Looked(claimed.Count);
        return (claimed.Count, reached);
    }

    private async Task<(List<Guid> Claimed, DuePlace Reached)> ClaimAsync(NpgsqlConnection connection, int most, DuePlace after, CancellationToken cancellation)
    {
        await using var claim = new NpgsqlCommand(Claim, connection)
        {
            Parameters =
            {
                new() { Value = time.GetUtcNow().UtcDateTime },
                new() { Value = _setAside.Keys.ToArray() },
                new() { Value = most },
                new() { Value = after.Moment.ToDateTimeUtc() },
                new() { Value = after.Case },
            },
        };
        var claimed = new List<Guid>();
        await using var rows = await claim.ExecuteReaderAsync(cancellation);
        while (await rows.ReadAsync(cancellation))
        {
            claimed.Add(rows.GetGuid(0));
            after = new(Instant.FromDateTimeUtc(rows.GetDateTime(1)), claimed[^1]);
        }

        return (claimed, after);
    }

    // What was due first is recorded first.
    private List<CaseChange> WhatCameUp(HeldCases read)
    {
        var now = time.GetUtcNow().ToInstant();
        var changes = new List<CaseChange>();
        foreach (var (id, since) in read.Histories.Keys.Select(id => (id, Since: read.Clocks[id].DueBy(now))).Where(due => due.Since is not null).OrderBy(due => due.Since))
        {
            try
            {
                changes.Add(WhatCameUp(id, read.Histories[id], since!.Value, read.Clocks[id], now));
            }
            catch (Exception failed) when (failed is not OperationCanceledException)
            {
                SetAside(id, failed);
            }
        }

        return changes;
    }

    private CaseChange WhatCameUp(Guid id, History history, Instant since, StoredClocks stored, Instant now)
    {
        var moment = history.Entries[^1].RecordedAt > now ? history.Entries[^1].RecordedAt : now;
        return CaseWriter.WhatCameUp(seal, CaseNow.Of(StreamTypes.Of(history), book, id, history, moment), since, stored);
    }

    private void TakeUpAgain()
    {
        var now = time.GetUtcNow().ToInstant();
        foreach (var over in _setAside.Where(aside => aside.Value <= now).Select(aside => aside.Key).ToArray())
        {
            _setAside.TryRemove(over, out _);
        }
    }

    private void SetAside(Guid id, Exception failed)
    {
        _setAside[id] = time.GetUtcNow().ToInstant() + SetAsideFor;
        LogSetAside(id, failed);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The clocks of case {Case} cannot be recorded; it is set aside for a minute so that no other case waits for it.")]
    private partial void LogSetAside(Guid @case, Exception failed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A look at several cases failed; they are looked at one by one.")]
    private partial void LogFellBack(Exception failed);
}

/// <summary>A place among all that is due, which is in the order of its moments and, of one moment, of the cases.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="Case">The case.</param>
public readonly record struct DuePlace(Instant Moment, Guid Case)
{
    /// <summary>Before all that is due.</summary>
    public static DuePlace First { get; } = new(Instant.FromUtc(1, 1, 1, 0, 0), Guid.Empty);
}
