namespace Discharge.Api.Tests.Requests;

public sealed class ProblemTests
{
    private SmallService _service = null!;

    [OneTimeSetUp]
    public async Task Start() => _service = await SmallService.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [TestCase("/v1/failures/inside", 500, "unexpected")]
    [TestCase("/v1/failures/database", 503, "database.away")]
    [TestCase("/v1/failures/refused", 422, "discharge.not-ready")]
    [TestCase("/v1/failures/one-off", 422, "discharge.already-assessed")]
    [TestCase("/v1/failures/taken", 409, "discharge.case-already-open")]
    [TestCase("/v1/failures/overtaken", 409, "request.overtaken")]
    [TestCase("/v1/failures/contended", 503, "request.contended")]
    [TestCase("/v1/failures/stale", 412, "request.stale")]
    [TestCase("/v1/failures/key", 422, "idempotency-key.used-before")]
    [TestCase("/v1/failures/absent", 404, "discharge-case.not-found")]
    [TestCase("/v1/nowhere", 404, "path.not-found")]
    [TestCase("/v1/visits/019b76da-a800-7000-8000-000000000001", 405, "path.method-not-allowed", Description = "It takes POST")]
    public async Task Every_no_is_a_problem_that_gives_nothing_away(string path, int status, string code) =>
        await _service.Get(path).Problem(status, code);

    [Test]
    public async Task A_refusal_says_what_is_missing_and_what_would_be_accepted()
    {
        var problem = await _service.Get("/v1/failures/refused").Problem(422, "discharge.not-ready");
        Assert.Multiple(() =>
        {
            Assert.That(problem["missing"]!.AsArray().Select(missing => (string?)missing!["code"]), Does.Contain("discharge.not-assessed"));
            Assert.That((string?)problem["accepted"], Does.StartWith("Record what is missing"));
        });
    }

    [Test]
    public async Task A_refusal_names_the_entry_or_the_case_that_stands_in_the_way()
    {
        var entry = await _service.Get("/v1/failures/one-off").Problem(422, "discharge.already-assessed");
        var other = await _service.Get("/v1/failures/taken").Problem(409, "discharge.case-already-open");
        Assert.Multiple(() =>
        {
            Assert.That((long?)entry["onRecord"], Is.EqualTo(4));
            Assert.That((Guid?)other["caseId"], Is.EqualTo(Visits.Id));
        });
    }

    [Test]
    public async Task A_stale_precondition_names_what_was_recorded_since()
    {
        var since = (await _service.Get("/v1/failures/stale").Problem(412, "request.stale"))["since"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That((long?)since["version"], Is.EqualTo(8));
            Assert.That((string?)since["occurredAt"], Is.EqualTo("2026-03-29T21:00:00+01:00"));
        });
    }

    [Test]
    public async Task While_the_database_is_away_the_answer_says_when_to_ask_again()
    {
        using var response = await _service.Get("/v1/failures/database");
        Assert.That(response.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    [Test]
    public async Task No_answer_names_its_server()
    {
        using var response = await _service.Get("/v1/nowhere");
        Assert.That(response.Headers.Server, Is.Empty);
    }

    [Test]
    public async Task A_wrong_method_is_told_the_right_ones()
    {
        using var response = await _service.Get($"/v1/visits/{Visits.Id}");
        Assert.That(response.Content.Headers.Allow, Is.EqualTo(["POST"]));
    }

    [Test]
    public async Task The_ids_a_caller_gives_are_kept_and_mirrored_back_also_from_a_failure()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/failures/inside") { Headers = { { "X-Request-Id", "ward-7" }, { "X-Correlation-Id", "round-3" } } };
        using var response = await _service.Send(request, _service.Tokens.Sign(Discharge.Api.Access.Role.HubLead));
        Assert.Multiple(() =>
        {
            Assert.That(response.Headers.GetValues("X-Request-Id"), Is.EqualTo(["ward-7"]));
            Assert.That(response.Headers.GetValues("X-Correlation-Id"), Is.EqualTo(["round-3"]));
        });
    }

    [TestCase("with spaces in it")]
    [TestCase("a long one", 129)]
    public async Task Ids_that_are_not_fit_to_keep_are_replaced(string id, int length = 0)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/correlation");
        request.Headers.TryAddWithoutValidation("X-Request-Id", length > 0 ? new string('a', length) : id);
        var kept = await _service.Send(request, _service.Tokens.Sign(Discharge.Api.Access.Role.HubLead)).Json();
        Assert.Multiple(() =>
        {
            Assert.That(Guid.TryParse((string?)kept["requestId"], out _), Is.True);
            Assert.That((string?)kept["correlationId"], Is.EqualTo((string?)kept["requestId"]));
        });
    }
}
