using System.Net;
using Discharge.Api.Tests.DischargeCases;
using Discharge.EmbeddedPostgres;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Discharge.Api.Tests.Cases;

/// <summary>PostgreSQL is cut off as by a power cut, and comes back.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class DatabaseAwayTests
{
    private const string Reviews = "criteria-to-reside-reviews";

    [Test]
    public async Task While_it_is_away_commands_are_told_so_and_afterwards_the_same_service_works_again_by_itself()
    {
        await using var server = await PrivatePostgres.StartAsync(PrivateCluster.Durable(PrivatePostgres.FindCloneRoot(), "away"));
        await using var database = await server.CreatePassingDatabaseAsync("away");
        var application = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "discharge_away" }.ConnectionString;
        await using var service = await RunningService.StartAsync(database.ConnectionString, application, "Development", asksAgain: false);
        using var log = new Book();
        service.Service.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        var client = new Client(service);
        var patient = await Patient.AdmittedAsync(client);
        await patient.Reviewed(70);

        var (accepted, told) = await StreamWhile(() => server.StopAsync(immediate: true), patient);
        var away = (await patient.Post(Reviews, Patient.Review(60), key: "while-away")).Expect(HttpStatusCode.ServiceUnavailable);
        var opening = (await client.Post("/v1/discharge-cases", Patient.Opening("Northgate"), "opening")).Expect(HttpStatusCode.ServiceUnavailable);
        var read = (await client.Get(patient.Path)).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.That(told.Append(away).Append(opening).Append(read).Select(answer => (answer.Code, answer.MediaType, answer.RetryAfter > TimeSpan.Zero)), Is.All.EqualTo(("database.away", "application/problem+json", true)));
        Assert.That(told.Append(away).Append(opening).Select(answer => answer.Text), Is.All.Contains("Idempotency-Key"));
        Assert.That(read.Text, Does.Not.Contain("Idempotency-Key"));
        SaysItInOneLineEach(log, told.Count + 3);

        await server.StartAgainAsync();
        await Stored.Once(async () => (await patient.Post(Reviews, Patient.Review(60), key: "while-away")).Status is HttpStatusCode.OK, "the command is done");
        for (var turn = 0; turn < accepted + told.Count; turn++)
        {
            (await patient.Post(Reviews, Streamed(turn), key: $"stream-{turn}")).Expect(HttpStatusCode.OK);
        }

        (await client.Post("/v1/discharge-cases", Patient.Opening("Northgate"), "opening")).Expect(HttpStatusCode.Created);
        Assert.That(await service.Versions(patient.Id), Is.EqualTo(Enumerable.Range(1, 3 + accepted + told.Count)));
        Assert.That((await patient.Case())["version"]!.GetValue<long>(), Is.EqualTo(3 + accepted + told.Count));
        await Stored.Once(async () => (await service.Http.GetAsync("/health/ready")).IsSuccessStatusCode, "it is ready again");
    }

    // Commands are on their way at the very moment; each is either done or told that it may not have been.
    private static async Task<(int Accepted, List<Answer> Told)> StreamWhile(Func<Task> stop, Patient patient)
    {
        var answers = new List<Answer>();
        Task? stopping = null;
        for (var turn = 0; answers.Count(answer => answer.Status is HttpStatusCode.ServiceUnavailable) < 3; turn++)
        {
            answers.Add(await patient.Post(Reviews, Streamed(turn), key: $"stream-{turn}"));
            stopping ??= turn == 5 ? stop() : null;
        }

        await stopping!;
        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.ServiceUnavailable));
        return (answers.Count(answer => answer.Status is HttpStatusCode.OK), [.. answers.Where(answer => answer.Status is not HttpStatusCode.OK)]);
    }

    private static object Streamed(int turn) => Patient.Review(50 - (turn / 100.0), "nurse");

    private static void SaysItInOneLineEach(Book log, int answers)
    {
        var ours = log.Lines.Where(line => line.StartsWith("Discharge.", StringComparison.Ordinal) || line.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)).ToArray();
        Assert.That(ours.Count(line => line.Contains("was answered 503", StringComparison.Ordinal)), Is.EqualTo(answers));
        Assert.That(ours.Count(line => line.Contains("and the clocks wait for it", StringComparison.Ordinal)), Is.EqualTo(1));
        Assert.That(ours, Has.None.Contains("   at ").And.None.Contains("unhandled exception"));
    }
}
