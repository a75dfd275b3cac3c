using Akka.Actor;
using Akka.Configuration;
using Akka.Persistence.Sql;

namespace Discharge.Benchmarks.Peers;

/// <summary>The command that is measured, done by Akka.Persistence.Sql behind a minimal API: one persistent actor for a case, asked to record that somebody left.</summary>
internal static class AkkaApi
{
    // So many cases stay in memory, as they would on a node that has run for a while.
    private const int Cases = 1_000;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        using var system = ActorSystem.Create("peer", Settings(builder.Configuration.GetConnectionString("DischargeOwner")!));
        var cases = Enumerable.Range(0, Cases).Select(number => system.ActorOf(Props.Create(() => new CaseActor($"case-{number}")))).ToArray();
        // Each has read its journal, and the journal's tables are there, before anybody is told where to send.
        await Task.WhenAll(cases.Select(one => one.Ask<long>(new CaseActor.Leave("{}"), TimeSpan.FromMinutes(1))));

        var app = builder.Build();
        app.MapPost("/akka/{id:guid}", async (Guid id, HttpContext http) =>
        {
            using var body = new StreamReader(http.Request.Body);
            var version = await cases[(uint)id.GetHashCode() % Cases].Ask<long>(new CaseActor.Leave(await body.ReadToEndAsync()), Longest);
            return Results.Json(new { id, version });
        });
        Console.WriteLine("token hub-lead: none");
        await app.RunAsync();
        return 0;
    }

    private static Config Settings(string database) => ConfigurationFactory.ParseString(
        $$"""
        akka.loglevel = WARNING
        akka.persistence.journal {
            plugin = "akka.persistence.journal.sql"
            sql {
                connection-string = "{{database}}"
                provider-name = "PostgreSQL.15"
                auto-initialize = true
            }
        }
        """).WithFallback(SqlPersistence.DefaultConfiguration);
}
