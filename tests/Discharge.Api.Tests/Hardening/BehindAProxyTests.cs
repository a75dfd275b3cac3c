using System.Net;
using Discharge.Api.Access;
using Discharge.Api.Tests.Access;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.Requests;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Hardening;

/// <summary>A service that a proxy which ends TLS stands before, and one that none stands before.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BehindAProxyTests
{
    [TestCase("true", "203.0.113.7", Description = "What the proxy says last counts; what came to it is only somebody's word")]
    [TestCase(null, "127.0.0.1", Description = "Without a proxy anybody could write the header")]
    public async Task The_access_log_has_the_address_the_proxy_names_where_there_is_one(string? setting, string address)
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await StartAsync(database, setting, tlsRequired: false);

        using var asked = new HttpRequestMessage(HttpMethod.Get, "/v1/wards/RTEST/Northgate/board");
        asked.Headers.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.7");
        asked.Headers.Authorization = new("Bearer", service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(Role.HubLead));
        using var answer = await service.Http.SendAsync(asked);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await database.AskAsOwnerAsync<string>("select string_agg(from_address::text, ' ') from discharge.access_log"), Is.EqualTo(address));
    }

    [TestCase("true", "https", HttpStatusCode.Unauthorized)]
    [TestCase("true", "http", HttpStatusCode.BadRequest)]
    [TestCase(null, "https", HttpStatusCode.BadRequest, Description = "Without a proxy anybody could write the header")]
    public async Task What_came_to_the_proxy_over_TLS_came_over_TLS(string? setting, string scheme, HttpStatusCode status)
    {
        await using var service = await SmallService.Start("Development", ("Tls:Required", "true"), ("ForwardedHeaders_Enabled", setting ?? "false"));
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/v1/correlation");
        asked.Headers.Add("X-Forwarded-Proto", scheme);

        Assert.That((await service.Send(asked, token: null)).StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task Outside_of_development_a_browser_behind_it_is_told_to_come_back_over_TLS_only()
    {
        var issuer = await TrustedIssuer.SharedAsync();
        await using var service = await SmallService.Start("Production", issuer.Trust, [.. issuer.Settings, ("ForwardedHeaders_Enabled", "true")]);
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/v1/correlation");
        asked.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await service.Send(asked, token: null);

        Assert.That(answer.Headers.GetValues("Strict-Transport-Security").Single(), Is.EqualTo("max-age=31536000; includeSubDomains"));
    }

    [Test]
    public async Task Each_address_behind_it_has_a_rate_of_its_own()
    {
        await using var service = await SmallService.Start("Development", ("RateLimit:PerSecond", "1"), ("RateLimit:Burst", "3"), ("ForwardedHeaders_Enabled", "true"));
        var statuses = new List<HttpStatusCode>();
        for (var asked = 0; asked < 20; asked++)
        {
            statuses.Add(await FromAsync("203.0.113.7"));
        }

        Assert.That(statuses, Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await FromAsync("203.0.113.8"), Is.EqualTo(HttpStatusCode.Unauthorized));

        async Task<HttpStatusCode> FromAsync(string address)
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, "/v1/correlation");
            asked.Headers.Add("X-Forwarded-For", address);
            using var answer = await service.Send(asked, token: null);
            return answer.StatusCode;
        }
    }

    [TestCase("/health/live", HttpStatusCode.OK)]
    [TestCase("/health/ready", HttpStatusCode.OK)]
    [TestCase("/health/else", HttpStatusCode.BadRequest)]
    [TestCase("/health", HttpStatusCode.BadRequest)]
    [TestCase("/docs", HttpStatusCode.BadRequest)]
    [TestCase("/v1/wards", HttpStatusCode.BadRequest)]
    public async Task Where_TLS_is_asked_for_only_probes_come_without_it(string path, HttpStatusCode status)
    {
        await using var database = await TestDatabase.MigratedAsync();
        await using var service = await StartAsync(database, forwarded: null, tlsRequired: true);

        // A node is ready a moment after it answers; what is refused stays so.
        await Stored.Once(async () => (await service.Http.GetAsync(path)).StatusCode == status, $"{path} is answered {status}");
    }

    private static Task<RunningService> StartAsync(TestDatabase database, string? forwarded, bool tlsRequired) => RunningService.StartAsync(
        database,
        "Development",
        builder => builder.Configuration.AddInMemoryCollection([new("ForwardedHeaders_Enabled", forwarded), new("Tls:Required", tlsRequired ? "true" : "false")]));
}
