using JasperFx.Events.Projections;
using Marten;

namespace Discharge.Benchmarks.Peers;

/// <summary>The command that is measured, done by Marten as its documentation shows it, behind a minimal API: the stream is fetched for writing, one event is appended, a snapshot is kept in the same transaction.</summary>
internal static class MartenApi
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddMarten(options =>
        {
            options.Connection(builder.Configuration.GetConnectionString("DischargeOwner")!);
            options.DatabaseSchemaName = "peer";
            options.Projections.Snapshot<PeerCase>(SnapshotLifecycle.Inline);
        }).UseLightweightSessions();
        var app = builder.Build();
        // The tables are there before anybody is told where to send.
        await app.Services.GetRequiredService<IDocumentStore>().Storage.ApplyAllConfiguredChangesToDatabaseAsync();
        app.MapPost("/marten/{id:guid}", async (Guid id, HttpContext http, IDocumentSession session) =>
        {
            using var body = new StreamReader(http.Request.Body);
            var stream = await session.Events.FetchForWriting<PeerCase>(id);
            stream.AppendOne(new PeerLeft(await body.ReadToEndAsync()));
            await session.SaveChangesAsync();
            return Results.Json(new { id, version = stream.CurrentVersion });
        });
        Console.WriteLine("token hub-lead: none");
        await app.RunAsync();
        return 0;
    }
}

/// <summary>Somebody left.</summary>
/// <param name="Said">In the words of the request.</param>
public sealed record PeerLeft(string Said);

/// <summary>A case as a snapshot.</summary>
public sealed class PeerCase
{
    /// <summary>The case.</summary>
    public Guid Id { get; set; }

    /// <summary>How often somebody left.</summary>
    public int Entries { get; set; }

    /// <summary>Somebody left.</summary>
    public void Apply(PeerLeft left)
    {
        ArgumentNullException.ThrowIfNull(left);
        Entries++;
    }
}
