using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Telling;

/// <summary>A message that this node is to send now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Body">What is sent, the same at every try.</param>
/// <param name="Tries">Which try this is.</param>
public sealed record Claimed(Guid Id, string Body, int Tries);

/// <summary>What came of a try.</summary>
public enum Receipt
{
    /// <summary>The receiver has it.</summary>
    Taken,

    /// <summary>The receiver cannot be reached, or cannot take anything now.</summary>
    Away,

    /// <summary>The receiver is there and would not have this message as it is.</summary>
    Refused,
}

/// <summary>
/// Makes messages and says how far each has come. A message is claimed by moving its next try away, not by a lock: a lock would be held
/// as long as the receiver takes to answer. Whoever dies with a claim leaves it to whoever comes after, so a message may arrive twice.
/// </summary>
public sealed class MessageStore(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>How long a claim holds: longer than all tries of one claim may take.</summary>
    public static readonly Duration Lease = Duration.FromSeconds(30);

    /// <summary>The longest time between two tries.</summary>
    public static readonly Duration LongestPause = Duration.FromMinutes(1);

    /// <summary>The time between two tries of a message that was refused.</summary>
    public static readonly Duration AfterRefusal = Duration.FromHours(1);

    /// <summary>After how long of failing it is said that somebody cannot be reached.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(15);

    // What is never due stands with a moment after all others, which nobody is to be told.
    private const string Gathered =
        """
        with next as materialized (
            select notice_id, others, since from discharge.notices_to_tell where recipient = $1 order by since, notice_id limit $2 for update skip locked),
        numbered as (
            select notice_id, others, sum(1 + cardinality(others)) over (order by since, notice_id) as number from next),
        gathered as (
            delete from discharge.notices_to_tell waiting using numbered
             where waiting.recipient = $1 and waiting.notice_id = numbered.notice_id and (number <= $2 or number = 1 + cardinality(numbered.others))
            returning waiting.notice_id, waiting.others)
        select n.notice_id, n.case_id, n.rule, n.words, n.level, n.who, n.moment, n.given_at, nullif(k.due_at, '9999-12-31T00:00Z'), c.case_id is not null
          from discharge.notices n
          left join discharge.discharge_cases c on c.case_id = n.case_id
          left join discharge.clocks k on k.case_id = n.case_id and k.rule = n.rule and k.started_by = n.started_by
         where n.notice_id = any (array(select unnest(notice_id || others) from gathered))
        """;

    private const string Insert =
        """
        insert into discharge.messages (message_id, recipient, kind, notice_ids, body, made_at, next_try_at)
        select message_id, recipient, kind, '{}', body, $5, $5 from unnest($1, $2, $3, $4) as made (message_id, recipient, kind, body)
        """;

    private const string InsertNotices =
        "insert into discharge.messages (message_id, recipient, kind, notice_ids, body, made_at, next_try_at) values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing";

    // The first in line, or where that is still left in peace none; what was refused comes when the line is empty.
    private const string Claim =
        """
        update discharge.messages set tries = tries + 1, next_try_at = $3
         where message_id = (
               select message_id from discharge.messages
                where recipient = $1 and delivered_at is null and given_up_at is null and (refused_at is null or next_try_at <= $2)
                order by refused_at is not null, made_at, message_id
                limit 1)
           and next_try_at <= $2 and delivered_at is null
        returning message_id, body, tries
        """;

    private const string Delivered =
        """
        update discharge.messages message set delivered_at = $2
          from (select message_id, reported_at from discharge.messages where message_id = $1 for update) before
         where message.message_id = before.message_id and message.delivered_at is null
        returning before.reported_at is not null
        """;

    // Not where another node has claimed it since, or delivered it.
    private const string NotDelivered =
        """
        update discharge.messages
           set next_try_at = $3, failing_since = coalesce(failing_since, $4), refused_at = case when $5 then coalesce(refused_at, $4) else refused_at end,
               reported_at = case when reported_at is null and ($5 or failing_since <= $6) then $4 else reported_at end
         where message_id = $1 and tries = $2 and delivered_at is null
        returning reported_at = $4
        """;

    /// <summary>Makes one message of what has gathered for a recipient, unless one is still on its way.</summary>
    public async Task MakeAsync(string recipient, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var notices = await GatheredAsync(connection, recipient, cancellation);
        if (notices is [])
        {
            return;
        }

        var now = time.GetUtcNow();
        var message = new Message(
            Guid.CreateVersion7(now),
            recipient,
            notices is [_] ? MessageKind.Notice : MessageKind.Digest,
            HighestOf(notices.Select(notice => notice.Level)),
            now.ToInstant())
        {
            Notices = [.. notices.OrderBy(notice => notice.Moment).ThenBy(notice => notice.Id)],
        };
        var ids = notices.Select(notice => notice.Id).ToArray();
        await using var insert = new NpgsqlCommand(InsertNotices, connection)
        {
            Parameters = { new() { Value = message.Id }, new() { Value = recipient }, new() { Value = PublicJson.Spell(message.Kind) }, new() { Value = ids }, new() { Value = BodyOf(message) }, new() { Value = now } },
        };
        if (await insert.ExecuteNonQueryAsync(cancellation) == 0)
        {
            return;
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Takes the message that is next in line for a recipient; null where none is to be tried now.</summary>
    public async Task<Claimed?> ClaimAsync(string recipient, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var claim = database.CreateCommand(Claim);
        claim.Parameters.Add(new() { Value = recipient });
        claim.Parameters.Add(new() { Value = now });
        claim.Parameters.Add(new() { Value = now + Lease.ToTimeSpan() });
        await using var row = await claim.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? new(row.GetGuid(0), row.GetString(1), row.GetInt32(2)) : null;
    }

    /// <summary>Notes what came of a try.</summary>
    /// <returns>Whether this changed what is known of the recipient: it is away or refuses, and that was not said yet; or it takes what it did not.</returns>
    public async Task<bool> NoteAsync(string recipient, Claimed claimed, Receipt receipt, CancellationToken cancellation)
    {
        Measures.Tried(recipient, PublicJson.Spell(receipt));
        var now = time.GetUtcNow();
        await using var note = database.CreateCommand(receipt is Receipt.Taken ? Delivered : NotDelivered);
        note.Parameters.Add(new() { Value = claimed.Id });
        if (receipt is Receipt.Taken)
        {
            note.Parameters.Add(new() { Value = now });
        }
        else
        {
            note.Parameters.Add(new() { Value = claimed.Tries });
            note.Parameters.Add(new() { Value = now + PauseAfter(claimed.Tries, receipt).ToTimeSpan() });
            note.Parameters.Add(new() { Value = now });
            note.Parameters.Add(new() { Value = receipt is Receipt.Refused });
            note.Parameters.Add(new() { Value = now - Patience.ToTimeSpan() });
        }

        return await note.ExecuteScalarAsync(cancellation) is true;
    }

    /// <summary>Queues messages that say no notices, in a transaction of the caller's.</summary>
    internal static async Task AddAsync(NpgsqlConnection connection, IReadOnlyList<Message> messages, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var insert = new NpgsqlCommand(Insert, connection)
        {
            Parameters =
            {
                new() { Value = messages.Select(message => message.Id).ToArray() },
                new() { Value = messages.Select(message => message.Recipient).ToArray() },
                new() { Value = messages.Select(message => PublicJson.Spell(message.Kind)).ToArray() },
                new() { Value = messages.Select(BodyOf).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = now },
            },
        };
        await insert.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Where a case is read: every case has a history, and a discharge case a page of its own.</summary>
    internal static string LinkTo(Guid id, bool isDischargeCase) => isDischargeCase ? $"/v1/discharge-cases/{id}" : $"/v1/cases/{id}/history";

    /// <summary>The highest of some rungs; whoever holds the case stands below them all.</summary>
    internal static string HighestOf(IEnumerable<string> levels) => levels.MaxBy(level => level == Recipient.Holder ? string.Empty : level, StringComparer.Ordinal)!;

    private static Duration PauseAfter(int tries, Receipt receipt) =>
        receipt is Receipt.Refused ? AfterRefusal : Duration.Min(LongestPause, Duration.FromSeconds(2L << Math.Min(tries, 10)));

    private static string BodyOf(Message message) => JsonSerializer.Serialize(message, PublicJson.Options);

    private static async Task<List<ToldNotice>> GatheredAsync(NpgsqlConnection connection, string recipient, CancellationToken cancellation)
    {
        await using var gather = new NpgsqlCommand(Gathered, connection) { Parameters = { new() { Value = recipient }, new() { Value = Outbox.MostInADigest } } };
        await using var rows = await gather.ExecuteReaderAsync(cancellation);
        var gathered = new List<ToldNotice>();
        while (await rows.ReadAsync(cancellation))
        {
            var id = rows.GetGuid(1);
            gathered.Add(new(
                rows.GetInt64(0),
                id,
                rows.GetString(2),
                rows.GetString(3),
                Outbox.LevelOf(rows.GetString(4)),
                rows.GetString(5) is { Length: > 0 } who ? who : null,
                MomentAt(rows, 6),
                MomentAt(rows, 7),
                rows.IsDBNull(8) ? null : MomentAt(rows, 8),
                LinkTo(id, rows.GetBoolean(9))));
        }

        return gathered;
    }

    private static Instant MomentAt(NpgsqlDataReader row, int column) => Instant.FromDateTimeUtc(row.GetDateTime(column));
}
