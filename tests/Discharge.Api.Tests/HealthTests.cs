using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Telling;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.Telling;
using Discharge.Persistence;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Discharge.Api.Tests;

[Parallelizable(ParallelScope.Self)]
public sealed class HealthTests
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task A_migrated_database() => _database = await TestDatabase.MigratedAsync();

    [TearDown]
    public async Task Is_dropped() => await _database.DisposeAsync();

    [Test]
    public async Task A_service_with_all_it_needs_is_live_and_ready_and_names_each_check()
    {
        await using var service = await RunningService.StartAsync(_database);

        Assert.That((await service.Http.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var (status, checks) = await OnceReadyAsync(service);
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(checks.Keys, Is.SupersetOf(new List<string> { "database reachable", "migrations current" }));
        Assert.That(checks.Values, Is.All.EqualTo("healthy"));
    }

    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    [TestCase("/openapi/v1.json")]
    public async Task What_needs_no_token_needs_none_when_only_its_head_is_asked_for(string path)
    {
        await using var service = await RunningService.StartAsync(_database);
        await OnceReadyAsync(service);
        using var asked = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await service.Http.SendAsync(asked);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(answer.Content.Headers.ContentType, Is.EqualTo((await service.Http.GetAsync(path)).Content.Headers.ContentType));
    }

    [Test]
    public async Task While_a_migration_is_missing_it_is_live_and_not_ready_and_ready_again_when_that_is_there()
    {
        await using var service = await RunningService.StartAsync(_database);

        await _database.RunAsOwnerAsync("update discharge.migrations set scriptname = 'x' || scriptname");
        var (status, checks) = await ReadyAsync(service);
        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(checks["migrations current"], Is.EqualTo("unhealthy"));
        Assert.That((await service.Http.GetAsync("/health/live")).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        await _database.RunAsOwnerAsync("update discharge.migrations set scriptname = substr(scriptname, 2)");
        Assert.That((await OnceReadyAsync(service)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_database_that_refuses_connections_makes_it_not_ready()
    {
        await using var service = await RunningService.StartAsync(_database, adjust: builder =>
            builder.Services.AddHealthChecks().AddCheck("elsewhere", new Health.DatabaseReachable(Connections.Open("Host=127.0.0.1;Port=1;Username=nobody;Password=none"))));

        var (status, checks) = await ReadyAsync(service);

        Assert.That(status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(checks["elsewhere"], Is.EqualTo("unhealthy"));
        Assert.That(checks["database reachable"], Is.EqualTo("healthy"));
    }

    [Test]
    public async Task Whatever_else_must_hold_takes_part()
    {
        await using var service = await RunningService.StartAsync(_database, adjust: builder =>
            builder.Services.AddHealthChecks().AddCheck("something else", () => HealthCheckResult.Unhealthy("Nobody has looked for a minute.")));

        var body = await (await service.Http.GetAsync("/health/ready")).Content.ReadAsStringAsync();

        Assert.That(body, Does.Contain("something else").And.Contain("Nobody has looked for a minute."));
    }

    [Test]
    public async Task A_recipient_of_notices_that_is_away_is_shown_and_leaves_it_ready()
    {
        await using var service = await RunningService.StartAsync(_database, adjust: builder => builder.Configuration.AddInMemoryCollection(
            PostRoom.Lines(0, "hub", "L3", "http://127.0.0.1:1/notices").Select(line => KeyValuePair.Create($"{Webhooks.Section}:{line.Key}", line.Value))));
        await _database.RunAsApplicationAsync(
            "insert into discharge.messages (message_id, recipient, kind, notice_ids, body, made_at, next_try_at, reported_at) values (gen_random_uuid(), 'hub', 'notice', '{1}', '{}', now(), now() + interval '1 hour', now())");

        await Stored.Once(async () => (await ReadyAsync(service)).Checks["recipients reached"] == "degraded", "the recipient is seen to be away");

        Assert.That((await OnceReadyAsync(service)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    // A machine that is busy with other tests may leave a check without an answer in time, and says so; that is not what these tests are about.
    private static async Task<(HttpStatusCode Status, Dictionary<string, string> Checks)> OnceReadyAsync(RunningService service)
    {
        var ready = await ReadyAsync(service);
        await Stored.Once(
            async () => ready.Status is HttpStatusCode.OK || (ready = await ReadyAsync(service)).Status is HttpStatusCode.OK,
            "it is ready");
        return ready;
    }

    private static async Task<(HttpStatusCode Status, Dictionary<string, string> Checks)> ReadyAsync(RunningService service)
    {
        using var answer = await service.Http.GetAsync("/health/ready");
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return (answer.StatusCode, body["checks"]!.AsArray().ToDictionary(check => (string)check!["name"]!, check => (string)check!["status"]!));
    }
}
