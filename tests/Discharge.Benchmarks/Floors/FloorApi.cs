using Discharge.Api.Access;
using Discharge.Persistence;
using Npgsql;

namespace Discharge.Benchmarks.Floors;

/// <summary>The least that could stand in the service's place: a minimal API that checks the same tokens and does by hand what the service does for two commands and four reads.</summary>
internal static class FloorApi
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddAccess();
        await using var pool = Connections.Open(builder.Configuration.GetConnectionString("Discharge")!);
        var looks = new LooksByHand(pool);
        var app = builder.Build();
        app.UseAccess();
        app.MapGet("/ping", () => Results.Text("{}", "application/json")).AllowAnonymous();
        // Read beside the start, because it is none of what a minimal API would have to do.
        var reading = PatternRows.ReadAsync(pool);
        app.MapPost("/by-hand/{id:guid}", async (Guid id, HttpContext http) => await LeaveByHand.RunAsync(pool, await reading, id, http));
        app.MapPost("/function/{id:guid}", async (Guid id, HttpContext http) => await LeaveInOneFunction.RunAsync(pool, await reading, id, http));
        app.MapPost("/review/{id:guid}", async (Guid id, HttpContext http) => await ReviewInOneFunction.RunAsync(pool, await reading, id, http));
        app.MapGet("/cases/{id:guid}", (Guid id, HttpContext http) => ReadsByHand.CaseAsync(pool, id, http, looks));
        app.MapGet("/boards/{ward}", (string ward, HttpContext http) => ReadsByHand.BoardAsync(pool, ward, http, looks));
        app.MapGet("/off-record/cases/{id:guid}", (Guid id, HttpContext http) => ReadsByHand.CaseAsync(pool, id, http, record: null));
        app.MapGet("/off-record/boards/{ward}", (string ward, HttpContext http) => ReadsByHand.BoardAsync(pool, ward, http, record: null));
        app.MapGet("/histories/{id:guid}", (Guid id, HttpContext http) => HistoriesByHand.StreamAsync(pool, looks, id, http));
        app.MapGet("/as-of/{id:guid}", (Guid id, DateTimeOffset at, HttpContext http) => HistoriesByHand.AsOfAsync(pool, looks, id, at, http));
        app.PrintDevelopmentTokens(Console.Out);
        await app.RunAsync();
        return 0;
    }
}

/// <summary>The rows the service wrote for the first who left: what a command writes, without deciding it.</summary>
internal sealed record PatternRows(string Id, string Event, string OccurredAt, string Body, string BoardRow, string Answer, string Review, string ReviewedAt)
{
    public static async Task<PatternRows> ReadAsync(NpgsqlDataSource pool)
    {
        await using var ask = pool.CreateCommand("""
            select d.case_id::text, e.data::text, e.data ->> 'occurredAt', d.body, d.board_row, a.body, r.data::text, r.data ->> 'occurredAt'
              from discharge.discharge_cases d
              join cases.mt_events e on e.stream_id = d.case_id and e.type = 'discharge-case.discharged-from-hospital.v1'
              join cases.mt_events r on r.stream_id = d.case_id and r.type = 'discharge-case.criteria-to-reside-reviewed.v1'
              join discharge.command_answers a on a.version = e.version and a.body like '%' || d.case_id || '%'
             order by d.case_id limit 1
            """);
        await using var row = await ask.ExecuteReaderAsync();
        return await row.ReadAsync() ? new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7)) : throw new InvalidOperationException("Nobody has left here yet, so there is nothing to copy.");
    }

    public string Of(string pattern, Guid id) => pattern.Replace(Id, id.ToString(), StringComparison.Ordinal);

    public string ReviewAt(string occurredAt) => Review.Replace(ReviewedAt, occurredAt, StringComparison.Ordinal);

    public string EventAt(string occurredAt) => Event.Replace(OccurredAt, occurredAt, StringComparison.Ordinal);
}
