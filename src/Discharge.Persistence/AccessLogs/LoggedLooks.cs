using Discharge.Domain.People;
using Discharge.Persistence.Access;
using NodaTime;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.AccessLogs;

/// <summary>What the access log is searched for; what is null narrows nothing.</summary>
/// <param name="Person">Looks at this person: at their record, a record linked with it, or any of their cases.</param>
/// <param name="Case">Looks at this case or place.</param>
/// <param name="Actor">Looks of this person, by the subject of their tokens.</param>
/// <param name="Outcome">Looks of which this came.</param>
/// <param name="From">Looks at this moment or later.</param>
/// <param name="To">Looks before this moment.</param>
/// <param name="After">Looks after this one in the list's order, which are older.</param>
/// <param name="Limit">How many at the most.</param>
/// <param name="Reach">Whose looks the reader may know of: those of organisations they work for, and those that touched a person or case within their reach.</param>
public sealed record LookFilter(PersonRef? Person, Guid? Case, string? Actor, LookOutcome? Outcome, Instant? From, Instant? To, Guid? After, int Limit, Reach Reach);

/// <summary>Reads the access log.</summary>
public sealed class LoggedLooks(NpgsqlDataSource database)
{
    // The person $1, the records linked with theirs, and the cases of any of these.
    private const string Touching =
        """
        with records as (
            select $1 as id where $1 is not null
             union all
            select other_id from discharge.linked_people where person_id = $1),
        touching as (
            select id from records
             union all select case_id from discharge.discharge_cases where person_id in (select id from records)
             union all select case_id from discharge.reablement_cases where person_id in (select id from records)
             union all select case_id from discharge.rehabilitation_cases where person_id in (select id from records))
        """;

    private const string Found =
        $"""
        {Touching}
        select look_id, at, actor, role, organisation, what, path, purpose, outcome, touched, from_address, request_id, correlation_id, kept_by_node
          from discharge.access_log
         where ($1 is null or touched && array(select id from touching))
           and ($2 is null or touched @> array[$2])
           and ($3 is null or actor = $3)
           and ($4 is null or outcome = $4)
           and ($5 is null or at >= $5)
           and ($6 is null or at < $6)
           and ($7 is null or look_id < $7)
           and ($9::text[] is null or organisation = any ($9) or discharge.touches_own(touched, $9))
         order by look_id desc
         limit $8
        """;

    private const string OfPerson =
        $"""
        {Touching}
        select look_id, at, role, organisation, what, purpose, outcome, array(select id from unnest(touched) with ordinality as t (id, place) where id in (select id from touching) order by place)
          from discharge.access_log
         where touched && array(select id from touching) and ($2 is null or look_id < $2)
         order by look_id desc
         limit $3
        """;

    /// <summary>The looks found, the newest first, and the one to go on from where there are more.</summary>
    public Task<LookList> FindAsync(LookFilter filter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                await using var select = database.CreateCommand(Found);
                Add(filter.Person?.Id, NpgsqlDbType.Uuid);
                Add(filter.Case, NpgsqlDbType.Uuid);
                Add(filter.Actor, NpgsqlDbType.Text);
                Add(filter.Outcome is { } outcome ? PublicJson.Spell(outcome) : null, NpgsqlDbType.Text);
                Add(filter.From?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz);
                Add(filter.To?.ToDateTimeUtc(), NpgsqlDbType.TimestampTz);
                Add(filter.After, NpgsqlDbType.Uuid);
                // One more than asked for says whether there is another page.
                Add(filter.Limit + 1, NpgsqlDbType.Integer);
                Add(filter.Reach.Organisations, NpgsqlDbType.Array | NpgsqlDbType.Text);
                var looks = new List<LoggedLook>();
                await using var rows = await select.ExecuteReaderAsync(stop);
                while (await rows.ReadAsync(stop))
                {
                    looks.Add(Read(rows));
                }

                return looks.Count > filter.Limit ? new LookList(looks[..filter.Limit], looks[filter.Limit - 1].Id) : new LookList(looks, Next: null);

                void Add(object? value, NpgsqlDbType type) => select.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = type });
            },
            cancellation).AsTask();
    }

    /// <summary>The looks at a person's record, for the person to have: the newest first, and the one to go on from where there are more.</summary>
    /// <param name="person">The person.</param>
    /// <param name="after">The looks after this one, which are older.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<PersonLooks> OfAsync(PersonRef person, Guid? after, int limit, CancellationToken cancellation) => Resilience.Reads.ExecuteAsync(
        async stop =>
        {
            // One more than asked for says whether there is another page.
            await using var select = database.CreateCommand(OfPerson);
            select.Parameters.Add(new() { Value = person.Id });
            select.Parameters.Add(new() { Value = (object?)after ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
            select.Parameters.Add(new() { Value = limit + 1 });
            var looks = new List<(Guid Id, PersonLook Look)>();
            await using var rows = await select.ExecuteReaderAsync(stop);
            while (await rows.ReadAsync(stop))
            {
                looks.Add((rows.GetGuid(0), new(
                    Instant.FromDateTimeUtc(rows.GetDateTime(1)),
                    rows.GetString(2),
                    OdsCode.Parse(rows.GetString(3)),
                    rows.GetString(4),
                    rows.GetString(5),
                    rows.GetString(6),
                    rows.GetFieldValue<Guid[]>(7))));
            }

            return new PersonLooks(person.Id, [.. looks.Take(limit).Select(one => one.Look)], looks.Count > limit ? looks[limit - 1].Id : null);
        },
        cancellation).AsTask();

    private static LoggedLook Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        Instant.FromDateTimeUtc(row.GetDateTime(1)),
        row.GetString(2),
        row.GetString(3),
        OdsCode.Parse(row.GetString(4)),
        row.GetString(5),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        row.GetFieldValue<Guid[]>(9),
        row.IsDBNull(10) ? null : row.GetString(10),
        row.GetString(11),
        row.GetString(12),
        row.GetBoolean(13));
}

/// <summary>Looks at what is on record.</summary>
/// <param name="Looks">The looks, the newest first.</param>
/// <param name="Next">The look to go on after, where there are more.</param>
public sealed record LookList(IReadOnlyList<LoggedLook> Looks, Guid? Next);

/// <summary>A look as it is in the access log.</summary>
/// <param name="Id">The look.</param>
/// <param name="At">When it was answered.</param>
/// <param name="By">Who looked, by the subject of their token.</param>
/// <param name="Role">The role they acted in.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="What">The operation, such as "read-case".</param>
/// <param name="Path">The method and the path as it was sent, without its query.</param>
/// <param name="Purpose">Why, as the role says: direct-care, audit, information-governance, records-management or administration.</param>
/// <param name="Outcome">What came of it: shown, unchanged, not-found or refused.</param>
/// <param name="Touched">Every case, person and place that the path or the answer named.</param>
/// <param name="From">The network address it came from, where it is known.</param>
/// <param name="RequestId">The request.</param>
/// <param name="CorrelationId">The conversation the request belongs to.</param>
/// <param name="KeptByNode">Whether it lay on the node's own disk first, because the log could not be written when it was answered.</param>
public sealed record LoggedLook(
    Guid Id,
    Instant At,
    string By,
    string Role,
    OdsCode Organisation,
    string What,
    string Path,
    string Purpose,
    string Outcome,
    IReadOnlyList<Guid> Touched,
    string? From,
    string RequestId,
    string CorrelationId,
    bool KeptByNode);

/// <summary>Who looked at one person's record, fit to be handed to them: nothing in it is of anybody else.</summary>
/// <param name="PersonRef">The person.</param>
/// <param name="Looks">The looks at any record or case of theirs, the newest first.</param>
/// <param name="Next">The look to go on after, where there are more.</param>
public sealed record PersonLooks(Guid PersonRef, IReadOnlyList<PersonLook> Looks, Guid? Next);

/// <summary>A look at a person's record as they are told of it: whoever looked is named by role and organisation alone.</summary>
/// <param name="At">When it was answered.</param>
/// <param name="Role">The role they acted in.</param>
/// <param name="Organisation">The organisation they acted for.</param>
/// <param name="What">The operation, such as "read-case".</param>
/// <param name="Purpose">Why, as the role says: direct-care, audit, information-governance, records-management or administration.</param>
/// <param name="Outcome">What came of it: shown, unchanged, not-found or refused.</param>
/// <param name="Touched">What it was at, of the person's own records and cases.</param>
public sealed record PersonLook(Instant At, string Role, OdsCode Organisation, string What, string Purpose, string Outcome, IReadOnlyList<Guid> Touched);
