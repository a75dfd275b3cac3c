using System.Net;
using System.Net.Sockets;
using System.Text;
using Discharge.Api.Access;
using Discharge.Api.Tests.Requests;

namespace Discharge.Api.Tests.Hardening;

/// <summary>How much one caller may ask, and how long a request may be.</summary>
public sealed class LimitsTests
{
    [Test]
    public async Task Whoever_comes_too_often_is_told_when_to_come_again_and_nobody_else_is()
    {
        await using var service = await SmallService.Start("Development", ("RateLimit:PerSecond", "1"), ("RateLimit:Burst", "3"));
        var (often, seldom) = (service.Tokens.Sign(Role.HubLead, subject: "often"), service.Tokens.Sign(Role.HubLead, subject: "seldom"));
        var answers = new List<HttpResponseMessage>();
        for (var asked = 0; asked < 20; asked++)
        {
            answers.Add(await service.Get("/v1/correlation", often));
        }

        var refused = answers.Last(answer => answer.StatusCode is HttpStatusCode.TooManyRequests);
        Assert.That(answers[0].StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(refused.Headers.RetryAfter?.Delta, Is.GreaterThanOrEqualTo(TimeSpan.FromSeconds(1)));
        await Task.FromResult(refused).Problem(429, "request.too-often");
        Assert.That((await service.Get("/v1/correlation", seldom)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await service.Get("/health/live", token: null)).StatusCode, Is.EqualTo(HttpStatusCode.OK), "Whoever looks whether the service is alive is not counted.");
    }

    [Test]
    public async Task Tokens_cannot_be_guessed_at_any_rate()
    {
        await using var service = await SmallService.Start("Development", ("RateLimit:PerSecond", "1"), ("RateLimit:Burst", "3"));
        var statuses = new List<HttpStatusCode>();
        for (var asked = 0; asked < 20; asked++)
        {
            using var answer = await service.Get("/v1/correlation", $"guess-{asked}");
            statuses.Add(answer.StatusCode);
        }

        Assert.That(statuses, Has.Some.EqualTo(HttpStatusCode.Unauthorized).And.Some.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [Test]
    public async Task Outside_of_development_a_caller_has_a_rate_without_anybody_saying_so()
    {
        await using var service = await SmallService.Start("Production", ("Access:Issuer", "https://127.0.0.1:1"), ("Access:Audience", "discharge"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 1200).Select(async _ =>
        {
            using var answer = await service.Get("/v1/correlation", token: null);
            return answer.StatusCode;
        }));
        Assert.That(answers, Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase("GET /v1/correlation HTTP/1.1\r\nHost: here\r\nX-Long: {40000}\r\n\r\n", "431", Description = "Headers longer than 32 kB")]
    [TestCase("GET /v1/{9000} HTTP/1.1\r\nHost: here\r\n\r\n", "414", Description = "A line longer than 8 kB")]
    [TestCase("POST /v1/correlation HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/correlation HTTP/1.1\r\n\r\n", "400 401", Description = "Two lengths: the request is refused, and what follows it is never taken for another")]
    [TestCase("POST /v1/correlation HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd", "400", Description = "One length twice")]
    [TestCase("TRACE /v1/correlation HTTP/1.1\r\nHost: here\r\n\r\n", "401 405", Description = "A method that would give a token back")]
    public async Task A_request_that_is_not_one_is_refused_before_anything_of_it_is_used(string request, string statuses)
    {
        await using var service = await SmallService.Start();
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, service.Client.BaseAddress!.Port);
        var sent = request.Replace("{40000}", new string('x', 40000), StringComparison.Ordinal).Replace("{9000}", new string('x', 9000), StringComparison.Ordinal);
        await connection.Client.SendAsync(Encoding.ASCII.GetBytes(sent));
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        var line = await reader.ReadLineAsync();
        Assert.That(statuses.Split(' '), Has.Some.Matches<string>(status => line!.StartsWith($"HTTP/1.1 {status}", StringComparison.Ordinal)), line);
    }
}
