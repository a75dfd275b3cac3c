using Npgsql;
using NpgsqlTypes;

namespace Discharge.Benchmarks.Peers;

/// <summary>The command that is measured, done by message-db behind a minimal API: its function in the database writes one message to the case's stream.</summary>
internal static class MessageDbApi
{
    private const string Write = "select message_store.write_message($1, $2, 'Left', $3)";

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        var settings = new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("DischargeOwner")!) { SearchPath = "message_store,public", MaxAutoPrepare = 20, AutoPrepareMinUsages = 2 };
        await using var pool = NpgsqlDataSource.Create(settings.ConnectionString);
        var app = builder.Build();
        app.MapPost("/message-db/{id:guid}", async (Guid id, HttpContext http) =>
        {
            using var body = new StreamReader(http.Request.Body);
            await using var write = pool.CreateCommand(Write);
            write.Parameters.Add(new() { Value = Guid.NewGuid().ToString() });
            write.Parameters.Add(new() { Value = $"case-{id}" });
            write.Parameters.Add(new() { Value = await body.ReadToEndAsync(), NpgsqlDbType = NpgsqlDbType.Jsonb });
            return Results.Json(new { id, version = (long)(await write.ExecuteScalarAsync())! });
        });
        Console.WriteLine("token hub-lead: none");
        await app.RunAsync();
        return 0;
    }
}
