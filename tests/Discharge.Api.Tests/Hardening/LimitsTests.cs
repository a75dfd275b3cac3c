using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Discharge.Api.Access;
using Discharge.Api.Tests.Access;
using Discharge.Api.Tests.Cases;
using Discharge.Api.Tests.Requests;
using Microsoft.Extensions.Logging;

namespace Discharge.Api.Tests.Hardening;

/// <summary>How much one caller may ask, and how long a request may be.</summary>
public sealed partial class LimitsTests
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
        var issuer = await TrustedIssuer.SharedAsync();
        await using var service = await SmallService.Start("Production", issuer.Trust, issuer.Settings);
        var answers = await Task.WhenAll(Enumerable.Range(0, 1200).Select(async _ =>
        {
            using var answer = await service.Get("/v1/correlation", token: null);
            return answer.StatusCode;
        }));
        Assert.That(answers, Has.Some.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase("/docs")]
    [TestCase("/openapi/v1.json")]
    public async Task What_is_for_anybody_cannot_be_asked_for_at_any_rate_and_probes_are_never_turned_away(string path)
    {
        await using var service = await SmallService.Start("Development", ("RateLimit:PerSecond", "1"), ("RateLimit:Burst", "3"));
        var statuses = new List<HttpStatusCode>();
        for (var asked = 0; asked < 20; asked++)
        {
            using var answer = await service.Get(path, token: null);
            statuses.Add(answer.StatusCode);
            Assert.That((await service.Get("/health/live", token: null)).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(statuses, Has.Some.EqualTo(HttpStatusCode.OK).And.Some.EqualTo(HttpStatusCode.TooManyRequests));
    }

    [TestCase("GET /v1/correlation HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {1000000}\r\n\r\n", "431", Description = "A token of a megabyte, of which the service itself sees nothing")]
    [TestCase("POST /v1/visits/{id} HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", "400", Description = "A chunk longer than any number")]
    [TestCase("POST /v1/visits/{id} HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n80000000\r\n{}\r\n0\r\n\r\n", "400", Description = "A chunk longer than the largest number there is for it")]
    [TestCase("POST /v1/visits/{id} HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n{}\r\n0\r\n\r\n", "400", Description = "A chunk shorter than nothing")]
    [TestCase("POST /v1/visits/{id} HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}}}\r\n0\r\n\r\n", "400", Description = "A chunk longer than it says")]
    [TestCase("POST /v1/visits/{id} HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", "401", Description = "A chunk longer than any number, of somebody who may send nothing")]
    [TestCase("GET /v1/correlation HTTP/1.1\r\nHost: here\r\nX-Long: {40000}\r\n\r\n", "431", Description = "Headers longer than 32 kB")]
    [TestCase("GET /v1/{9000} HTTP/1.1\r\nHost: here\r\n\r\n", "414", Description = "A line longer than 8 kB")]
    [TestCase("POST /v1/correlation HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /v1/correlation HTTP/1.1\r\n\r\n", "400 401", Description = "Two lengths: the request is refused, and what follows it is never taken for another")]
    [TestCase("POST /v1/correlation HTTP/1.1\r\nHost: here\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd", "400", Description = "One length twice")]
    [TestCase("TRACE /v1/correlation HTTP/1.1\r\nHost: here\r\n\r\n", "401 405", Description = "A method that would give a token back")]
    public async Task A_request_that_is_not_one_is_refused_before_anything_of_it_is_used(string request, string statuses)
    {
        using var log = new Book();
        await using var service = await SmallService.Start("Development", builder => builder.Logging.AddProvider(log));
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, service.Client.BaseAddress!.Port);
        var sending = SendAsync(connection.Client, Lengths().Replace(request, length => new string('x', int.Parse(length.Groups["length"].Value, CultureInfo.InvariantCulture)))
            .Replace("{id}", Visits.Id.ToString(), StringComparison.Ordinal).Replace("{token}", service.Tokens.Sign(Role.HubLead), StringComparison.Ordinal));
        using var reader = new StreamReader(connection.GetStream(), Encoding.ASCII);
        var line = await reader.ReadLineAsync();
        Assert.That(statuses.Split(' '), Has.Some.Matches<string>(status => line!.StartsWith($"HTTP/1.1 {status}", StringComparison.Ordinal)), line);
        Assert.That(log.Lines, Has.None.Contains("unhandled exception"));
        connection.Close();
        await sending;
    }

    [GeneratedRegex(@"\{(?<length>\d+)\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Lengths();

    private static async Task SendAsync(Socket to, string request)
    {
        try
        {
            await to.SendAsync(Encoding.ASCII.GetBytes(request));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // It answered without reading all of it.
        }
    }
}
