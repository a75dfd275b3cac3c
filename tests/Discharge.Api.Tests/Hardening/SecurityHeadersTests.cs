using System.Net;
using Discharge.Api.Access;
using Discharge.Api.Hardening;
using Discharge.Api.Tests.Requests;

namespace Discharge.Api.Tests.Hardening;

/// <summary>What every answer tells a browser, and what none tells anybody.</summary>
public sealed class SecurityHeadersTests
{
    private SmallService _service = null!;

    [OneTimeSetUp]
    public async Task Start() => _service = await SmallService.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [TestCase("/v1/correlation", true, HttpStatusCode.OK)]
    [TestCase("/v1/correlation", false, HttpStatusCode.Unauthorized)]
    [TestCase("/v1/nowhere", true, HttpStatusCode.NotFound)]
    [TestCase("/v1/visits/overriding", true, HttpStatusCode.Forbidden)]
    [TestCase("/openapi/v1.json", false, HttpStatusCode.OK)]
    [TestCase("/docs", false, HttpStatusCode.OK)]
    public async Task Every_answer_is_to_be_taken_as_it_is_and_shown_in_no_frame(string path, bool withToken, HttpStatusCode status)
    {
        using var answer = await _service.Get(path, withToken ? _service.Tokens.Sign(Role.DischargeCoordinator) : null);
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(status));
            Assert.That(One("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(One("X-Frame-Options"), Is.EqualTo("DENY"));
            Assert.That(One("Referrer-Policy"), Is.EqualTo("no-referrer"));
            Assert.That(One("Content-Security-Policy"), Does.StartWith("default-src 'none'; ").And.Contain("frame-ancestors 'none'"));
            Assert.That(answer.Headers.Contains("Server"), Is.False);
            Assert.That(answer.Headers.Contains("X-Powered-By"), Is.False);
        });

        string One(string header) => answer.Headers.GetValues(header).Single();
    }

    [Test]
    public async Task Nothing_that_needs_a_token_is_kept_by_anybody_on_the_way() =>
        Assert.That((await _service.Get("/v1/correlation")).Headers.CacheControl?.NoStore, Is.True);

    [Test]
    public async Task The_reference_page_runs_its_own_scripts_and_no_others()
    {
        using var page = await _service.Get("/docs", token: null);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Is.EqualTo(ReferencePagePolicy.Of(await page.Content.ReadAsStringAsync())));
        Assert.That(policy, Does.Contain("script-src 'self' 'sha256-").And.Not.Contain("unsafe-eval").And.Not.Contain("script-src 'self' 'unsafe-inline'").And.Not.Contain("http"));
        Assert.That(ReferencePagePolicy.Of("<script>alert(1)</script>"), Is.Not.EqualTo(ReferencePagePolicy.Of("<script>alert(2)</script>")));
    }

    [Test]
    public async Task Where_TLS_is_asked_for_nothing_is_taken_without_it()
    {
        await using var service = await SmallService.Start("Development", ("Tls:Required", "true"));
        await service.Get("/v1/correlation").Problem(400, "request.not-over-tls");
    }
}
