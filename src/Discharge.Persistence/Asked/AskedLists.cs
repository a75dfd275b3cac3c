using Discharge.Domain.Asked;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Asked;

/// <summary>Lists what is asked of organisations, from the rows that each command leaves behind it. Of a case nothing else is read, and of a person nothing once it ended.</summary>
public sealed class AskedLists(NpgsqlDataSource database, PersonSeals seals, TimeProvider time)
{
    /// <summary>For how long what ended is still listed. A proposal of this service: long enough to see what became of it, and no source sets it.</summary>
    public static readonly Duration ListedAfterItsEnd = Duration.FromDays(30);

    private static readonly string Page =
        $"""
        with asked as (
            select *, true as is_open from discharge.asked where ($1 is null or organisation = any ($1)) and open and (ends_at is null or ends_at > $2)
             union all
            select *, false from discharge.asked where $3 and ($1 is null or organisation = any ($1)) and ends_at > $4 and not (open and ends_at > $2))
        select a.case_id, a.entry, a.organisation, a.what, a.which, a.asked_at, a.asked_by, a.due, a.stands, a.ends_at, a.is_open, {KeptPerson.Columns}
          from asked a
          left join discharge.whose_cases c on c.case_id = a.case_id and a.is_open
          left join (discharge.people p {KeptPerson.JoinKey}) on p.person_id = c.person_id
         where $5 is null or (not a.is_open, a.asked_at, a.case_id, a.entry) > ($5, $6, $7, $8)
         order by not a.is_open, a.asked_at, a.case_id, a.entry
         limit $9
        """;

    /// <summary>One page, and the place to go on from where there is more.</summary>
    /// <param name="reach">Whose organisations it is asked of.</param>
    /// <param name="ended">Whether what ended of late is listed, too.</param>
    /// <param name="after">The place to go on after.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AskedList> PageAsync(Reach reach, bool ended, AskedPlace? after, int limit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reach);
        var now = time.GetUtcNow().ToInstant();
        var rows = await Resilience.Reads.ExecuteAsync(async stop => await RowsAsync(reach, ended, after, limit, now, stop), cancellation);
        return new(
            [.. rows.Take(limit)],
            rows.Count > limit && rows[limit - 1] is var last ? new AskedPlace(last.EndedAt is null, last.AskedAt, last.Case, last.Entry).ToString() : null);
    }

    private async Task<List<AskedView>> RowsAsync(Reach reach, bool ended, AskedPlace? after, int limit, Instant now, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(Page);
        select.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, Value = (object?)reach.Organisations ?? DBNull.Value });
        select.Parameters.Add(new() { Value = now.ToDateTimeUtc() });
        select.Parameters.Add(new() { Value = ended });
        select.Parameters.Add(new() { Value = (now - ListedAfterItsEnd).ToDateTimeUtc() });
        Add(NpgsqlDbType.Boolean, !after?.IsOpen);
        Add(NpgsqlDbType.TimestampTz, after?.At.ToDateTimeUtc());
        Add(NpgsqlDbType.Uuid, after?.Case);
        Add(NpgsqlDbType.Bigint, after?.Entry);
        // One more than asked for says whether there is another page.
        select.Parameters.Add(new() { Value = limit + 1 });
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var list = new List<AskedView>();
        while (await rows.ReadAsync(cancellation))
        {
            list.Add(Read(rows));
        }

        return list;

        void Add(NpgsqlDbType type, object? value) => select.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
    }

    private AskedView Read(NpgsqlDataReader row)
    {
        var (stands, endsAt, isOpen) = (PublicJson.Read<AskedStanding>(row.GetString(8)), MomentIn(row, 9), row.GetBoolean(10));
        return new(
            row.GetGuid(0),
            row.GetInt64(1),
            OdsCode.Parse(row.GetString(2)),
            PublicJson.Read<AskedFor>(row.GetString(3)),
            row.IsDBNull(4) ? null : row.GetString(4),
            Instant.FromDateTimeUtc(row.GetDateTime(5)),
            OdsCode.Parse(row.GetString(6)),
            stands.Being(isOpen),
            MomentIn(row, 7),
            isOpen ? endsAt : null,
            isOpen ? null : endsAt,
            isOpen && PersonDetails.Read(row, 11, seals) is { } details ? AskedPerson.Of(details) : null);
    }

    private static Instant? MomentIn(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Instant.FromDateTimeUtc(row.GetDateTime(column));
}
