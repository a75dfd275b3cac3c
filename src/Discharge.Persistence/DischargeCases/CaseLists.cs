using System.Buffers;
using System.Text;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence.Access;
using NodaTime;
using NpgsqlTypes;

namespace Discharge.Persistence.DischargeCases;

/// <summary>What a list of cases is narrowed to; what is null narrows nothing.</summary>
/// <param name="Site">One hospital site.</param>
/// <param name="Ward">One ward.</param>
/// <param name="Hub">One care transfer hub.</param>
/// <param name="Pathway">One pathway.</param>
/// <param name="Phase">One phase; without it, cases that are open.</param>
/// <param name="Whose">Cases of which somebody is the case manager, or which they opened.</param>
/// <param name="DueBefore">Cases in which something is due before this.</param>
/// <param name="After">Cases after this one, in the list's order.</param>
/// <param name="Limit">How many at the most.</param>
public sealed record CaseFilter(
    OdsCode? Site, string? Ward, OdsCode? Hub, Pathway? Pathway, DischargePhase? Phase, string? Whose, Instant? DueBefore, Guid? After, int Limit);

/// <summary>Lists cases, a page at a time, in the order they were opened.</summary>
public sealed class CaseLists(ShownCases cases)
{
    private static readonly string Page =
        $"""
        {ShownCases.Select("board_row")}
         where ($1 is null or c.site = $1)
           and ($2 is null or lower(c.ward) = lower($2))
           and ($3 is null or c.hub = $3)
           and ($4 is null or c.pathway = $4)
           and case when $5 is null then c.open else c.phase = $5 end
           and ($6 is null or c.opened_by = $6 or c.case_manager = $6)
           and ($7 is null or c.falls_due < $7)
           and ($8 is null or c.case_id > $8)
           and {Reach.Holds("c.case_id", first: 10)}
         order by c.case_id
         limit $9
        """;

    /// <summary>One page, as JSON, and the id to go on from where there is more.</summary>
    public async Task<(ReadOnlyMemory<byte> Json, Guid? Next)> PageAsync(CaseFilter filter, Reach reach, CancellationToken cancellation)
    {
        await using var select = cases.Asking(Page);
        object?[] values =
        [
            filter.Site?.Value, filter.Ward, filter.Hub?.Value, filter.Pathway is { } pathway ? PublicJson.Spell(pathway) : null,
            filter.Phase is { } phase ? PublicJson.Spell(phase) : null, filter.Whose,
        ];
        foreach (var value in values)
        {
            select.Parameters.Add(new() { Value = value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        }

        select.Parameters.Add(new() { Value = (object?)filter.DueBefore?.ToDateTimeUtc() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        select.Parameters.Add(new() { Value = (object?)filter.After ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        // One more than asked for says whether there is another page.
        select.Parameters.Add(new() { Value = filter.Limit + 1 });
        reach.AddTo(select.Parameters);
        var rows = await cases.ReadAsync(select, DischargeCaseScreens.RenderRow, cancellation);
        var next = rows.Count > filter.Limit ? rows[filter.Limit - 1].Id : (Guid?)null;
        var page = new ArrayBufferWriter<byte>();
        page.Write("{\"cases\":["u8);
        for (var index = 0; index < Math.Min(rows.Count, filter.Limit); index++)
        {
            page.Write(index == 0 ? ""u8 : ","u8);
            rows[index].WriteTo(page);
        }

        page.Write(next is null ? "]}"u8 : Encoding.UTF8.GetBytes($"],\"next\":\"{next}\"}}"));
        return (page.WrittenMemory, next);
    }
}
