using System.Text.Json;
using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>A case's history as its rows are: written out as they come, or parsed with System.Text.Json and written again as far as they had occurred by a moment. Nothing is worked out. That somebody looked is put on record first.</summary>
internal static class HistoriesByHand
{
    // As much as the server sends on at once; a longer history takes no more memory.
    private const int Enough = 64 * 1024;

    private const string Rows = "select version, type, timestamp, user_name, headers ->> 'role', headers ->> 'organisation', data from cases.mt_events where stream_id = $1 order by version";

    private const string Facts = "select data from cases.mt_events where stream_id = $1 order by version";

    public static async Task StreamAsync(NpgsqlDataSource pool, LooksByHand looks, Guid id, HttpContext http)
    {
        await looks.PutDownAsync(http, id);
        await using var select = pool.CreateCommand(Rows);
        select.Parameters.Add(new() { Value = id });
        await using var rows = await select.ExecuteReaderAsync(http.RequestAborted);
        http.Response.ContentType = "application/json";
        using var json = new Utf8JsonWriter(http.Response.BodyWriter, new() { SkipValidation = true });
        json.WriteStartObject();
        json.WriteStartArray("entries"u8);
        while (await rows.ReadAsync(http.RequestAborted))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, rows.GetInt64(0));
            json.WriteString("name"u8, rows.GetString(1));
            json.WriteString("recordedAt"u8, rows.GetDateTime(2));
            json.WriteString("by"u8, Text(rows, 3));
            json.WriteString("role"u8, Text(rows, 4));
            json.WriteString("organisation"u8, Text(rows, 5));
            json.WritePropertyName("fact"u8);
            json.WriteRawValue(rows.GetFieldValue<byte[]>(6), skipInputValidation: true);
            json.WriteEndObject();
            if (http.Response.BodyWriter.UnflushedBytes >= Enough)
            {
                json.Flush();
                await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    public static async Task AsOfAsync(NpgsqlDataSource pool, LooksByHand looks, Guid id, DateTimeOffset asOf, HttpContext http)
    {
        await looks.PutDownAsync(http, id);
        await using var select = pool.CreateCommand(Facts);
        select.Parameters.Add(new() { Value = id });
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

    private static string? Text(NpgsqlDataReader rows, int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
}
