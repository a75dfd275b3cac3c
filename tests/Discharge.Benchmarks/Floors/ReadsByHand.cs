using System.Buffers;
using Discharge.Benchmarks.Harness;
using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>A case and a ward's board as they lie in their rows, with the names joined, opened and otherwise as bytes that nobody reads, and nothing worked out; that somebody looked is put on record, or not.</summary>
internal static class ReadsByHand
{
    private const string One =
        """
        select c.body, p.person_id, p.sealed, k.wrapped, (select string_agg(uuid_send(n.note_id) || int4send(length(n.sealed)) || n.sealed, ''::bytea) from discharge.notes n where n.case_id = c.case_id)
          from discharge.discharge_cases c left join discharge.people p using (person_id) left join discharge.person_keys k using (person_id) where c.case_id = $1
        """;

    private const string OnWard =
        """
        select c.board_row, p.person_id, p.sealed, k.wrapped, c.case_id
          from discharge.discharge_cases c left join discharge.people p using (person_id) left join discharge.person_keys k using (person_id)
         where c.site = 'RTEST' and lower(c.ward) = lower($1) and c.open order by c.due_first nulls last, c.case_id
        """;

    public static async Task CaseAsync(NpgsqlDataSource pool, Guid id, HttpContext http, LooksByHand? record)
    {
        if (await ReadAsync(pool, id, http.RequestAborted) is not var (shown, person, whose))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (record is not null)
        {
            await record.PutDownAsync(http, id, whose);
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = Before.Length + person.Length + shown.Length;
        Join(http.Response.BodyWriter, person, shown);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public static async Task BoardAsync(NpgsqlDataSource pool, string ward, HttpContext http, LooksByHand? record)
    {
        var (people, cases) = await ReadAsync(pool, ward, http.RequestAborted);
        if (record is not null)
        {
            await record.PutDownAsync(http, cases);
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        var body = http.Response.BodyWriter;
        body.Write("{\"people\":["u8);
        for (var index = 0; index < people.Count; index++)
        {
            body.Write(index == 0 ? default : ","u8);
            Join(body, people[index].Person, people[index].Row);
        }

        body.Write("]}"u8);
        await body.FlushAsync(http.RequestAborted);
    }

    // The connection is back when this returns: whoever holds one while waiting for another waits for ever where all do.
    private static async Task<(byte[] Shown, byte[] Person, Guid Whose)?> ReadAsync(NpgsqlDataSource pool, Guid id, CancellationToken cancellation)
    {
        await using var select = pool.CreateCommand(One);
        select.Parameters.Add(new() { Value = id });
        await using var row = await select.ExecuteReaderAsync(cancellation);
        return await row.ReadAsync(cancellation) ? (row.GetFieldValue<byte[]>(0), Person(row), row.GetGuid(1)) : null;
    }

    private static async Task<(List<(byte[] Person, byte[] Row)> People, List<Guid> Cases)> ReadAsync(NpgsqlDataSource pool, string ward, CancellationToken cancellation)
    {
        await using var select = pool.CreateCommand(OnWard);
        select.Parameters.Add(new() { Value = ward });
        await using var rows = await select.ExecuteReaderAsync(cancellation);
        var (people, cases) = (new List<(byte[] Person, byte[] Row)>(), new List<Guid>());
        while (await rows.ReadAsync(cancellation))
        {
            people.Add((Person(rows), rows.GetFieldValue<byte[]>(0)));
            cases.Add(rows.GetGuid(4));
        }

        return (people, cases);
    }

    private static byte[] Person(NpgsqlDataReader row) => DevelopmentSeals.Open(row.GetGuid(1), row.GetFieldValue<byte[]>(3), row.GetFieldValue<byte[]>(2)).Text;

    // The brace that opens what is shown becomes the comma behind the person.
    private static void Join(IBufferWriter<byte> body, ReadOnlySpan<byte> person, ReadOnlySpan<byte> shown)
    {
        body.Write(Before);
        body.Write(person);
        body.Write(","u8);
        body.Write(shown[1..]);
    }

    private static ReadOnlySpan<byte> Before => "{\"person\":"u8;
}
