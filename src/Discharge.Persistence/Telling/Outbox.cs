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
    /// <summary>How many notices are laid out at once, and those given together with the last of them.</summary>
    public const int LaidOutAtOnce = 5_000;

    /// <summary>How many notices one digest holds at the most; what is left follows in the next.</summary>
    public const int MostInADigest = 10_000;

    /// <summary>How long nothing may have been added before a message is made, so that what comes together is said together.</summary>
    public static readonly Duration Quiet = Duration.FromSeconds(1);

    /// <summary>How many wait for no others: to put a longer message together takes longer than people should wait for it.</summary>
    public const int Enough = 1_000;

    /// <summary>How soon it is looked again at the soonest, where so much comes that there may soon be enough.</summary>
    public static readonly Duration Soonest = Duration.FromMilliseconds(20);

    /// <summary>How long a notice waits for others at the most.</summary>
    public static readonly Duration LongestGathering = Duration.FromSeconds(10);

    private const string Take =
        """
        with next as materialized (
            select notice_id, others from discharge.notices_given order by notice_id limit $1 for update skip locked),
        numbered as (
            select notice_id, sum(1 + cardinality(others)) over (order by notice_id) - cardinality(others) as number from next),
        taken as (
            delete from discharge.notices_given given using numbered where given.notice_id = numbered.notice_id and number <= $1
            returning given.notice_id, given.others)
        select n.notice_id, n.level, c.site, c.ward, c.hub, k.owner, n.given_at
          from discharge.notices n
          left join discharge.discharge_cases c on c.case_id = n.case_id
          left join discharge.clocks k on k.case_id = n.case_id and k.rule = n.rule and k.started_by = n.started_by
         where n.notice_id = any (array(select unnest(notice_id || others) from taken))
        """;

    private const string LayOut =
        """
        insert into discharge.notices_to_tell as waiting (recipient, notice_id, others, since)
        select recipient, notice_ids[1], notice_ids[2:], $3
          from (select recipient, array_agg(notice_id order by notice_id) as notice_ids
                  from (select recipient, notice_id, row_number() over (partition by recipient order by notice_id) - 1 as place
                          from unnest($1, $2) as to_tell (recipient, notice_id)) placed
                 group by recipient, place / $4) laid_out
            on conflict (recipient, notice_id) do update set others = waiting.others || excluded.others
        """;

    // A recipient that is away costs this a few looks at the end of an index, however much has gathered for it, and one that is back as many rows as are enough. A row bears when the last of its
    // notices was given; how long they have waited counts from its first.
    private const string Next =
        """
        select name, case when is_due or gathered >= $5 then $2 else least(last + $3, first + $4) end as due, gathered, first
          from (select name, is_due,
                       case when gathers then (select sum(1 + cardinality(others)) from (select others from discharge.notices_to_tell t where t.recipient = name limit $5) first_ones) end as gathered,
                       case when gathers then (select given_at from discharge.notices where notice_id = (select notice_id from discharge.notices_to_tell t where t.recipient = name order by since, notice_id limit 1)) end as first,
                       case when gathers then (select max(since) from discharge.notices_to_tell t where t.recipient = name) end as last
                  from (select name, is_due, not is_due and not exists (select from discharge.messages m where m.recipient = name and cardinality(notice_ids) > 0 and delivered_at is null and refused_at is null and given_up_at is null) as gathers
                          from (select name, exists (select from discharge.messages m where m.recipient = name and delivered_at is null and given_up_at is null and next_try_at <= $2) as is_due
                                  from unnest($1) as recipients (name) offset 0) asked offset 0) recipients offset 0) recipients
         where is_due or first is not null
        """;

    private const string Away =
        "select count(distinct recipient) from discharge.messages where delivered_at is null and given_up_at is null and reported_at is not null";

    private const string Given = "select exists (select from discharge.notices_given)";

    private const string Orphans =
        """
        with gone as (
            delete from discharge.notices_to_tell where recipient <> all ($1) returning notice_id, others),
        given_up as (
            update discharge.messages set given_up_at = $2 where recipient <> all ($1) and delivered_at is null and given_up_at is null returning notice_ids)
        insert into discharge.notices_given (notice_id)
        select unnest(notice_id || others) from gone union select unnest(notice_ids) from given_up
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
    /// <returns>How many notices; as many as at once, or more, means that there may be others.</returns>
    public async Task<int> LayOutAsync(IReadOnlyList<Recipient> recipients, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var (names, notices, taken, given) = (new List<string>(), new List<long>(), 0, Instant.MinValue);
        await using (var take = new NpgsqlCommand(Take, connection) { Parameters = { new() { Value = LaidOutAtOnce } } })
        await using (var rows = await take.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                taken++;
                given = Instant.Max(given, Instant.FromDateTimeUtc(rows.GetDateTime(6)));
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

        await using var lay = new NpgsqlCommand(LayOut, connection) { Parameters = { new() { Value = names }, new() { Value = notices }, new() { Value = given.ToDateTimeOffset() }, new() { Value = (long)LaidOutAtOnce } } };
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
                new() { Value = Quiet.ToTimeSpan() },
                new() { Value = LongestGathering.ToTimeSpan() },
                new() { Value = (long)Enough },
            },
        });
        ask.BatchCommands.Add(new(Away));
        ask.BatchCommands.Add(new(Given));
        await using var rows = await ask.ExecuteReaderAsync(cancellation);
        var (due, ready) = (new List<string>(), new List<Duration>());
        while (await rows.ReadAsync(cancellation))
        {
            var (left, gathered) = (Instant.FromDateTimeUtc(rows.GetDateTime(1)) - now, rows.IsDBNull(2) ? 0 : rows.GetInt64(2));
            var within = gathered > 0 ? now - Instant.FromDateTimeUtc(rows.GetDateTime(3)) : Duration.Zero;
            if (left > Duration.Zero)
            {
                ready.Add(Duration.Min(left, Until(Enough - gathered, gathered, within)));
                continue;
            }

            due.Add(rows.GetString(0));
            if (gathered >= Enough)
            {
                ready.Add(Until(Enough, gathered, within));
            }
        }

        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        var away = rows.GetInt64(0);
        Measures.RecipientsAway(away);
        await rows.NextResultAsync(cancellation);
        await rows.ReadAsync(cancellation);
        return new(due, ready is [] ? null : ready.Min(), away, rows.GetBoolean(0));
    }

    // If they go on coming as they came.
    private static Duration Until(long more, long gathered, Duration within) => Duration.Max(Soonest, within * ((double)more / gathered));

    /// <summary>The name under which a notice's rung is known to recipients.</summary>
    internal static string LevelOf(string stored) => stored.Length == 0 ? Recipient.Holder : stored;

    internal static string? TextAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string[] Names(IEnumerable<Recipient> recipients) => [.. recipients.Select(recipient => recipient.Name), Recipient.Log.Name];
}

/// <summary>What there is to do for those who are to be told.</summary>
/// <param name="Recipients">For whom there is a message to make, or one to try.</param>
/// <param name="Ready">How long until what gathers is to be told: if nothing comes to it, or if so much goes on coming that there will be enough; null where nothing gathers.</param>
/// <param name="Away">How many are known to be away.</param>
/// <param name="IsToLayOut">Whether notices were given that are still to be laid out.</param>
public sealed record ToTell(IReadOnlyList<string> Recipients, Duration? Ready, long Away, bool IsToLayOut);
