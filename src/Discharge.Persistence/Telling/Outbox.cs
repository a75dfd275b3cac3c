using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.Telling;

/// <summary>
/// Who is still to be told of what. The notice log itself is the outbox: a notice and the row that asks for it to be told are one statement of the
/// command's or the watch's transaction. Each later step is one transaction too, so a node may die between any two of them, and any node may take
/// the next. Wolverine's outbox would carry one message for each notice; what gathers while a receiver is away could not become one digest there.
/// </summary>
public sealed class Outbox(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>How many notices are laid out at once.</summary>
    public const int LaidOutAtOnce = 5_000;

    /// <summary>How many notices one digest holds at the most; what is left follows in the next.</summary>
    public const int MostInADigest = 10_000;

    /// <summary>How long nothing may have been added before a message is made, so that what comes together is said together.</summary>
    public static readonly Duration Quiet = Duration.FromSeconds(1);

    /// <summary>How long a notice waits for others at the most.</summary>
    public static readonly Duration LongestGathering = Duration.FromSeconds(10);

    private const string Take =
        """
        with next as materialized (
            select notice_id from discharge.notices_given order by notice_id limit $1 for update skip locked),
        taken as (
            delete from discharge.notices_given given using next where given.notice_id = next.notice_id returning given.notice_id)
        select n.notice_id, n.level, c.site, c.ward, c.hub, k.owner
          from taken join discharge.notices n using (notice_id)
          left join discharge.discharge_cases c on c.case_id = n.case_id
          left join discharge.clocks k on k.case_id = n.case_id and k.rule = n.rule and k.started_by = n.started_by
        """;

    private const string LayOut =
        "insert into discharge.notices_to_tell (recipient, notice_id, since) select recipient, notice_id, $3 from unnest($1, $2) as to_tell (recipient, notice_id) on conflict do nothing";

    // A recipient that is away costs this three looks at the end of an index, however much has gathered for it.
    private const string Next =
        """
        select name
          from unnest($1) as recipients (name)
         where exists (select from discharge.messages m where m.recipient = name and delivered_at is null and given_up_at is null and next_try_at <= $2)
            or (not exists (select from discharge.messages m where m.recipient = name and cardinality(notice_ids) > 0 and delivered_at is null and refused_at is null and given_up_at is null)
                and ((select max(since) from discharge.notices_to_tell t where t.recipient = name) <= $3
                     or (select min(since) from discharge.notices_to_tell t where t.recipient = name) <= $4))
        """;

    private const string Away =
        "select count(distinct recipient) from discharge.messages where delivered_at is null and given_up_at is null and reported_at is not null";

    private const string Given = "select exists (select from discharge.notices_given)";

    private const string Orphans =
        """
        with gone as (
            delete from discharge.notices_to_tell where recipient <> all ($1) returning notice_id),
        given_up as (
            update discharge.messages set given_up_at = $2 where recipient <> all ($1) and delivered_at is null and given_up_at is null returning notice_ids)
        insert into discharge.notices_given (notice_id)
        select notice_id from gone union select unnest(notice_ids) from given_up
            on conflict do nothing
        """;

    /// <summary>Gives what was meant for recipients that are no longer configured to those that are, so that nothing is lost with a name; those who had it already may hear it twice.</summary>
    public async Task GiveBackAsync(IEnumerable<Recipient> recipients, CancellationToken cancellation)
    {
        await using var give = database.CreateCommand(Orphans);
        give.Parameters.Add(new() { Value = Names(recipients) });
        give.Parameters.Add(new() { Value = time.GetUtcNow() });
        await give.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Lays out what was given since for everybody who is to be told of it.</summary>
    /// <returns>How many notices; as many as at once means that there may be more.</returns>
    public async Task<int> LayOutAsync(IReadOnlyList<Recipient> recipients, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (names, notices, taken) = (new List<string>(), new List<long>(), 0);
        await using (var take = new NpgsqlCommand(Take, connection) { Parameters = { new() { Value = LaidOutAtOnce } } })
        await using (var rows = await take.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                taken++;
                foreach (var name in Recipient.WhoHear(recipients, [LevelOf(rows.GetString(1))], new(TextAt(rows, 2), TextAt(rows, 3), TextAt(rows, 4), TextAt(rows, 5))))
                {
                    names.Add(name);
                    notices.Add(rows.GetInt64(0));
                }
            }
        }

        if (taken == 0)
        {
            return 0;
        }

        await using var lay = new NpgsqlCommand(LayOut, connection) { Parameters = { new() { Value = names }, new() { Value = notices }, new() { Value = time.GetUtcNow() } } };
        await lay.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return taken;
    }

    /// <summary>What there is to do now, asked in one round trip, because most times it is nothing.</summary>
    public async Task<ToTell> NextAsync(IEnumerable<Recipient> recipients, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().ToInstant();
        await using var ask = database.CreateBatch();
        ask.BatchCommands.Add(new(Next)
        {
            Parameters =
            {
                new() { Value = Names(recipients) },
                new() { Value = now.ToDateTimeOffset() },
                new() { Value = (now - Quiet).ToDateTimeOffset() },
                new() { Value = (now - LongestGathering).ToDateTimeOffset() },
            },
        });
        ask.BatchCommands.Add(new(Away));
        ask.BatchCommands.Add(new(Given));
        await using var rows = await ask.ExecuteReaderAsync(cancellation);
        var names = new List<string>();
        while (await rows.ReadAsync(cancellation))
        {
            names.Add(rows.GetString(0));
        }

        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var away = rows.GetInt64(0);
        Measures.RecipientsAway(away);
        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return new(names, away, rows.GetBoolean(0));
    }

    /// <summary>The name under which a notice's rung is known to recipients.</summary>
    internal static string LevelOf(string stored) => stored.Length == 0 ? Recipient.Holder : stored;

    internal static string? TextAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string[] Names(IEnumerable<Recipient> recipients) => [.. recipients.Select(recipient => recipient.Name), Recipient.Log.Name];
}

/// <summary>What there is to do for those who are to be told.</summary>
/// <param name="Recipients">For whom there is a message to make, or one to try.</param>
/// <param name="Away">How many are known to be away.</param>
/// <param name="IsToLayOut">Whether notices were given that are still to be laid out.</param>
public sealed record ToTell(IReadOnlyList<string> Recipients, long Away, bool IsToLayOut);
