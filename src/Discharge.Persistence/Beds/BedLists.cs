using System.Text.Json;
using System.Text.Json.Nodes;
using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.DischargeCases;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;
using NpgsqlTypes;

namespace Discharge.Persistence.Beds;

/// <summary>What a list of places is narrowed to; what is null narrows nothing.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="Status">How they stand now.</param>
/// <param name="Provider">One provider.</param>
/// <param name="Area">One local authority.</param>
/// <param name="Features">What they can serve, all of it.</param>
/// <param name="Funder">Whose money they may be paid with.</param>
/// <param name="AtMost">What they cost a week at the most, in pence.</param>
/// <param name="FreeFrom">The day from which they are free, or an earlier one.</param>
/// <param name="FreeTo">The day up to which nobody else has been promised them.</param>
/// <param name="ConfirmedSince">Since when the provider has said something.</param>
/// <param name="After">Places after this one, in the list's order.</param>
/// <param name="Limit">How many at the most.</param>
public sealed record BedFilter(
    PlaceKind? Kind, BedStatus? Status, OdsCode? Provider, OdsCode? Area, BedFeature[] Features, Funder? Funder, int? AtMost, LocalDate? FreeFrom, LocalDate? FreeTo, Instant? ConfirmedSince, Guid? After, int Limit);

/// <summary>Reads what screens show of places: the rows as commands left them, worked out anew where a reservation has lapsed since.</summary>
public sealed class BedLists(NpgsqlDataSource database, CaseHistories histories, TimeProvider time)
{
    private static readonly string One = $"select bed_id, body, changes_at, version, case_id is null or {Reach.Holds("case_id", first: 2)} from discharge.beds where bed_id = $1";

    // A place registered in error has closed set, so that it is never shown as free once a reservation of it has lapsed.
    private static readonly string Page =
        $"""
        select bed_id, body, changes_at, version, case_id is null or {Reach.Holds("case_id", first: 15)}
          from (select *,
                       case when status not in ('reserved', 'taken-elsewhere', 'free') or status = 'reserved' and reserved_until > $1 then status
                            when closed then 'closed'
                            when said_free is false and (free_from is null or free_from > $14) or free_to < $14 then 'taken-elsewhere'
                            else 'free' end as stands
                  from discharge.beds) beds
         where ($2 is null or kind = $2)
           and ($3 is null and stands <> 'registered-in-error' or stands = $3)
           and ($4 is null or provider = $4)
           and ($5 is null or area = $5)
           and features @> $6
           and ($7 is null or $7 = any (funders))
           and ($8 is null or weekly_cost <= $8)
           and ($9 is null or free_from <= $9 and (stands = 'free' or free_from >= $14) and (free_to is null or free_to >= $9))
           and ($10 is null or free_to is null or free_to >= $10)
           and ($11 is null or said_at >= $11)
           and ($12 is null or bed_id > $12)
         order by bed_id
         limit $13
        """;

    /// <summary>One place as it stands now, as JSON; null where there is none. It names the case of whoever has it where that is within reach.</summary>
    public async Task<Shown?> OneAsync(Guid bed, Reach reach, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(One);
        select.Parameters.Add(new() { Value = bed });
        reach.AddTo(select.Parameters);
        return await ReadAsync(select, reach, cancellation) is [var row] ? new Shown(row.Json, row.Version) : null;
    }

    /// <summary>One page, as JSON, and the id to go on from where there is more. Each place names the case of whoever has it where that is within reach.</summary>
    public async Task<(ReadOnlyMemory<byte> Json, Guid? Next)> PageAsync(BedFilter filter, Reach reach, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(Page);
        Add(NpgsqlDbType.TimestampTz, time.GetUtcNow().UtcDateTime);
        Add(NpgsqlDbType.Text, filter.Kind is { } kind ? PublicJson.Spell(kind) : null);
        Add(NpgsqlDbType.Text, filter.Status is { } status ? PublicJson.Spell(status) : null);
        Add(NpgsqlDbType.Text, filter.Provider?.Value);
        Add(NpgsqlDbType.Text, filter.Area?.Value);
        Add(NpgsqlDbType.Array | NpgsqlDbType.Text, filter.Features.Select(PublicJson.Spell).ToArray());
        Add(NpgsqlDbType.Text, filter.Funder is { } funder ? PublicJson.Spell(funder) : null);
        Add(NpgsqlDbType.Integer, filter.AtMost);
        Add(NpgsqlDbType.Date, filter.FreeFrom?.ToDateOnly());
        Add(NpgsqlDbType.Date, filter.FreeTo?.ToDateOnly());
        Add(NpgsqlDbType.TimestampTz, filter.ConfirmedSince?.ToDateTimeUtc());
        Add(NpgsqlDbType.Uuid, filter.After);
        // One more than asked for says whether there is another page.
        Add(NpgsqlDbType.Integer, filter.Limit + 1);
        Add(NpgsqlDbType.Date, LocalCalendar.DateOf(time.GetUtcNow().ToInstant()).ToDateOnly());
        reach.AddTo(select.Parameters);
        var rows = await ReadAsync(select, reach, cancellation);
        var next = rows.Count > filter.Limit ? rows[filter.Limit - 1].Id : (Guid?)null;
        var page = new JsonObject { ["beds"] = new JsonArray([.. rows.Take(filter.Limit).Select(row => JsonNode.Parse(row.Json))]) };
        if (next is { } after)
        {
            page["next"] = after;
        }

        return (JsonSerializer.SerializeToUtf8Bytes(page, PublicJson.Options), next);

        void Add(NpgsqlDbType type, object? value) => select.Parameters.Add(new() { NpgsqlDbType = type, Value = value ?? DBNull.Value });
    }

    private async Task<List<(Guid Id, byte[] Json, long Version)>> ReadAsync(NpgsqlCommand select, Reach reach, CancellationToken cancellation)
    {
        var rows = await Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                var read = new List<(Guid Id, byte[] Json, Instant? ChangesAt, long Version, bool NamesCase)>();
                await using var reader = await select.ExecuteReaderAsync(stop);
                while (await reader.ReadAsync(stop))
                {
                    read.Add((reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), reader.IsDBNull(2) ? (Instant?)null : Instant.FromDateTimeUtc(reader.GetDateTime(2)), reader.GetInt64(3), reader.GetBoolean(4)));
                }

                return read;
            },
            cancellation);
        var now = time.GetUtcNow().ToInstant();
        Guid[] due = [.. rows.Where(row => row.ChangesAt <= now).Select(row => row.Id)];
        var (turned, named) = due is [] ? ([], NamedCases.All) : await histories.ReadAsync(due, reach, cancellation);
        return
        [
            .. rows.Select(row => turned.TryGetValue(row.Id, out var history)
                ? (row.Id, JsonSerializer.SerializeToUtf8Bytes(Naming(BedType.ViewOf(row.Id, history, now), named), PublicJson.Options), row.Version)
                : (row.Id, row.NamesCase ? row.Json : WithoutCase(row.Json), row.Version)),
        ];
    }

    private static BedView Naming(BedView view, NamedCases named) => view.Case is { } @case && !named.Include(@case) ? view with { Case = null } : view;

    private static byte[] WithoutCase(byte[] json)
    {
        var view = JsonNode.Parse(json)!.AsObject();
        view.Remove("case");
        return JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options);
    }
}
