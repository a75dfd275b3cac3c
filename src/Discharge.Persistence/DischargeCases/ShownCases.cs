using System.Buffers;
using System.Text;
using System.Text.Json;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.DischargeCases;

/// <summary>
/// Reads what is shown of discharge cases: rows as they were written last, with names and words joined. A row that says that it looks different by now is worked out anew from the case's history,
/// all such rows of one answer in one more round trip.
/// </summary>
public sealed class ShownCases(NpgsqlDataSource database, CaseHistories histories, RuleBook book, TimeProvider time)
{
    /// <summary>Selects, of a case called c, what <see cref="ReadAsync"/> reads.</summary>
    /// <param name="json">The column with what is shown.</param>
    /// <param name="words">Selects the words of its notes.</param>
    /// <param name="linked">Selects the linked records, where they are shown.</param>
    internal static string Select(string json, string words, string linked) =>
        $"""
        select c.case_id, c.{json}, c.changes_at, c.version, p.details, c.admitted_on, c.ready_on, c.gone_on, {words},
               {linked}, {OtherRecords.SelectTwoOpenCases}, {OtherRecords.SelectMayBeOnePerson}, {OtherRecords.SelectEarlier}
          from discharge.discharge_cases c
          left join discharge.people p using (person_id)
          {OtherRecords.JoinEarlier}
        """;

    /// <summary>A statement that begins with <see cref="Select"/>.</summary>
    internal NpgsqlCommand Asking(string sql) => database.CreateCommand(sql);

    /// <summary>Reads the rows of such a statement, in its order.</summary>
    /// <param name="select">The statement.</param>
    /// <param name="render">Renders what it reads of a case that looks different by now.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UnreadableEventException">The one case that was asked for looks different by now, and an entry of it cannot be read. One of several is shown as it was.</exception>
    internal async Task<List<ShownCase>> ReadAsync(NpgsqlCommand select, Func<DischargeCaseView, string> render, CancellationToken cancellation)
    {
        var rows = await Resilience.Reads.ExecuteAsync(
            async stop =>
            {
                var read = new List<ShownCase>();
                await using var reader = await select.ExecuteReaderAsync(stop);
                while (await reader.ReadAsync(stop))
                {
                    read.Add(ShownCase.Read(reader));
                }

                return read;
            },
            cancellation);

        var now = time.GetUtcNow().ToInstant();
        await RenewAsync(rows, now, render, cancellation);
        var today = LocalCalendar.DateOf(now);
        for (var index = 0; index < rows.Count; index++)
        {
            rows[index] = rows[index].Joined(today);
        }

        return rows;
    }

    private async Task RenewAsync(List<ShownCase> rows, Instant now, Func<DischargeCaseView, string> render, CancellationToken cancellation)
    {
        var turned = rows.Where(row => row.ChangesAt <= now).Select(row => row.Id).ToArray();
        if (turned is [])
        {
            return;
        }

        var read = await histories.ReadWithWordsAsync(turned, cancellation);
        if (rows is [var only] && read.Count == 0)
        {
            // Says which entry it is.
            await histories.ReadAsync(only.Id, cancellation);
        }

        for (var index = 0; index < rows.Count; index++)
        {
            if (read.TryGetValue(rows[index].Id, out var record))
            {
                var view = DischargeCaseType.ViewOf(CaseNow.Of(DischargeCaseType.Instance, book, rows[index].Id, record.History, now));
                rows[index] = rows[index] with { Json = Encoding.UTF8.GetBytes(render(view)), Words = record.Words, Version = view.Version };
            }
        }
    }
}

/// <summary>One case as it is shown.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The version of what is shown.</param>
/// <param name="Json">What is shown of it.</param>
/// <param name="ChangesAt">From when on it looks different although nothing is recorded; null where it never does.</param>
/// <param name="Details">The person's details, where they are kept.</param>
/// <param name="Dates">The dates its lengths are counted from.</param>
/// <param name="Words">The words of its notes.</param>
/// <param name="Others">What else is on record of the person.</param>
internal sealed record ShownCase(Guid Id, long Version, byte[] Json, Instant? ChangesAt, byte[]? Details, HospitalStay Dates, NoteWords Words, OtherRecords Others)
{
    private DaysOfStay Days { get; init; } = new(LengthOfStay: null, SinceReady: null);

    /// <summary>The case in the reader's current row.</summary>
    public static ShownCase Read(NpgsqlDataReader row) => new(
        row.GetGuid(0),
        row.GetInt64(3),
        row.GetFieldValue<byte[]>(1),
        row.IsDBNull(2) ? null : Instant.FromDateTimeUtc(row.GetDateTime(2)),
        row.IsDBNull(4) ? null : row.GetFieldValue<byte[]>(4),
        new HospitalStay(DateAt(row, 5), DateAt(row, 6), DateAt(row, 7)),
        NoteWords.Read(row.IsDBNull(8) ? null : row.GetString(8)),
        OtherRecords.Read(row, 9));

    /// <summary>The same with the words of its notes and what else is on record of the person in it, and its days counted.</summary>
    public ShownCase Joined(LocalDate today) => this with { Json = Others.JoinedTo(Words.JoinedTo(Json)), Days = DaysOfStay.Of(Dates, today) };

    /// <summary>
    /// Writes it with the person it is about in front, as their details are kept; of somebody whose record was erased the case stays, without them. What grows at midnight is counted
    /// as it is read. All are whole JSON objects.
    /// </summary>
    public void WriteTo(IBufferWriter<byte> to)
    {
        if (Details is not null)
        {
            to.Write("{\"person\":"u8);
            to.Write(Details);
        }

        to.Write(Details is null ? "{\"days\":"u8 : ",\"days\":"u8);
        to.Write(JsonSerializer.SerializeToUtf8Bytes(Days, PublicJson.Options));
        to.Write(","u8);
        to.Write(Json.AsSpan(1));
    }

    /// <summary>The date in a column, or null.</summary>
    internal static LocalDate? DateAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : LocalDate.FromDateOnly(row.GetFieldValue<DateOnly>(column));
}
