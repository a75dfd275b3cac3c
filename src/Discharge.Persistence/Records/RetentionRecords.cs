using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Marten;
using Marten.Services;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Records;

/// <summary>Reads how long people's records are kept, and records what is decided of them. A disposal destroys the person's key and empties what lay under it, in one transaction with its tombstone.</summary>
public sealed class RetentionRecords(NpgsqlDataSource database, IDocumentStore store, RetentionSchedule schedule, TimeProvider time)
{
    private static readonly string BreakingGlass = EventNames.Of(typeof(GlassBroken));

    private static readonly string Withdrawn = EventNames.Of(typeof(EntryWithdrawn));

    // Of a person called p: all their cases and those of records linked with theirs. What the service itself recorded of clocks, often much later, is no care, and neither is that somebody broke the glass to see the case, or that they did so is withdrawn.
    private static readonly string Care =
        $"""
        cross join lateral (
               select coalesce(bool_or(c.open), false) as goes_on, max(e.at) as ended
                 from discharge.whose_cases c
                cross join lateral (select max((e.data ->> 'occurredAt')::timestamptz) as at from cases.mt_events e where e.stream_id = c.case_id and e.user_name <> '{CaseWriter.Watch.Id}' and e.type <> '{BreakingGlass}'
                             and not (e.type = '{Withdrawn}' and exists (select from cases.mt_events w where w.stream_id = e.stream_id and w.version = (e.data ->> 'entry')::bigint and w.type = '{BreakingGlass}'))) e
                where c.person_id = any (array(select p.person_id union all select other_id from discharge.linked_people where person_id = p.person_id))) care
        """;

    private static readonly string One = $"select p.person_id, care.goes_on, care.ended from discharge.people p {Care} where p.person_id = $1 and {Reach.Holds("p.person_id", first: 2)}";

    private static readonly string Some =
        $"""
        select p.person_id, care.goes_on, care.ended
          from (select person_id from discharge.people where sealed is not null and ($1 is null or person_id > $1) and {Reach.HoldsPerson("person_id", first: 3)} order by person_id limit $2) p
          {Care}
         order by p.person_id
        """;

    private const string Decided =
        """
        select person_id, number, what, decided_at, decided_by, role, organisation, reason, authority, record_class, keep_until, care_ended, retention_ended, details, corrections, notes
          from discharge.retention_decisions where person_id = any ($1) order by person_id, number
        """;

    // What stands of it is for the history to say, so withdrawals come with it.
    private static readonly string OfMentalHealthAct =
        $"""
        select {EntryReader.Columns}, p.person_id
          from unnest($1) p (person_id)
          join discharge.whose_cases c on c.person_id = any (array(select p.person_id union all select other_id from discharge.linked_people where person_id = p.person_id))
          join cases.mt_events on stream_id = c.case_id and type = any ($2)
         order by p.person_id, stream_id, version
        """;

    private static readonly string[] MentalHealthActNames = [EventNames.Of(typeof(MentalHealthActStatusRecorded)), Withdrawn];

    private const string Awaited =
        """
        select exists (
            select from discharge.subject_access_steps asked
             where asked.person_id = any (array(select $1 union all select other_id from discharge.linked_people where person_id = $1)) and asked.what = 'received'
               and not exists (select from discharge.subject_access_steps answered where answered.request_id = asked.request_id and answered.what = 'answered'))
        """;

    private const string NumberOf = "select nhs_number_hash from discharge.people where person_id = $1";

    private const string LockNumber = "select pg_advisory_xact_lock($1)";

    private const string LockPerson = "select person_id from discharge.people where person_id = $1 for update";

    private const string Counted =
        """
        select (select count(*) from discharge.people where person_id = $1 and sealed is not null)::int,
               (select count(*) from discharge.person_corrections where person_id = $1 and sealed is not null)::int,
               (select count(*) from discharge.notes where person_id = $1)::int
        """;

    private const string Insert =
        """
        insert into discharge.retention_decisions
               (person_id, number, what, decided_at, decided_by, role, organisation, reason, authority, record_class, keep_until, care_ended, retention_ended, details, corrections, notes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    // The key first: without it the rest is nothing but noise, in every copy of it.
    private static readonly string[] Destroying =
    [
        "delete from discharge.person_keys where person_id = ?",
        "delete from discharge.people_found_by where person_id = ?",
        "delete from discharge.notes where person_id = ?",
        "update discharge.subject_access_steps set sealed = null where person_id = ?",
        "update discharge.person_corrections set sealed = null, details = null, salt = null where person_id = ?",
        "update discharge.people set nhs_number_hash = null, sealed = null, details = null, salt = null where person_id = ?",
    ];

    /// <summary>How long a person's record is kept, and what was decided of it; null where there is no such record.</summary>
    public Task<RetentionView?> ReadAsync(PersonRef person, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            return await RetentionOfAsync(connection, person.Id, Reach.Everything, stop) is { } retention ? RetentionView.Of(person, retention, schedule, Now) : null;
        },
        cancellation).AsTask();

    /// <summary>Whose retention has ended, of the next so many records within reach.</summary>
    /// <param name="reach">Whose records the reader may know of.</param>
    /// <param name="after">The person to go on after.</param>
    /// <param name="limit">At how many records it looks.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<RetentionList> PageAsync(Reach reach, Guid? after, int limit, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            await using var some = new NpgsqlCommand(Some, connection)
            {
                Parameters = { new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)after ?? DBNull.Value }, new() { Value = limit } },
            };
            reach.AddTo(some.Parameters);
            var cared = await CareAsync(some, stop);
            var people = cared.Select(one => one.Person).ToArray();
            var (decided, underAct) = (await DecidedAsync(connection, people, stop), await UnderMentalHealthActAsync(connection, people, stop));
            var now = Now;
            return new RetentionList(
                [
                    .. from one in cared
                       let retention = new PersonRetention(one.GoesOn, one.Ended, [.. decided[one.Person]], underAct.Contains(one.Person))
                       where retention.HasEnded(schedule, now)
                       select RetentionView.Of(new PersonRef(one.Person), retention, schedule, now),
                ],
                cared.Count == limit ? cared[^1].Person : null);
        },
        cancellation).AsTask();

    /// <summary>Records a decision.</summary>
    /// <param name="person">Whose record it is of.</param>
    /// <param name="asked">What is asked for.</param>
    /// <param name="sent">What came with the request.</param>
    /// <param name="cancellation">Gives up; where the commit is on its way by then, it may have been done.</param>
    public Task<Outcome> DecideAsync(PersonRef person, RetentionAsked asked, Sent sent, CancellationToken cancellation) =>
        Once.DoAsync(database, sent, (connection, stop) => AttemptAsync(connection, person, asked, sent, stop), cancellation);

    private Instant Now => time.GetUtcNow().ToInstant();

    private async Task<Outcome> AttemptAsync(NpgsqlConnection connection, PersonRef person, RetentionAsked asked, Sent sent, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await KeptAnswers.ClaimAsync(connection, sent.Key, cancellation) is { } kept)
        {
            return kept;
        }

        await HoldAsync(connection, person.Id, cancellation);
        if (await RetentionOfAsync(connection, person.Id, sent.Reach, cancellation) is not { } retention)
        {
            return new Outcome.NotFound();
        }

        if (sent.IfVersion is { } seen && seen != retention.Decisions.Count)
        {
            return new Outcome.Stale(retention.Decisions.Count, []);
        }

        var now = Now;
        if (!retention.IsSo(asked) && retention.Against(asked, sent.By, schedule, now) is { } refusal)
        {
            return new Outcome.Refused(refusal);
        }

        var decision = retention.IsSo(asked) ? null : await DecisionAsync(connection, person.Id, asked, sent.By, retention, now, cancellation);
        var after = decision is null ? retention : retention with { Decisions = [.. retention.Decisions, decision] };
        var answer = new Outcome.Answered(Status: 200, after.Decisions.Count, JsonSerializer.Serialize(RetentionView.Of(person, after, schedule, now), PublicJson.Options));
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        return await Once.CommitAsync(session, Writing(person.Id, decision), sent.Key, answer, now, cancellation);
    }

    // Whoever opens a case for the person, by their number or their record, waits, or was before and is seen.
    private static async Task HoldAsync(NpgsqlConnection connection, Guid person, CancellationToken cancellation)
    {
        await using var number = Alone(NumberOf, person, connection);
        var hash = await number.ExecuteScalarAsync(cancellation) as byte[];
        await using var batch = new NpgsqlBatch(connection);
        if (hash is not null)
        {
            batch.BatchCommands.Add(new(LockNumber) { Parameters = { new() { Value = BitConverter.ToInt64(hash) } } });
        }

        batch.BatchCommands.Add(OnePerson.Holding(person));
        batch.BatchCommands.Add(new(LockPerson) { Parameters = { new() { Value = person } } });
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private async Task<RetentionDecision> DecisionAsync(NpgsqlConnection connection, Guid person, RetentionAsked asked, Actor by, PersonRetention retention, Instant now, CancellationToken cancellation)
    {
        var decision = new RetentionDecision(retention.Decisions.Count + 1, asked.What, now, by, asked.Reason, asked.Authority, asked.Class, asked.KeepUntil);
        if (asked.What is not RetentionStep.DisposedOf)
        {
            return decision;
        }

        await using var count = Alone(Counted, person, connection);
        await using var row = await count.ExecuteReaderAsync(cancellation);
        await row.ReadAsync(cancellation);
        return decision with
        {
            Class = retention.Class,
            Destroyed = new(retention.CareEnded!.Value, retention.UntilUnder(schedule)!.Value, row.GetInt32(0), row.GetInt32(1), row.GetInt32(2)),
        };
    }

    private static IEnumerable<Statement> Writing(Guid person, RetentionDecision? decision) => decision is null
        ? []
        :
        [
            new(
                Insert, person, decision.Number, PublicJson.Spell(decision.What), decision.DecidedAt.ToDateTimeOffset(), decision.By.Id, decision.By.Role, decision.By.Organisation.Value, decision.Reason, decision.Authority,
                OrNull(decision.Class is { } kind ? PublicJson.Spell(kind) : null), OrNull(decision.KeepUntil?.ToDateOnly()), OrNull(decision.Destroyed?.CareEnded.ToDateTimeOffset()),
                OrNull(decision.Destroyed?.RetentionEnded.ToDateOnly()), OrNull(decision.Destroyed?.Details), OrNull(decision.Destroyed?.Corrections), OrNull(decision.Destroyed?.Notes)),
            .. decision.What is RetentionStep.DisposedOf ? Destroying.Select(sql => new Statement(sql, person)) : [],
        ];

    private static object OrNull(object? value) => value ?? DBNull.Value;

    private static async Task<PersonRetention?> RetentionOfAsync(NpgsqlConnection connection, Guid person, Reach reach, CancellationToken cancellation)
    {
        await using var one = Alone(One, person, connection);
        reach.AddTo(one.Parameters);
        if (await CareAsync(one, cancellation) is not [var care])
        {
            return null;
        }

        await using var awaited = Alone(Awaited, person, connection);
        return new(
            care.GoesOn,
            care.Ended,
            [.. (await DecidedAsync(connection, [person], cancellation))[person]],
            (await UnderMentalHealthActAsync(connection, [person], cancellation)).Contains(person),
            await awaited.ExecuteScalarAsync(cancellation) is true);
    }

    private static async Task<List<(Guid Person, bool GoesOn, Instant? Ended)>> CareAsync(NpgsqlCommand select, CancellationToken cancellation)
    {
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var cared = new List<(Guid, bool, Instant?)>();
        while (await rows.ReadAsync(cancellation))
        {
            cared.Add((rows.GetGuid(0), rows.GetBoolean(1), rows.IsDBNull(2) ? null : Instant.FromDateTimeUtc(rows.GetDateTime(2))));
        }

        return cared;
    }

    // Of which of these people it stands, in any case of theirs, that the Mental Health Act applies or did.
    private static async Task<HashSet<Guid>> UnderMentalHealthActAsync(NpgsqlConnection connection, Guid[] people, CancellationToken cancellation)
    {
        await using var select = new NpgsqlCommand(OfMentalHealthAct, connection) { Parameters = { new() { Value = people }, new() { Value = MentalHealthActNames } } };
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var recorded = new List<(Guid Person, Guid Case, Entry Entry)>();
        while (await rows.ReadAsync(cancellation))
        {
            recorded.Add((rows.GetGuid(7), rows.GetGuid(0), EntryReader.Read(rows)));
        }

        return
        [
            .. from one in recorded
               group one.Entry by (one.Person, one.Case) into ofCase
               where History.Of(ofCase).Standing.Any(entry => entry.Fact is MentalHealthActStatusRecorded)
               select ofCase.Key.Person,
        ];
    }

    private static async Task<ILookup<Guid, RetentionDecision>> DecidedAsync(NpgsqlConnection connection, Guid[] people, CancellationToken cancellation)
    {
        await using var select = new NpgsqlCommand(Decided, connection) { Parameters = { new() { Value = people } } };
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var decided = new List<(Guid Person, RetentionDecision Decision)>();
        while (await rows.ReadAsync(cancellation))
        {
            decided.Add((rows.GetGuid(0), Read(rows)));
        }

        return decided.ToLookup(one => one.Person, one => one.Decision);
    }

    private static RetentionDecision Read(NpgsqlDataReader row) => new(
        row.GetInt32(1),
        PublicJson.Read<RetentionStep>(row.GetString(2)),
        Instant.FromDateTimeUtc(row.GetDateTime(3)),
        new Actor(row.GetString(4), row.GetString(5), OdsCode.Parse(row.GetString(6))),
        row.GetString(7),
        row.GetString(8),
        row.IsDBNull(9) ? null : PublicJson.Read<RecordClass>(row.GetString(9)),
        row.IsDBNull(10) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(10)),
        row.IsDBNull(11) ? null : new Destroyed(Instant.FromDateTimeUtc(row.GetDateTime(11)), LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(12)), row.GetInt32(13), row.GetInt32(14), row.GetInt32(15)));

    private static NpgsqlCommand Alone(string sql, Guid person, NpgsqlConnection connection) => new(sql, connection) { Parameters = { new() { Value = person } } };
}
