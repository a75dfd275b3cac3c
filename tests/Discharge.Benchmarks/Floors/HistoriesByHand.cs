using System.Buffers;
using System.Text.Json;
using Discharge.Domain.Deciding;
using Discharge.Persistence;
using Discharge.Persistence.Cases;
using NodaTime;
using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>A case's history as its rows are: streamed as they lie there, or read to facts and written again as far as they had occurred by a moment. Nothing is worked out.</summary>
internal static class HistoriesByHand
{
    private const string Rows =
        "select jsonb_build_object('version', version, 'name', type, 'recordedAt', timestamp, 'by', user_name, 'role', headers ->> 'role', 'organisation', headers ->> 'organisation', 'fact', data)::text from cases.mt_events where stream_id = $1 order by version";

    private static readonly string Entries = $"select {EntryReader.Columns} from cases.mt_events where stream_id = $1 order by version";

    public static async Task StreamAsync(NpgsqlDataSource pool, Guid id, HttpContext http)
    {
        await using var select = pool.CreateCommand(Rows);
        select.Parameters.Add(new() { Value = id });
        await using var rows = await select.ExecuteReaderAsync(System.Data.CommandBehavior.SequentialAccess, http.RequestAborted);
        http.Response.ContentType = "application/json";
        var body = http.Response.BodyWriter;
        body.Write("{\"entries\":["u8);
        for (var first = true; await rows.ReadAsync(http.RequestAborted); first = false)
        {
            body.Write(first ? default : ","u8);
            await using var row = await rows.GetStreamAsync(0, http.RequestAborted);
            await row.CopyToAsync(body.AsStream(leaveOpen: true), http.RequestAborted);
        }

        body.Write("]}"u8);
        await body.FlushAsync(http.RequestAborted);
    }

    public static async Task<IResult> AsOfAsync(NpgsqlDataSource pool, Guid id, DateTimeOffset asOf, CancellationToken stop)
    {
        var moment = Instant.FromDateTimeOffset(asOf);
        await using var select = pool.CreateCommand(Entries);
        select.Parameters.Add(new() { Value = id });
        await using var rows = await select.ExecuteReaderAsync(stop);
        var entries = new List<Entry>();
        while (await rows.ReadAsync(stop))
        {
            entries.Add(EntryReader.Read(rows));
        }

        var answer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(answer))
        {
            json.WriteStartArray();
            foreach (var entry in entries.Where(entry => entry.Fact.OccurredAt <= moment))
            {
                JsonSerializer.Serialize(json, entry.Fact, entry.Fact.GetType(), EventJson.Options);
            }

            json.WriteEndArray();
        }

        return Results.Bytes(answer.WrittenMemory, "application/json");
    }
}
