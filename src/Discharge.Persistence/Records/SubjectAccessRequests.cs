using System.Text.Json;
using Discharge.Domain.People;
using Discharge.Domain.Records;
using Discharge.Domain.Timelines;
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

/// <summary>Keeps requests of people for access to their record, step by step. What is said in words is sealed under the key of the person, and is in no answer that is kept.</summary>
public sealed class SubjectAccessRequests(NpgsqlDataSource database, IDocumentStore store, PersonSeals seals, TimeProvider time)
{
    private const string Columns = "s.request_id, s.number, s.person_id, s.what, s.decided_at, s.decided_by, s.role, s.organisation, s.on_day, s.received_by, s.way, s.ground, s.case_id, s.entry, s.part, s.redaction, s.worded, s.sealed, k.wrapped";

    private const string Several =
        $"select {Columns} from discharge.subject_access_steps s left join discharge.person_keys k on k.person_id = s.person_id where s.request_id = any ($1) order by s.request_id, s.number";

    private static readonly string Open =
        $"""
        with due as (
            select request_id, person_id, max(due_on) as due_on, bool_or(what = 'answered') as answered from discharge.subject_access_steps group by request_id, person_id)
        select request_id from due
         where not answered and ($1 is null or (due_on, request_id) > (select due_on, request_id from due where request_id = $1))
           and {Reach.HoldsPerson("person_id", first: 3)}
         order by due_on, request_id
         limit $2
        """;

    private const string OfPerson = "select distinct request_id from discharge.subject_access_steps where person_id = $1";

    private static readonly string LockPerson =
        $"select p.person_id, k.wrapped from discharge.people p left join discharge.person_keys k using (person_id) where p.person_id = $1 and {Reach.HoldsPerson("p.person_id", first: 2)} for update of p";

    private const string PersonOf = "select person_id from discharge.subject_access_steps where request_id = $1 and number = 1";

    private const string IsTheirs =
        """
        select exists (
            select from discharge.whose_cases c join cases.mt_events e on e.stream_id = c.case_id
             where c.case_id = $1 and e.version = $2 and c.person_id = any (array(select $3 union all select other_id from discharge.linked_people where person_id = $3)))
        """;

    private const string Insert =
        """
        insert into discharge.subject_access_steps
               (request_id, number, person_id, what, decided_at, decided_by, role, organisation, on_day, received_by, way, due_on, ground, case_id, entry, part, redaction, worded, sealed)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private static readonly Dictionary<int, SubjectAccessWords> Unsaid = [];

    /// <summary>A request with the words of its steps; null where there is none of this id.</summary>
    public async Task<SubjectAccessView?> ReadAsync(Guid request, CancellationToken cancellation) =>
        await FindAsync(request, cancellation) is var (found, words) ? SubjectAccessView.Of(found, Today, words) : null;

    /// <summary>The requests that are not answered, by the day they are due, without words.</summary>
    /// <param name="reach">Whose requests the reader may know of.</param>
    /// <param name="after">The request to go on after.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<SubjectAccessList> PageAsync(Reach reach, Guid? after, int limit, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            // One more than asked for says whether there is another page.
            await using var open = new NpgsqlCommand(Open, connection) { Parameters = { new() { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)after ?? DBNull.Value }, new() { Value = limit + 1 } } };
            reach.AddTo(open.Parameters);
            var ids = await IdsAsync(open, stop);
            var found = (await ReadAsync(connection, [.. ids.Take(limit)], stop)).ToDictionary(one => one.Request.Id, one => one.Request);
            return new SubjectAccessList([.. ids.Take(limit).Where(found.ContainsKey).Select(id => SubjectAccessView.Of(found[id], Today, Unsaid))], ids.Count > limit ? ids[limit - 1] : null);
        },
        cancellation).AsTask();

    /// <summary>Records that a request was received. The same of the same person sent again while it is not answered is answered with what is on record.</summary>
    public Task<Outcome> ReceiveAsync(PersonRef person, SubjectAccessAsked asked, Sent sent, CancellationToken cancellation) => Once.DoAsync(
        database,
        sent,
        async (connection, stop) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            if (await KeptAnswers.ClaimAsync(connection, sent.Key, stop) is { } kept)
            {
                return kept;
            }

            if (await LockedAsync(connection, person.Id, sent.Reach, stop) is null)
            {
                return new Outcome.NotFound();
            }

            await using var theirs = new NpgsqlCommand(OfPerson, connection) { Parameters = { new() { Value = person.Id } } };
            var before = (await ReadAsync(connection, [.. await IdsAsync(theirs, stop)], stop)).Select(one => one.Request).FirstOrDefault(one => one.Answered is null && one.Received.Of == asked);
            var now = Now;
            var request = before ?? new(Guid.CreateVersion7(time.GetUtcNow()), person, [new(1, now, sent.By, asked)]);
            return await CommitAsync(transaction, request, before is null ? request.Received : null, said: null, key: null, sent, before is null ? 201 : 200, $"/v1/subject-access-requests/{request.Id}", stop);
        },
        cancellation);

    /// <summary>Records a step of a request.</summary>
    /// <param name="id">The request.</param>
    /// <param name="asked">What happened or was decided.</param>
    /// <param name="said">What was said of it in words.</param>
    /// <param name="sent">What came with it.</param>
    /// <param name="cancellation">Gives up; where the commit is on its way by then, it may have been done.</param>
    public Task<Outcome> TakeAsync(Guid id, SubjectAccessAsked asked, string? said, Sent sent, CancellationToken cancellation) => Once.DoAsync(
        database,
        sent,
        async (connection, stop) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            if (await KeptAnswers.ClaimAsync(connection, sent.Key, stop) is { } kept)
            {
                return kept;
            }

            // Whose it is never changes; the person's row is locked, so that steps come one after the other and none comes under a key that is being destroyed.
            await using var whose = new NpgsqlCommand(PersonOf, connection) { Parameters = { new() { Value = id } } };
            if (await whose.ExecuteScalarAsync(stop) is not Guid person || await LockedAsync(connection, person, sent.Reach, stop) is not var (_, key))
            {
                return new Outcome.NotFound();
            }

            var request = (await ReadAsync(connection, [id], stop)).Single().Request;
            if (sent.IfVersion is { } seen && seen != request.Steps.Count)
            {
                return new Outcome.Stale(request.Steps.Count, []);
            }

            if (request.IsSo(asked))
            {
                return await CommitAsync(transaction, request, step: null, said: null, key: null, sent, 200, location: null, stop);
            }

            if (request.Against(asked, Today, asked.Withholding is not { } withheld || await IsTheirsAsync(connection, withheld, person, stop)) is { } refusal)
            {
                return new Outcome.Refused(refusal);
            }

            if (said is not null && key is null)
            {
                return new Outcome.Refused(PersonKey.Destroyed);
            }

            var step = new SubjectAccessTaken(request.Steps.Count + 1, Now, sent.By, asked);
            return await CommitAsync(transaction, request with { Steps = [.. request.Steps, step] }, step, said, key, sent, 200, location: null, stop);
        },
        cancellation);

    /// <summary>A request and the words of its steps; null where there is none of this id.</summary>
    internal Task<(SubjectAccessRequest Request, Dictionary<int, SubjectAccessWords> Words)?> FindAsync(Guid request, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            return await ReadAsync(connection, [request], stop) is [var found] ? found : ((SubjectAccessRequest, Dictionary<int, SubjectAccessWords>)?)null;
        },
        cancellation).AsTask();

    private Instant Now => time.GetUtcNow().ToInstant();

    private LocalDate Today => LocalCalendar.DateOf(Now);

    private async Task<Outcome> CommitAsync(NpgsqlTransaction transaction, SubjectAccessRequest request, SubjectAccessTaken? step, string? said, PersonKey? key, Sent sent, int status, string? location, CancellationToken cancellation)
    {
        var answer = new Outcome.Answered(
            status,
            request.Steps.Count,
            JsonSerializer.Serialize(SubjectAccessView.Of(request, Today, Unsaid), PublicJson.Options),
            location);
        await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        return await Once.CommitAsync(session, step is null ? [] : [Writing(request, step, said, key)], sent.Key, answer, Now, cancellation);
    }

    private static Statement Writing(SubjectAccessRequest request, SubjectAccessTaken step, string? said, PersonKey? key) => new(
        Insert,
        request.Id,
        step.Number,
        request.Person.Id,
        PublicJson.Spell(step.Of.What),
        step.At.ToDateTimeOffset(),
        step.By.Id,
        step.By.Role,
        step.By.Organisation.Value,
        OrNull(step.Of.On?.ToDateOnly()),
        OrNull(step.Of.ReceivedBy?.Value),
        OrNull(step.Of.Way is { } way ? PublicJson.Spell(way) : null),
        OrNull(step.Of.What is SubjectAccessStep.Received or SubjectAccessStep.Extended ? request.DueOn.ToDateOnly() : null),
        OrNull(step.Of.Extension is { } extension ? PublicJson.Spell(extension) : step.Of.Withholding is { } withheld ? PublicJson.Spell(withheld.Ground) : null),
        OrNull(step.Of.Withholding?.Case),
        OrNull(step.Of.Withholding?.Version),
        OrNull(step.Of.Withholding is { } part ? PublicJson.Spell(part.Part) : null),
        OrNull(step.Of.Redaction),
        said is not null,
        OrNull(said is null ? null : key!.Seal(PersonKey.SubjectAccess(request.Id, step.Number), said, Commitment.Salt())));

    private static object OrNull(object? value) => value ?? DBNull.Value;

    private async Task<(Guid Person, PersonKey? Key)?> LockedAsync(NpgsqlConnection connection, Guid person, Reach reach, CancellationToken cancellation)
    {
        var theirs = new NpgsqlBatchCommand(LockPerson) { Parameters = { new() { Value = person } } };
        reach.AddTo(theirs.Parameters);
        await using var held = new NpgsqlBatch(connection) { BatchCommands = { OnePerson.Holding(person), theirs } };
        await using var rows = await held.ExecuteReaderAsync(cancellation);
        await rows.NextResultAsync(cancellation);
        return await rows.ReadAsync(cancellation) ? (rows.GetGuid(0), seals.Open(person, rows.IsDBNull(1) ? null : rows.GetFieldValue<byte[]>(1))) : null;
    }

    private static async Task<bool> IsTheirsAsync(NpgsqlConnection connection, Withholding withheld, Guid person, CancellationToken cancellation)
    {
        await using var ask = new NpgsqlCommand(IsTheirs, connection) { Parameters = { new() { Value = withheld.Case }, new() { Value = withheld.Version }, new() { Value = person } } };
        return await ask.ExecuteScalarAsync(cancellation) is true;
    }

    private static async Task<List<Guid>> IdsAsync(NpgsqlCommand select, CancellationToken cancellation)
    {
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var ids = new List<Guid>();
        while (await rows.ReadAsync(cancellation))
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }

    private async Task<List<(SubjectAccessRequest Request, Dictionary<int, SubjectAccessWords> Words)>> ReadAsync(NpgsqlConnection connection, Guid[] ids, CancellationToken cancellation)
    {
        await using var select = new NpgsqlCommand(Several, connection) { Parameters = { new() { Value = ids } } };
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var read = new List<(Guid Request, Guid Person, SubjectAccessTaken Step, SubjectAccessWords? Words)>();
        while (await rows.ReadAsync(cancellation))
        {
            read.Add((rows.GetGuid(0), rows.GetGuid(2), Step(rows), Words(rows)));
        }

        return
        [
            .. from step in read
               group step by (step.Request, step.Person) into steps
               select (
                   new SubjectAccessRequest(steps.Key.Request, new PersonRef(steps.Key.Person), [.. steps.Select(step => step.Step)]),
                   steps.Where(step => step.Words is not null).ToDictionary(step => step.Step.Number, step => step.Words!)),
        ];
    }

    private static SubjectAccessTaken Step(NpgsqlDataReader row)
    {
        var what = PublicJson.Read<SubjectAccessStep>(row.GetString(3));
        return new(
            row.GetInt32(1),
            Instant.FromDateTimeUtc(row.GetDateTime(4)),
            new Actor(row.GetString(5), row.GetString(6), OdsCode.Parse(row.GetString(7))),
            new(
                what,
                row.IsDBNull(8) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(8)),
                row.IsDBNull(9) ? null : OdsCode.Parse(row.GetString(9)),
                row.IsDBNull(10) ? null : PublicJson.Read<SubjectAccessWay>(row.GetString(10)),
                what is SubjectAccessStep.Extended ? PublicJson.Read<ExtensionGround>(row.GetString(11)) : null,
                what is SubjectAccessStep.Withheld ? new(row.GetGuid(12), row.GetInt64(13), PublicJson.Read<WithheldPart>(row.GetString(14)), PublicJson.Read<WithholdingGround>(row.GetString(11))) : null,
                row.IsDBNull(15) ? null : row.GetInt32(15)));
    }

    private SubjectAccessWords? Words(NpgsqlDataReader row) => (row.GetBoolean(16), row.IsDBNull(17), seals.Open(row.GetGuid(2), row.IsDBNull(18) ? null : row.GetFieldValue<byte[]>(18))) switch
    {
        (false, _, _) => null,
        (_, false, { } key) => new(key.Open(PersonKey.SubjectAccess(row.GetGuid(0), row.GetInt32(1)), row.GetFieldValue<byte[]>(17)).AsText),
        _ => new(Said: null),
    };
}
