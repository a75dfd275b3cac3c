using System.Globalization;
using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Faults.Ledgers;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using Discharge.Persistence.Telling;
using Npgsql;

namespace Discharge.Faults.Checking;

/// <summary>Reads what is stored, straight from the tables.</summary>
internal static class EvidenceReader
{
    private const string TouchedSince = "select distinct stream_id from cases.mt_events where seq_id > $1";

    private const string Before =
        """
        select *
          from (select count(*), coalesce(sum(hashtextextended(entry::text, 0)), 0)::text from cases.mt_events entry where seq_id <= $1) entries
         cross join (select count(*), coalesce(sum(hashtextextended(answer::text, 0)), 0)::text from discharge.command_answers answer where answered_at < $2) answers
        """;

    private const string Streams = "select id, version from cases.mt_streams where id = any ($1)";

    // The columns that the service reads an entry from come first.
    private const string Events = $"select {EntryReader.Columns}, seq_id, data::text, correlation_id, causation_id, headers::text from cases.mt_events where stream_id = any ($1) order by stream_id, version";

    private const string Rows = "select * from discharge.discharge_cases where case_id = any ($1)";

    private const string ReablementRows = "select * from discharge.reablement_cases where case_id = any ($1)";

    private const string RehabilitationRows = "select * from discharge.rehabilitation_cases where case_id = any ($1)";

    private const string WithOthers =
        "select case_id from discharge.discharge_cases c where case_id = any ($1) and exists (select from discharge.discharge_cases o where o.person_id = c.person_id and o.case_id <> c.case_id)";

    private const string Clocks = "select * from discharge.clocks where case_id = any ($1) order by rule, started_by";

    private const string Asked = "select * from discharge.asked where case_id = any ($1)";

    private const string Links = "select * from discharge.person_links where case_id = any ($1)";

    // A message of many notices is read and taken apart once, and not for each of them.
    private const string Notices =
        """
        with mine as materialized (
            select notice_id from discharge.notices where case_id = any ($1)),
        messages as materialized (
            select message_id, recipient, kind, made_at, delivered_at, notice_ids, case when recipient = 'log' then body::jsonb end as body
              from discharge.messages where notice_ids && array(select notice_id from mine)),
        itself as materialized (
            select made_at, delivered_at, coalesce(body -> 'notices', '[]') as notices,
                   body ->> 'id' = message_id::text and body ->> 'recipient' = recipient and body ->> 'kind' = kind and abs(extract(epoch from (body ->> 'madeAt')::timestamptz - made_at)) < 0.001
                       and body ->> 'level' = (select coalesce(max(nullif(rung ->> 'level', 'holder')), 'holder') from jsonb_array_elements(body -> 'notices') rung) as is_itself
              from messages where recipient = 'log'),
        told as (
            select (said ->> 'id')::bigint as notice_id, array_agg(said::text) as said, array_agg(made_at) as made_at, array_agg(delivered_at) as delivered_at, array_agg(is_itself) as is_itself
              from itself cross join jsonb_array_elements(notices) said group by 1),
        sent as (
            select notice_id, count(*) as sent from messages cross join unnest(notice_ids) notice_id group by 1),
        waiting as (
            select id as notice_id, count(*) as waiting
              from (select notice_id, others from discharge.notices_given union all select notice_id, others from discharge.notices_to_tell) given cross join unnest(notice_id || others) id group by 1)
        select n.case_id, n.notice_id, n.rule, n.started_by, n.level, n.words, n.who, n.moment, n.given_at, coalesce(waiting, 0), coalesce(sent, 0), said, made_at, delivered_at, is_itself
          from discharge.notices n
          left join waiting using (notice_id)
          left join sent using (notice_id)
          left join told using (notice_id)
         where n.case_id = any ($1) order by n.notice_id
        """;

    private const string Answers = "select key_hash, request_hash, status, location, body, version, answered_at from discharge.command_answers where answered_at >= $1";

    private const string Looks = "select correlation_id, concat_ws(e'\\n', actor, role, organisation), path, outcome, at, touched from discharge.access_log where correlation_id = any ($1)";

    private const string Left =
        """
        select 'incoming envelopes', count(*) from wolverine.wolverine_incoming_envelopes
        union all select 'outgoing envelopes', count(*) from wolverine.wolverine_outgoing_envelopes
        union all select 'dead letters', count(*) from wolverine.wolverine_dead_letters
        union all select 'dead letters of the event store', count(*) from cases.mt_doc_deadletterevent
        union all select 'moments that have come and that nobody dealt with', count(*) from discharge.clocks where case_id = any ($1) and next_at <= now()
        union all select 'entries or cases set aside as archived, or as another tenant''s', (select count(*) from cases.mt_events where is_archived or tenant_id <> '*DEFAULT*') + (select count(*) from cases.mt_streams where is_archived or tenant_id <> '*DEFAULT*')
        union all select 'rows of cases that are not there', count(*)
                   from (select case_id from discharge.whose_cases
                          union all select case_id from discharge.clocks
                          union all select case_id from discharge.notices
                          union all select case_id from discharge.notes
                          union all select case_id from discharge.asked
                          union all select case_id from discharge.person_links) rows
                  where not exists (select from cases.mt_streams where id = rows.case_id)
        union all select 'cases in which nothing is recorded', count(*) from cases.mt_streams s where not exists (select from cases.mt_events e where e.stream_id = s.id)
        union all select 'messages that tell something else than their notices', count(*)
                   from (select notice_ids as its, (select array_agg((notice ->> 'id')::bigint) from jsonb_array_elements(coalesce(body::jsonb -> 'notices', '[]')) notice) as told
                           from discharge.messages
                          where recipient = 'log' and (notice_ids && array(select notice_id from discharge.notices where case_id = any ($1)) or (notice_ids = '{}' and body like '%"notices"%'))) said
                  where (select array_agg(id order by id) from unnest(its) id) is distinct from (select array_agg(id order by id) from unnest(told) id)
                    and its || told && array(select notice_id from discharge.notices where case_id = any ($1))
        union all select 'persons of no case', count(*) from discharge.people p where not exists (select from discharge.whose_cases w where w.person_id = p.person_id)
        union all select 'keys of nobody', count(*)
                   from discharge.person_keys k
                  where not exists (select from discharge.people p where p.person_id = k.person_id) and not exists (select from cases.mt_streams s where s.id = k.person_id)
        union all select 'hand-overs that nobody made', count(*) from discharge.hand_overs
        union all select 'notices that nobody has been told of', (select count(*) from discharge.notices_given) + (select count(*) from discharge.notices_to_tell)
        union all select 'messages that nobody has', count(*) from discharge.messages where delivered_at is null and refused_at is null and given_up_at is null
        union all select 'messages refused or given up', count(*) from discharge.messages where refused_at is not null or given_up_at is not null
        union all select 'transactions left open', count(*) from pg_stat_activity
                   where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%' and xact_start < now() - interval '3 seconds'
        union all select 'prepared transactions', count(*) from pg_prepared_xacts where database = current_database()
        """;

    /// <summary>Where a run begins.</summary>
    public static async Task<Since> NowAsync(NpgsqlConnection connection)
    {
        var (sequence, at) = (await ListAsync(connection, "select coalesce(max(seq_id), 0), clock_timestamp() from cases.mt_events", row => (row.GetInt64(0), row.GetDateTime(1))))[0];
        return new(sequence, at, await BeforeAsync(connection, sequence, at));
    }

    /// <summary>Reads it, in the transaction the connection is in.</summary>
    public static async Task<Evidence> ReadAsync(NpgsqlConnection connection, Since since, IReadOnlyList<Told> ledger, IReadOnlyList<Served> served)
    {
        var ids = ledger.Select(told => told.Case).OfType<Guid>().ToHashSet();
        ids.UnionWith(await ListAsync(connection, TouchedSince, since.Sequence, row => row.GetGuid(0)));
        var all = ids.ToArray();
        var streams = (await ListAsync(connection, Streams, all, row => (Id: row.GetGuid(0), Version: row.GetInt64(1)))).ToDictionary(stream => stream.Id, stream => stream.Version);
        var events = (await ListAsync(connection, Events, all, row => (Id: row.GetGuid(0), Event: EventIn(row)))).ToLookup(stored => stored.Id, stored => stored.Event);
        var rows = (await ListAsync(connection, Rows, all, Columns)).Concat(await ListAsync(connection, ReablementRows, all, Columns)).Concat(await ListAsync(connection, RehabilitationRows, all, Columns)).ToLookup(row => Guid.Parse(row["case_id"]));
        var clocks = (await ListAsync(connection, Clocks, all, Columns)).ToLookup(row => Guid.Parse(row["case_id"]));
        var asked = (await ListAsync(connection, Asked, all, Columns)).ToLookup(row => Guid.Parse(row["case_id"]));
        var links = (await ListAsync(connection, Links, all, Columns)).ToLookup(row => Guid.Parse(row["case_id"]));
        var people = (await ListAsync(connection, Sealed.People, all, row => (Id: row.GetGuid(0), Is: Sealed.Person(row)))).ToLookup(person => person.Id, person => person.Is);
        var words = (await ListAsync(connection, Sealed.Words, all, row => (Id: row.GetGuid(0), Is: Sealed.Note(row)))).ToLookup(note => note.Id, note => note.Is);
        var others = (await ListAsync(connection, WithOthers, all, row => row.GetGuid(0))).ToHashSet();
        var notices = (await ListAsync(connection, Notices, all, row => (Id: row.GetGuid(0), Is: NoticeIn(row)))).ToLookup(notice => notice.Id, notice => notice.Is);
        return new(
            ledger,
            all.ToDictionary(
                id => id,
                id => new StoredCase(id, streams.TryGetValue(id, out var version) ? version : null, [.. events[id]], rows[id].FirstOrDefault(), [.. clocks[id]], [.. notices[id]])
                {
                    HasOthers = others.Contains(id),
                    Asked = [.. asked[id]],
                    Links = [.. links[id]],
                    Person = people[id].FirstOrDefault(),
                    RowCount = rows[id].Count(),
                    Words = words[id].ToDictionary(note => note.Id, note => note.Words),
                }),
            await ListAsync(
                connection,
                Answers,
                since.At,
                row => new KeptAnswer(Hex(row, 0), Hex(row, 1), row.GetInt16(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetInt64(5), At(row, 6))),
            (await ListAsync(
                connection,
                Looks,
                served.Select(one => one.Question).ToArray(),
                row => (Of: row.GetString(0), Is: new StoredLook(row.GetString(1), row.GetString(2), row.GetString(3), At(row, 4), row.GetFieldValue<Guid[]>(5))))).ToLookup(look => look.Of, look => look.Is),
            since,
            await BeforeAsync(connection, since.Sequence, since.At),
            (await ListAsync(connection, Left, all, row => (What: row.GetString(0), Count: row.GetInt64(1)))).ToDictionary(left => left.What, left => left.Count),
            served,
            new DateTimeOffset((await ListAsync(connection, "select now()", row => row.GetDateTime(0)))[0]));
    }

    /// <summary>A value as text, the same whichever way it came.</summary>
    public static string Text(object? value) => value switch
    {
        null or DBNull => "-",
        DateTimeOffset moment => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0, Kind: DateTimeKind.Unspecified } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable figure => figure.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static StoredEvent EventIn(NpgsqlDataReader row) =>
        new(row.GetInt64(7), row.GetInt64(1), row.GetString(2), row.GetString(8), At(row, 4), Or(row, 5), Or(row, 9), Or(row, 10), Or(row, 11, "{}"), EntryIn(row));

    private static StoredNotice NoticeIn(NpgsqlDataReader row)
    {
        var (said, made, delivered, itself) = row.IsDBNull(11) ? ([], [], [], []) : (row.GetFieldValue<string[]>(11), row.GetFieldValue<DateTime[]>(12), row.GetFieldValue<DateTime?[]>(13), row.GetFieldValue<bool?[]>(14));
        return new(
            row.GetInt64(1),
            row.GetString(2),
            row.GetInt64(3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            At(row, 7),
            At(row, 8),
            row.GetInt64(9),
            row.GetInt64(10),
            [.. said.Select((one, place) => new SaidNotice(NoticeIn(one), new(made[place]), delivered[place] is { } at ? new DateTimeOffset(at) : null, itself[place] is true))]);
    }

    private static ToldNotice? NoticeIn(string said)
    {
        try
        {
            return JsonSerializer.Deserialize<ToldNotice>(said, PublicJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Hex(NpgsqlDataReader row, int column) => Convert.ToHexStringLower(row.GetFieldValue<byte[]>(column));

    private static string Or(NpgsqlDataReader row, int column, string absent = "") => row.IsDBNull(column) ? absent : row.GetString(column);

    private static Entry? EntryIn(NpgsqlDataReader row)
    {
        try
        {
            return EntryReader.Read(row);
        }
        catch (UnreadableEventException)
        {
            return null;
        }
    }

    private static IReadOnlyDictionary<string, string> Columns(NpgsqlDataReader row) =>
        Enumerable.Range(0, row.FieldCount).ToDictionary(row.GetName, column => Text(row.GetValue(column)));

    private static DateTimeOffset At(NpgsqlDataReader row, int column) => new(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));

    private static async Task<OnRecordBefore> BeforeAsync(NpgsqlConnection connection, long sequence, DateTime at) =>
        (await ListOfAsync(connection, Before, [sequence, at], row => new OnRecordBefore(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetString(3))))[0];

    private static Task<List<T>> ListAsync<T>(NpgsqlConnection connection, string question, object parameter, Func<NpgsqlDataReader, T> read) => ListOfAsync(connection, question, [parameter], read);

    private static Task<List<T>> ListAsync<T>(NpgsqlConnection connection, string question, Func<NpgsqlDataReader, T> read) => ListOfAsync(connection, question, [], read);

    private static async Task<List<T>> ListOfAsync<T>(NpgsqlConnection connection, string question, object[] parameters, Func<NpgsqlDataReader, T> read)
    {
        await using var ask = new NpgsqlCommand(question, connection);
        foreach (var parameter in parameters)
        {
            ask.Parameters.Add(new() { Value = parameter });
        }

        await using var rows = await ask.ExecuteReaderAsync();
        var list = new List<T>();
        while (await rows.ReadAsync())
        {
            list.Add(read(rows));
        }

        return list;
    }
}
