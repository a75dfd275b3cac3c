using System.Buffers;
using System.Text;
using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using NodaTime;
using NodaTime.Extensions;
using Npgsql;

namespace Discharge.Persistence.DischargeCases;

/// <summary>
/// Reads what is shown of discharge cases: rows as they were written last, with the person's details. A row that says that it looks different by now is worked out anew from the case's history.
/// What that takes, the words of notes and what else is on record of the person are read for all rows of one answer together, in one more round trip, and only where there is any.
/// </summary>
public sealed class ShownCases(NpgsqlDataSource database, PersonSeals seals, RuleBook book, TimeProvider time)
{
    /// <summary>Selects, of a case called c, what <see cref="ReadAsync"/> reads.</summary>
    /// <param name="json">The column with what is shown.</param>
    /// <param name="words">Selects the words of its notes, where they are read at once.</param>
    internal static string Select(string json, string words = "null") =>
        $"""
        select c.case_id, c.{json}, c.changes_at, c.version, c.person_id, p.sealed, k.wrapped, c.admitted_on, c.ready_on, c.gone_on, {words}, {OtherRecords.SelectAny}, c.open
          from discharge.discharge_cases c
          left join discharge.people p using (person_id)
          left join discharge.person_keys k on k.person_id = c.person_id
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
                    read.Add(ShownCase.Read(reader, seals));
                }

                return read;
            },
            cancellation);

        var now = time.GetUtcNow().ToInstant();
        var beside = await BesideAsync(rows, now, cancellation);
        var today = LocalCalendar.DateOf(now);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            rows[index] = (beside.Turned.TryGetValue(row.Id, out var history) ? Anew(row, history, render, now) : row)
                .Joined(beside.Words.GetValueOrDefault(row.Id) ?? row.Words, beside.Others.GetValueOrDefault(row.Id) ?? OtherRecords.None, today);
        }

        return rows;
    }

    private ShownCase Anew(ShownCase row, History history, Func<DischargeCaseView, string> render, Instant now)
    {
        var view = DischargeCaseType.ViewOf(CaseNow.Of(DischargeCaseType.Instance, book, row.Id, history, now));
        return row with { Json = Encoding.UTF8.GetBytes(render(view)), Version = view.Version };
    }

    private async Task<ReadBeside> BesideAsync(List<ShownCase> rows, Instant now, CancellationToken cancellation)
    {
        var turned = rows.Where(row => row.ChangesAt <= now).Select(row => row.Id).ToArray();
        var noted = rows.Where(row => row.NamesNotes).Select(row => row.Id).ToArray();
        var others = rows.Where(row => row.MayHaveOthers).Select(row => row.Id).ToArray();
        return (turned, noted, others) is ([], [], [])
            ? ReadBeside.Nothing
            : await Resilience.Reads.ExecuteAsync(
                async stop => await ReadBeside.ReadAsync(database, seals, turned, [.. turned.Union(noted)], others, mustRead: rows.Count == 1, stop), cancellation);
    }
}

/// <summary>What is read beside the rows of one answer.</summary>
/// <param name="Turned">The histories of the cases that look different by now.</param>
/// <param name="Words">The words of notes, by case.</param>
/// <param name="Others">What else is on record of the person, by case.</param>
internal sealed record ReadBeside(IReadOnlyDictionary<Guid, History> Turned, IReadOnlyDictionary<Guid, NoteWords> Words, IReadOnlyDictionary<Guid, OtherRecords> Others)
{
    public static ReadBeside Nothing { get; } = new(new Dictionary<Guid, History>(), new Dictionary<Guid, NoteWords>(), new Dictionary<Guid, OtherRecords>());

    /// <summary>Reads it, in one round trip.</summary>
    /// <exception cref="UnreadableEventException">An entry cannot be read, and there is nothing else to show.</exception>
    public static async Task<ReadBeside> ReadAsync(NpgsqlDataSource database, PersonSeals seals, Guid[] turned, Guid[] noted, Guid[] others, bool mustRead, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection);
        CaseHistories.AskForSeveral(batch, turned);
        batch.BatchCommands.Add(NoteWords.OfCases.Ask(noted));
        batch.BatchCommands.Add(OtherRecords.OfCases.Ask(others));
        await using var rows = await batch.ExecuteReaderAsync(cancellation);
        var histories = await CaseHistories.ReadSeveralAsync(rows, cancellation, failed => _ = mustRead ? throw failed : failed);
        await rows.NextResultAsync(cancellation);
        var words = new Dictionary<Guid, NoteWords>();
        while (await rows.ReadAsync(cancellation))
        {
            words[rows.GetGuid(0)] = NoteWords.Read(rows, 1, seals);
        }

        await rows.NextResultAsync(cancellation);
        var beside = new Dictionary<Guid, OtherRecords>();
        while (await rows.ReadAsync(cancellation))
        {
            beside[rows.GetGuid(0)] = OtherRecords.Read(rows);
        }

        return new(histories, words, beside);
    }
}

/// <summary>One case as it is shown.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">The version of what is shown.</param>
/// <param name="Json">What is shown of it.</param>
/// <param name="ChangesAt">From when on it looks different although nothing is recorded; null where it never does.</param>
/// <param name="Details">The person's details, where they are kept.</param>
/// <param name="Dates">The dates its lengths are counted from.</param>
/// <param name="Words">The words of its notes, where they were read with it.</param>
/// <param name="MayHaveOthers">Whether there may be something else on record of the person.</param>
/// <param name="Open">Whether the case is on its ward's board.</param>
internal sealed record ShownCase(Guid Id, long Version, byte[] Json, Instant? ChangesAt, byte[]? Details, HospitalStay Dates, NoteWords? Words, bool MayHaveOthers, bool Open)
{
    /// <summary>Whether it names notes of which the words were not read with it.</summary>
    public bool NamesNotes => Words is null && NoteWords.AreNamedIn(Json);

    private DaysOfStay Days { get; init; } = new(LengthOfStay: null, SinceReady: null);

    /// <summary>The case in the reader's current row.</summary>
    public static ShownCase Read(NpgsqlDataReader row, PersonSeals seals)
    {
        // Opened once, for the person and for what was said of them.
        var key = row.IsDBNull(6) ? null : seals.Open(row.GetGuid(4), row.GetFieldValue<byte[]>(6));
        return new(
            row.GetGuid(0),
            row.GetInt64(3),
            row.GetFieldValue<byte[]>(1),
            row.IsDBNull(2) ? null : Instant.FromDateTimeUtc(row.GetDateTime(2)),
            key is null || row.IsDBNull(5) ? null : key.Open(PersonKey.Details(row.GetGuid(4)), row.GetFieldValue<byte[]>(5)).Text,
            new HospitalStay(DateAt(row, 7), DateAt(row, 8), DateAt(row, 9)),
            key is null || row.IsDBNull(10) ? null : NoteWords.Read(row.GetFieldValue<byte[]>(10), key),
            row.GetBoolean(11),
            row.GetBoolean(12));
    }

    /// <summary>The same with the words of its notes and what else is on record of the person in it, and its days counted.</summary>
    public ShownCase Joined(NoteWords? words, OtherRecords others, LocalDate today) =>
        this with { Json = others.JoinedTo((words ?? NoteWords.None).JoinedTo(Json)), Days = DaysOfStay.Of(Dates, today) };

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
