using System.Globalization;
using System.Text;
using System.Text.Json;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.DischargeCases;

/// <summary>Reads what screens show of discharge cases: the rows as commands left them, with names and words joined, and worked out anew where a clock's moment has come since.</summary>
public sealed class DischargeCaseScreens(NpgsqlDataSource database, CaseHistories histories, RuleBook book, TimeProvider time)
{
    /// <summary>Selects the words that the board shows of a case called c, where it shows any.</summary>
    internal const string WordsOnBoard =
        """
        case when c.board_row like '%"hash":%' then (select jsonb_object_agg(n.note_id, n.words)::text from discharge.notes n where n.case_id = c.case_id) end
        """;

    private static readonly string One =
        $"""
        select c.case_id, c.body, c.changes_at, c.version, p.details, c.admitted_on, c.ready_on, c.gone_on,
               (select jsonb_object_agg(n.note_id, n.words)::text from discharge.notes n where n.case_id = c.case_id),
               {OtherRecords.SelectLinked}, {OtherRecords.SelectTwoOpenCases}, {OtherRecords.SelectEarlier}
          from discharge.discharge_cases c
          left join discharge.people p using (person_id)
          {OtherRecords.JoinEarlier}
         where c.case_id = $1
        """;

    private static readonly string OnWard =
        $"""
        select c.case_id, c.board_row, c.changes_at, c.version, p.details, c.admitted_on, c.ready_on, c.gone_on, {WordsOnBoard},
               null::uuid[], {OtherRecords.SelectTwoOpenCases}, {OtherRecords.SelectEarlier}
          from discharge.discharge_cases c
          left join discharge.people p using (person_id)
          {OtherRecords.JoinEarlier}
         where c.site = $1 and lower(c.ward) = lower($2) and c.open
         order by c.due_first nulls last, c.case_id
        """;

    /// <summary>One case as it stands now, as JSON; null where there is none.</summary>
    public async Task<Shown?> CaseAsync(Guid id, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(One);
        select.Parameters.Add(new() { Value = id });
        return await ReadAsync(select, view => JsonSerializer.Serialize(view, PublicJson.Options), cancellation) is [var row]
            ? new Shown(row.Json, row.Version)
            : null;
    }

    /// <summary>A ward as it stands now: a row for each person with an open case, the open clock due first on top.</summary>
    public async Task<Shown> WardBoardAsync(OdsCode site, string ward, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(OnWard);
        select.Parameters.Add(new() { Value = site.Value });
        select.Parameters.Add(new() { Value = ward });
        var rows = await ReadAsync(select, view => JsonSerializer.Serialize(WardBoardRow.Of(view), PublicJson.Options), cancellation);
        var board = new StringBuilder(capacity: 256 + rows.Sum(row => row.Json.Length + 1));
        board.Append(CultureInfo.InvariantCulture, $"{{\"site\":{JsonSerializer.Serialize(site.Value)},\"ward\":{JsonSerializer.Serialize(ward)},\"people\":[");
        board.AppendJoin(',', rows.Select(row => row.Json)).Append("]}");
        return new Shown(board.ToString(), rows.Sum(row => row.Version));
    }

    private async Task<List<Row>> ReadAsync(NpgsqlCommand select, Func<DischargeCaseView, string> render, CancellationToken cancellation)
    {
        var rows = await Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                var read = new List<Row>();
                await using var reader = await select.ExecuteReaderAsync(stop);
                while (await reader.ReadAsync(stop))
                {
                    var changesAt = reader.IsDBNull(2) ? (Instant?)null : Instant.FromDateTimeUtc(reader.GetDateTime(2));
                    var dates = new HospitalStay(DateAt(reader, 5), DateAt(reader, 6), DateAt(reader, 7));
                    read.Add(new(reader.GetGuid(0), reader.GetString(1), changesAt, reader.GetInt64(3), TextAt(reader, 4), dates, TextAt(reader, 8), OtherRecords.Read(reader, 9)));
                }

                return read;
            },
            cancellation);

        var now = time.GetUtcNow().ToInstant();
        var today = LocalCalendar.DateOf(now);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            var json = row.ChangesAt <= now ? await RenderAsync(row.Id, now, render, cancellation) : NoteWords.Read(row.Words).JoinedTo(row.Json);
            rows[index] = row with { Json = WithPerson(row.Others.JoinedTo(json), row.Details, DaysOfStay.Of(row.Dates, today)) };
        }

        return rows;
    }

    private async Task<string> RenderAsync(Guid id, Instant now, Func<DischargeCaseView, string> render, CancellationToken cancellation)
    {
        var record = await histories.ReadAllAsync(id, cancellation) ?? throw new InvalidOperationException($"Case {id} has a row and no history.");
        return record.Words.JoinedTo(render(DischargeCaseType.ViewOf(CaseNow.Of(DischargeCaseType.Instance, book, id, record.History, now))));
    }

    /// <summary>
    /// A view with the person it is about in front; of somebody whose record was erased the case stays, without them. What grows at midnight is counted
    /// as it is read. All are whole JSON objects.
    /// </summary>
    internal static string WithPerson(string json, string? details, DaysOfStay days)
    {
        var person = details is null ? string.Empty : $"\"person\":{JsonSerializer.Serialize(PersonDetails.FromJson(details), PublicJson.Options)},";
        return string.Concat($"{{{person}\"days\":{JsonSerializer.Serialize(days, PublicJson.Options)},", json.AsSpan(1));
    }

    internal static string? TextAt(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    internal static LocalDate? DateAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(column));

    private sealed record Row(Guid Id, string Json, Instant? ChangesAt, long Version, string? Details, HospitalStay Dates, string? Words, OtherRecords Others);
}

/// <summary>What a screen is given: JSON, and the version of what it shows.</summary>
/// <param name="Json">The answer.</param>
/// <param name="Version">The version of the case, or the sum of the versions on a board.</param>
public sealed record Shown(string Json, long Version);
