using System.Buffers;
using System.Text.Json;
using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>A case's history as its rows are: streamed as they lie there, or parsed with System.Text.Json and written again as far as they had occurred by a moment. Nothing is worked out. That somebody looked is put on record first.</summary>
internal static class HistoriesByHand
{
    private const string Rows =
        "select jsonb_build_object('version', version, 'name', type, 'recordedAt', timestamp, 'by', user_name, 'role', headers ->> 'role', 'organisation', headers ->> 'organisation', 'fact', data)::text from cases.mt_events where stream_id = $1 order by version";

    private const string Facts = "select data from cases.mt_events where stream_id = $1 order by version";

    public static async Task StreamAsync(NpgsqlDataSource pool, Guid id, HttpContext http)
    {
        await using var select = pool.CreateCommand(Rows);
        select.Parameters.Add(new() { Value = id });
        await LooksByHand.PutDownAsync(pool, http, id);
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

    public static async Task AsOfAsync(NpgsqlDataSource pool, Guid id, DateTimeOffset asOf, HttpContext http)
    {
        await using var select = pool.CreateCommand(Facts);
        select.Parameters.Add(new() { Value = id });
        await LooksByHand.PutDownAsync(pool, http, id);
        await using var rows = await select.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        using (var json = new Utf8JsonWriter(http.Response.BodyWriter))
        {
            json.WriteStartArray();
            while (await rows.ReadAsync(http.RequestAborted))
            {
                using var fact = JsonDocument.Parse(rows.GetFieldValue<byte[]>(0));
                if (fact.RootElement.GetProperty("occurredAt"u8).GetDateTimeOffset() <= asOf)
                {
                    fact.RootElement.WriteTo(json);
                }
            }

            json.WriteEndArray();
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
