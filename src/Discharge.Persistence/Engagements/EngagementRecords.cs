using System.Text.Json;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Marten;
using Marten.Services;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Engagements;

/// <summary>Records whose cases auditors may know of, and to whom was named whom a case is about.</summary>
public sealed class EngagementRecords(NpgsqlDataSource database, IDocumentStore store, PersonSeals seals, TimeProvider time)
{
    private const string Columns =
        """
        select e.engagement_id, e.body, e.purpose, e.organisations, e.opened_from, e.opened_until, e.until, e.engagement_id in (select discharge.standing_engagements(e.body)),
               e.recorded_at, e.recorded_by, e.role, e.organisation, x.ended_at, x.ended_by, x.role, x.organisation, x.reason
          from discharge.engagements e
          left join discharge.engagement_ends x using (engagement_id)
        """;

    private const string One = $"{Columns} where e.engagement_id = $1 and ($2 is null or e.body = $2)";

    private const string Some = $"{Columns} where ($1 is null or e.body = $1) and ($2 is null or e.engagement_id < $2) and ($4 is null or e.organisations <@ $4) order by e.engagement_id desc limit $3";

    private const string Reveals =
        """
        select r.engagement_id, r.case_id, r.revealed_at, r.revealed_by, r.ground, k.person_id, k.wrapped, r.sealed, r.organisation
          from discharge.reveals r
          left join discharge.whose_cases c using (case_id)
          left join discharge.person_keys k using (person_id)
         where r.engagement_id = any ($1)
         order by r.revealed_at, r.case_id
        """;

    private const string For = "select array(select discharge.standing_engagements($1)), $2 is not null and discharge.is_revealed($2, $3, $1)";

    // Of several that the case is of, the one that stands longest.
    private const string Covering =
        """
        select e.engagement_id, e.until, k.person_id, k.wrapped
          from discharge.engagements e
          join discharge.whose_cases c on c.case_id = $2
          left join discharge.person_keys k using (person_id)
         where e.engagement_id in (select discharge.standing_engagements($1)) and discharge.is_of(e.engagement_id, $2)
         order by e.until desc, e.engagement_id limit 1
        """;

    private const string Insert =
        """
        insert into discharge.engagements (engagement_id, body, purpose, organisations, opened_from, opened_until, until, recorded_at, recorded_by, role, organisation)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    private const string InsertEnd = "insert into discharge.engagement_ends (engagement_id, ended_at, ended_by, role, organisation, reason) values (?, ?, ?, ?, ?, ?) on conflict do nothing";

    private const string InsertReveal =
        """
        insert into discharge.reveals (case_id, engagement_id, revealed_by, organisation, role, revealed_at, ground, sealed) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """;

    /// <summary>What an auditor is engaged for.</summary>
    /// <param name="auditor">The auditor.</param>
    /// <param name="subject">The one case or person they ask for, where they ask for one.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<Engaged> ForAsync(Actor auditor, Guid? subject, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(auditor);
        return Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                await using var ask = database.CreateCommand(For);
                ask.Parameters.Add(new() { Value = auditor.Organisation.Value });
                ask.Parameters.Add(new() { Value = (object?)subject ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
                ask.Parameters.Add(new() { Value = auditor.Id });
                await using var row = await ask.ExecuteReaderAsync(stop);
                await row.ReadAsync(stop);
                return new Engaged(row.GetFieldValue<Guid[]>(0), row.GetBoolean(1));
            },
            cancellation).AsTask();
    }

    /// <summary>A page of the engagements, the last recorded first.</summary>
    /// <param name="body">Only those of this body; null for all.</param>
    /// <param name="keeper">Only those of organisations that all are among these; null for all.</param>
    /// <param name="after">Only those before this one.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<EngagementList> PageAsync(OdsCode? body, Reach? keeper, Guid? after, int limit, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            await using var connection = await database.OpenConnectionAsync(stop);
            await using var select = new NpgsqlCommand(Some, connection);
            select.Parameters.Add(new() { Value = (object?)body?.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            select.Parameters.Add(new() { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
            // One more than asked for says whether there is another page.
            select.Parameters.Add(new() { Value = limit + 1 });
            select.Parameters.Add(new() { Value = (object?)keeper?.Organisations ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
            var engagements = await ReadAsync(select, connection, stop);
            return engagements.Count > limit ? new EngagementList([.. engagements.Take(limit)], engagements[limit - 1].Id) : new EngagementList(engagements);
        },
        cancellation).AsTask();

    /// <summary>Records an engagement.</summary>
    public Task<Outcome> RecordAsync(EngagementScope scope, Sent sent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(sent);
        return DoAsync(sent, (_, now) => Task.FromResult<(Outcome, Statement[])>(Recorded(Engagement.New(Guid.CreateVersion7(now.ToDateTimeOffset()), scope, now, sent.By))), cancellation);
    }

    /// <summary>Ends an engagement before its time; one that was ended already stays so. One of an organisation that the sender does not work for is not there.</summary>
    public Task<Outcome> EndAsync(Guid id, string reason, Sent sent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return DoAsync(
            sent,
            async (connection, now) =>
            {
                await using var ask = new NpgsqlCommand(One, connection) { Parameters = { new() { Value = id }, new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text } } };
                return await ReadAsync(ask, connection, cancellation) switch
                {
                    [var one] when !sent.Reach.IsOfAll(one.Organisations) => (new Outcome.NotFound(), []),
                    [] => (new Outcome.NotFound(), []),
                    [{ Ended: not null } ended] => (Answered(ended, version: 2), []),
                    [var standing, ..] => (
                        Answered(standing.EndedBy(new(now, sent.By.Id, sent.By.Role, sent.By.Organisation, reason)), version: 2),
                        [new Statement(InsertEnd, id, now.ToDateTimeOffset(), sent.By.Id, sent.By.Role, sent.By.Organisation.Value, reason)]),
                };
            },
            cancellation);
    }

    /// <summary>Names to the sender, an auditor, whom a case is about, from now on and while the engagement stands that the case is of. Of a case of none there is nothing.</summary>
    public Task<Outcome> RevealAsync(Guid caseId, string ground, string reason, Sent sent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sent);
        return DoAsync(
            sent,
            async (connection, now) =>
            {
                await using var ask = new NpgsqlCommand(Covering, connection) { Parameters = { new() { Value = sent.By.Organisation.Value }, new() { Value = caseId } } };
                await using var row = await ask.ExecuteReaderAsync(cancellation);
                if (!await row.ReadAsync(cancellation))
                {
                    return (new Outcome.NotFound(), []);
                }

                var key = row.IsDBNull(2) ? null : seals.Open(row.GetGuid(2), row.GetFieldValue<byte[]>(3));
                var reveal = new Reveal(caseId, row.GetGuid(0), Instant.FromDateTimeUtc(row.GetDateTime(1)));
                return (
                    Answered(reveal, version: 1),
                    [new Statement(InsertReveal, caseId, reveal.Engagement, sent.By.Id, sent.By.Organisation.Value, sent.By.Role, now.ToDateTimeOffset(), ground, OrNull(key?.Seal(PersonKey.Reveal(caseId, reveal.Engagement, sent.By.Id, sent.By.Organisation.Value), reason, Commitment.Salt())))]);
            },
            cancellation);
    }

    private static (Outcome Outcome, Statement[] Statements) Recorded(Engagement engagement) => (
        Answered(engagement, version: 1) with { Status = 201 },
        [
            new Statement(
                Insert, engagement.Id, engagement.Body.Value, engagement.Purpose, engagement.Organisations.Select(code => code.Value).ToArray<string?>(), OrNull(engagement.OpenedFrom?.ToDateOnly()),
                OrNull(engagement.OpenedUntil?.ToDateOnly()), engagement.Until.ToDateTimeOffset(), engagement.RecordedAt.ToDateTimeOffset(), engagement.By, engagement.Role, engagement.Organisation.Value),
        ]);

    private static Outcome.Answered Answered<T>(T answer, long version) => new(Status: 200, version, JsonSerializer.Serialize(answer, PublicJson.Options));

    private Task<Outcome> DoAsync(Sent sent, Func<NpgsqlConnection, Instant, Task<(Outcome Outcome, Statement[] Statements)>> decide, CancellationToken cancellation) => Once.DoAsync(
        database,
        sent,
        async (connection, stop) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(stop);
            if (await KeptAnswers.ClaimAsync(connection, sent.Key, stop) is { } kept)
            {
                return kept;
            }

            var now = time.GetUtcNow().ToInstant();
            var (outcome, statements) = await decide(connection, now);
            if (outcome is not Outcome.Answered answer)
            {
                return outcome;
            }

            await using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
            return await Once.CommitAsync(session, statements, sent.Key, answer, now, stop);
        },
        cancellation);

    private string? ReasonIn(NpgsqlDataReader row) => row.IsDBNull(5) || row.IsDBNull(7)
        ? null
        : seals.Open(row.GetGuid(5), row.GetFieldValue<byte[]>(6))!.Open(PersonKey.Reveal(row.GetGuid(1), row.GetGuid(0), row.GetString(3), row.GetString(8)), row.GetFieldValue<byte[]>(7)).AsText;

    private async Task<IReadOnlyList<Engagement>> ReadAsync(NpgsqlCommand select, NpgsqlConnection connection, CancellationToken cancellation)
    {
        var engagements = new List<Engagement>();
        await using (var rows = await select.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                engagements.Add(Read(rows));
            }
        }

        var reveals = new List<(Guid Engagement, Revealed Reveal)>();
        await using var ask = new NpgsqlCommand(Reveals, connection) { Parameters = { new() { Value = engagements.Select(engagement => engagement.Id).ToArray() } } };
        await using var revealed = await ask.ExecuteReaderAsync(cancellation);
        while (await revealed.ReadAsync(cancellation))
        {
            reveals.Add((revealed.GetGuid(0), new(revealed.GetGuid(1), At(revealed, 2), revealed.GetString(3), revealed.GetString(4), ReasonIn(revealed))));
        }

        var under = reveals.ToLookup(one => one.Engagement, one => one.Reveal);
        return [.. engagements.Select(engagement => engagement with { Reveals = [.. under[engagement.Id]] })];
    }

    private static Engagement Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        OdsCode.Parse(row.GetString(1)),
        row.GetString(2),
        [.. row.GetFieldValue<string[]>(3).Select(OdsCode.Parse)],
        Date(row, 4),
        Date(row, 5),
        At(row, 6),
        row.GetBoolean(7),
        At(row, 8),
        row.GetString(9),
        row.GetString(10),
        OdsCode.Parse(row.GetString(11)),
        [],
        row.IsDBNull(12) ? null : new EngagementEnd(At(row, 12), row.GetString(13), row.GetString(14), OdsCode.Parse(row.GetString(15)), row.GetString(16)));

    private static Instant At(NpgsqlDataReader row, int column) => Instant.FromDateTimeUtc(row.GetDateTime(column));

    private static LocalDate? Date(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(column));

    private static object OrNull(object? value) => value ?? DBNull.Value;
}
