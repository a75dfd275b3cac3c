using System.Buffers;
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
    // Longer than what most people have in front.
    private const int Front = 512;

    /// <summary>Selects the words that the board shows of a case called c, where it shows any. Whether there are words at all is asked first, because looking into the row means unpacking it.</summary>
    internal const string WordsOnBoard =
        """
        case when exists (select from discharge.notes n where n.case_id = c.case_id) and c.board_row like '%"hash":%'
             then (select jsonb_object_agg(n.note_id, n.words)::text from discharge.notes n where n.case_id = c.case_id) end
        """;

    private static readonly string One =
        $"""
        select c.case_id, c.body, c.changes_at, c.version, p.details, c.admitted_on, c.ready_on, c.gone_on,
               (select jsonb_object_agg(n.note_id, n.words)::text from discharge.notes n where n.case_id = c.case_id),
               {OtherRecords.SelectLinked}, {OtherRecords.SelectTwoOpenCases}, {OtherRecords.SelectMayBeOnePerson}, {OtherRecords.SelectEarlier}
          from discharge.discharge_cases c
          left join discharge.people p using (person_id)
          {OtherRecords.JoinEarlier}
         where c.case_id = $1
        """;

    private static readonly string OnWard =
        $"""
        select c.case_id, c.board_row, c.changes_at, c.version, p.details, c.admitted_on, c.ready_on, c.gone_on, {WordsOnBoard},
               null::uuid[], {OtherRecords.SelectTwoOpenCases}, {OtherRecords.SelectMayBeOnePerson}, {OtherRecords.SelectEarlier}
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
        if (await ReadAsync(select, view => JsonSerializer.Serialize(view, PublicJson.Options), cancellation) is not [var row])
        {
            return null;
        }

        var shown = new ArrayBufferWriter<byte>(row.Json.Length + Front);
        row.WriteTo(shown);
        return new Shown(shown.WrittenMemory, row.Version);
    }

    /// <summary>A ward as it stands now: a row for each person with an open case, the open clock due first on top.</summary>
    public async Task<Shown> WardBoardAsync(OdsCode site, string ward, CancellationToken cancellation)
    {
        await using var select = database.CreateCommand(OnWard);
        select.Parameters.Add(new() { Value = site.Value });
        select.Parameters.Add(new() { Value = ward });
        var rows = await ReadAsync(select, view => JsonSerializer.Serialize(WardBoardRow.Of(view), PublicJson.Options), cancellation);
        var board = new ArrayBufferWriter<byte>(Front + rows.Sum(row => row.Json.Length + Front));
        board.Write(Encoding.UTF8.GetBytes($"{{\"site\":{JsonSerializer.Serialize(site.Value)},\"ward\":{JsonSerializer.Serialize(ward)},\"people\":["));
        for (var index = 0; index < rows.Count; index++)
        {
            board.Write(index == 0 ? ""u8 : ","u8);
            rows[index].WriteTo(board);
        }

        board.Write("]}"u8);
        return new Shown(board.WrittenMemory, rows.Sum(row => row.Version));
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
                    read.Add(new(
                        reader.GetGuid(0), reader.GetFieldValue<byte[]>(1), changesAt, reader.GetInt64(3), BytesAt(reader, 4), dates, TextAt(reader, 8), OtherRecords.Read(reader, 9)));
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
            rows[index] = row with { Json = row.Others.JoinedTo(json), Days = DaysOfStay.Of(row.Dates, today) };
        }

        return rows;
    }

    private async Task<byte[]> RenderAsync(Guid id, Instant now, Func<DischargeCaseView, string> render, CancellationToken cancellation)
    {
        var record = await histories.ReadAllAsync(id, cancellation) ?? throw new InvalidOperationException($"Case {id} has a row and no history.");
        return Encoding.UTF8.GetBytes(record.Words.JoinedTo(render(DischargeCaseType.ViewOf(CaseNow.Of(DischargeCaseType.Instance, book, id, record.History, now)))));
    }

    /// <summary>
    /// Writes a view with the person it is about in front, as their details are kept; of somebody whose record was erased the case stays, without them. What grows at midnight is counted
    /// as it is read. All are whole JSON objects.
    /// </summary>
    internal static void WriteWithPerson(IBufferWriter<byte> to, ReadOnlySpan<byte> json, ReadOnlySpan<byte> details, DaysOfStay days)
    {
        if (!details.IsEmpty)
        {
            to.Write("{\"person\":"u8);
            to.Write(details);
        }

        to.Write(details.IsEmpty ? "{\"days\":"u8 : ",\"days\":"u8);
        to.Write(JsonSerializer.SerializeToUtf8Bytes(days, PublicJson.Options));
        to.Write(","u8);
        to.Write(json[1..]);
    }

    internal static byte[]? BytesAt(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    internal static string? TextAt(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    internal static LocalDate? DateAt(NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : LocalDate.FromDateOnly(reader.GetFieldValue<DateOnly>(column));

    private sealed record Row(Guid Id, byte[] Json, Instant? ChangesAt, long Version, byte[]? Details, HospitalStay Dates, string? Words, OtherRecords Others)
    {
        public DaysOfStay Days { get; init; } = new(LengthOfStay: null, SinceReady: null);

        public void WriteTo(IBufferWriter<byte> to) => WriteWithPerson(to, Json, Details, Days);
    }
}

/// <summary>What a screen is given: JSON, and the version of what it shows.</summary>
/// <param name="Json">The answer, in UTF-8.</param>
/// <param name="Version">The version of the case, or the sum of the versions on a board.</param>
public sealed record Shown(ReadOnlyMemory<byte> Json, long Version)
{
    /// <summary>What a screen is given, from JSON as text.</summary>
    public Shown(string json, long version)
        : this(Encoding.UTF8.GetBytes(json), version)
    {
    }
}
