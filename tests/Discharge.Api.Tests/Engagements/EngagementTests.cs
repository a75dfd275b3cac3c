using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.OpenApi;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Engagements;

/// <summary>An auditor sees the cases of the engagements of their body, everybody under a pseudonym until they have said why they must know, and changes nothing.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class EngagementTests
{
    private static readonly string[] Tellings = ["Theodora", "Winterbottom", "Dora of the harbour", "Saltmarsh Lane", "07700 900461", "1936-11-02", "H-8841-Z", "The neighbour Prosser has the key"];

    private TestDatabase _database = null!;
    private RunningService _service = null!;
    private Client _governance = null!;
    private Client _hub = null!;
    private string _number = null!;
    private Guid _case;
    private Guid _reablement;
    private Guid _bedCase;
    private string _person = null!;
    private string _ward = null!;

    private string Path => $"/v1/discharge-cases/{_case}";

    private string History => $"/v1/cases/{_case}/history";

    [OneTimeSetUp]
    public async Task Somebody_with_a_case_of_each_type()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        (_governance, _hub, _number) = (new Client(_service, Role.InformationGovernance, "governance-1"), new Client(_service), Numbers.Next());
        object person = new
        {
            name = "Theodora Winterbottom",
            preferredName = "Dora of the harbour",
            dateOfBirth = "1936-11-02",
            nhsNumber = _number,
            hospitalNumber = "H-8841-Z",
            address = "3 Saltmarsh Lane",
            phone = "07700 900461",
        };
        var patient = await Patient.AdmittedAsync(_hub, person: person);
        (_case, _ward) = (patient.Id, patient.Ward);
        (await patient.Post("involvement", new { occurredAt = Patient.Ago(60), who = "person", by = "nurse", note = "The neighbour Prosser has the key" })).Expect(HttpStatusCode.OK);
        _person = (string)(await _hub.Get(Path)).Body["personRef"]!;
        (await _hub.Post($"/v1/people/{_person}/details", new { address = "4 Saltmarsh Lane" })).Expect(HttpStatusCode.OK);
        _reablement = Opened(await _hub.Post("/v1/reablement-cases", new { occurredAt = Patient.Ago(1), person, source = "community", referrer = "QMJ01", team = "RTEAM" }));
        _bedCase = Opened(await _hub.Post("/v1/rehabilitation-bed-cases", new { occurredAt = Patient.Ago(1), person, route = "step-up", referrer = "QMJ01", team = "RBEDS" }));

        static Guid Opened(Answer answer) => answer.Expect(HttpStatusCode.Created).Body["id"]!.GetValue<Guid>();
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Without_an_engagement_an_auditor_knows_of_nothing()
    {
        var auditor = Auditor("RNONE");

        Assert.Multiple(async () =>
        {
            Assert.That((await auditor("GET", Path, null)).Code, Is.EqualTo("discharge-case.not-found"));
            Assert.That((await auditor("GET", "/v1/discharge-cases", null)).Text, Does.Not.Contain(_case.ToString()));
            Assert.That((await auditor("GET", $"/v1/people/{_person}", null)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await auditor("POST", $"/v1/cases/{_case}/reveal", Why)).Code, Is.EqualTo("case.not-found"));
        });
    }

    [TestCase("RTEST", null, null, true)]
    [TestCase("QTEST", null, null, true)]
    [TestCase("RELSE", null, null, false)]
    [TestCase("RTEST", -1, 1, true)]
    [TestCase("RTEST", 2, null, false)]
    [TestCase("RTEST", null, -2, false)]
    public async Task With_one_they_know_of_the_cases_it_is_of(string organisation, int? from, int? until, bool knows)
    {
        var body = $"RA{Guid.NewGuid():N}"[..8].ToUpperInvariant();
        (await _governance.Post("/v1/engagements", Auditors.Engagement([organisation], body, openedFrom: Day(from), openedUntil: Day(until)))).Expect(HttpStatusCode.Created);
        var auditor = Auditor(body);

        Assert.Multiple(async () =>
        {
            Assert.That((await auditor("GET", Path, null)).Status, Is.EqualTo(knows ? HttpStatusCode.OK : HttpStatusCode.NotFound));
            Assert.That((await auditor("GET", "/v1/discharge-cases", null)).Text.Contains(_case.ToString(), StringComparison.Ordinal), Is.EqualTo(knows));
            Assert.That((await auditor("GET", $"/v1/people/{_person}", null)).Status, Is.EqualTo(knows ? HttpStatusCode.OK : HttpStatusCode.NotFound));
            // The reablement case of the same person is another's.
            Assert.That((await auditor("GET", $"/v1/reablement-cases/{_reablement}", null)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        });

        static string? Day(int? days) => days is { } given ? DateTime.UtcNow.AddDays(given).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
    }

    [Test]
    public async Task Once_it_is_over_or_ended_they_know_of_nothing_again()
    {
        var auditor = Auditor("RENDS");
        var engagement = (await _governance.Post("/v1/engagements", Auditors.Engagement(["RTEST"], "RENDS"))).Expect(HttpStatusCode.Created).Body["id"]!.ToString();
        Assert.That((await auditor("GET", Path, null)).Status, Is.EqualTo(HttpStatusCode.OK));

        var ended = (await _governance.Post($"/v1/engagements/{engagement}/end", new { reason = "access-revoked" })).Expect(HttpStatusCode.OK).Body;
        var again = (await _governance.Post($"/v1/engagements/{engagement}/end", new { reason = "completed" })).Expect(HttpStatusCode.OK).Body;
        Assert.That(((bool)ended["stands"]!, (string?)ended["ended"]!["reason"], (string?)again["ended"]!["reason"], (string?)again["ended"]!["by"]), Is.EqualTo((false, "access-revoked", "access-revoked", "governance-1")));
        Assert.That((await auditor("GET", Path, null)).Status, Is.EqualTo(HttpStatusCode.NotFound));

        (await _governance.Post("/v1/engagements", Auditors.Engagement(["RTEST"], "RENDS"))).Expect(HttpStatusCode.Created);
        Assert.That((await auditor("GET", Path, null)).Status, Is.EqualTo(HttpStatusCode.OK));
        await _database.RunAsOwnerAsync("update discharge.engagements set until = now() where body = 'RENDS'");
        Assert.That((await auditor("GET", Path, null)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Nothing_an_auditor_is_shown_says_who_anybody_is()
    {
        (await _governance.Post("/v1/engagements", Auditors.Engagement(["RTEST", "RTEAM", "RBEDS"], "RPSEU"))).Expect(HttpStatusCode.Created);
        var (auditor, whoMay, contract) = (Auditor("RPSEU"), new WhoMay(_service), await Contract.OfAsync(_service));
        var asked = contract.Operations.Where(operation => (operation.Method == "GET" || operation.Path.EndsWith("/what-if", StringComparison.Ordinal)) && whoMay.Requires(operation) is { } required && Role.Auditor.Permit(required)).ToArray();

        Assert.That(asked, Has.Length.GreaterThan(20));
        Assert.Multiple(async () =>
        {
            foreach (var operation in asked)
            {
                var answer = await auditor(operation.Method, PathTo(operation.Path), operation.Request?["example"]?.DeepClone());
                Assert.That(answer.Status, Is.EqualTo(operation.Path.StartsWith("/v1/beds/{", StringComparison.Ordinal) || operation.Path.Contains("reablement-teams/{", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK), $"{operation}: {answer.Text}");
                Assert.That(Tellings.Append(_number).Where(answer.Text.Contains), Is.Empty, operation.ToString());
            }
        });
        var seen = await auditor("GET", Path, null);
        var pseudonym = $"Person {_case.ToString()[^8..].ToUpperInvariant()}";
        Assert.That(((string?)seen.Body["person"]!["name"], seen.Body["person"]!.AsObject().Count), Is.EqualTo((pseudonym, 1)));
        Assert.That((await auditor("GET", $"/v1/wards/RTEST/{Uri.EscapeDataString(_ward)}/board", null)).Text, Does.Contain(pseudonym));
        Assert.That((await auditor("GET", History, null)).Text, Does.Contain("\"withheld\":true").And.Not.Contain("disposedOf"));
    }

    [Test]
    public async Task Whoever_says_why_is_told_of_that_case_and_it_is_on_record()
    {
        var engagement = (await _governance.Post("/v1/engagements", Auditors.Engagement(["RTEST"], "RTOLD"))).Expect(HttpStatusCode.Created).Body["id"]!.ToString();
        var (auditor, colleague, elsewhere) = (Auditor("RTOLD", "auditor-7"), Auditor("RTOLD", "auditor-8"), Auditor("RELSE", "auditor-7"));
        var another = await Patient.AdmittedAsync(_hub, person: new { name = "Leopold Tregarthen", nhsNumberMissing = "not-yet-traced" });
        var before = (await auditor("GET", Path, null)).Expect(HttpStatusCode.OK);
        var version = (await _hub.Get(Path)).Version;

        var revealed = (await auditor("POST", $"/v1/cases/{_case}/reveal", Why)).Expect(HttpStatusCode.OK).Body;
        (await auditor("POST", $"/v1/cases/{_case}/reveal", Why)).Expect(HttpStatusCode.OK);

        var after = (await auditor("GET", Path, null)).Expect(HttpStatusCode.OK);
        Assert.Multiple(async () =>
        {
            Assert.That(((string?)revealed["case"], (string?)revealed["engagement"]), Is.EqualTo((_case.ToString(), engagement)));
            Assert.That(after.Text, Does.Contain("Theodora Winterbottom").And.Contain(_number));
            Assert.That((await auditor("GET", History, null)).Text, Does.Contain("The neighbour Prosser has the key"));
            Assert.That((await auditor("GET", $"/v1/people/{_person}", null)).Text, Does.Contain("3 Saltmarsh Lane").And.Contain("4 Saltmarsh Lane"));
            Assert.That(after.ETag, Is.Not.EqualTo(before.ETag));
            Assert.That((await colleague("GET", Path, null)).Text, Does.Not.Contain("Theodora"));
            Assert.That((await elsewhere("GET", Path, null)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await auditor("GET", another.Path, null)).Text, Does.Not.Contain("Tregarthen"));
            Assert.That((await auditor("GET", "/v1/discharge-cases", null)).Text, Does.Not.Contain("Theodora"));
            Assert.That((await _hub.Get(Path)).Version, Is.EqualTo(version), "It changes nothing in the case.");
        });

        var listed = (await _governance.Get("/v1/engagements")).Expect(HttpStatusCode.OK).Body["engagements"]!.AsArray().Single(one => (string?)one!["id"] == engagement)!;
        Assert.That(listed["reveals"]!.AsArray().Select(one => ((string?)one!["case"], (string?)one["by"], (string?)one["ground"], (string?)one["reason"])), Is.EqualTo([(_case.ToString(), "auditor-7", "incident", "Incident 2026-114")]));
        var looks = (await _governance.Get("/v1/access-log?actor=auditor-7&limit=1000")).Body["looks"]!.AsArray();
        Assert.That(looks.Count(look => (string?)look!["what"] == "reveal-person" && (string?)look["outcome"] == "shown" && look["touched"]!.ToJsonString().Contains(_case.ToString(), StringComparison.Ordinal)), Is.EqualTo(2));

        // What was revealed under an engagement is not revealed under the next.
        (await _governance.Post($"/v1/engagements/{engagement}/end", new { reason = "completed" })).Expect(HttpStatusCode.OK);
        (await _governance.Post("/v1/engagements", Auditors.Engagement(["RTEST"], "RTOLD"))).Expect(HttpStatusCode.Created);
        Assert.That((await auditor("GET", Path, null)).Expect(HttpStatusCode.OK).Text, Does.Not.Contain("Theodora"));
    }

    [Test]
    public async Task Auditors_see_the_engagements_of_their_own_body_and_keep_none()
    {
        foreach (var body in new[] { "ROWN1", "ROWN2" })
        {
            (await _governance.Post("/v1/engagements", Auditors.Engagement(["RTEST"], body))).Expect(HttpStatusCode.Created);
        }

        var auditor = Auditor("ROWN1");
        var own = (await auditor("GET", "/v1/engagements", null)).Expect(HttpStatusCode.OK).Body["engagements"]!.AsArray();
        Assert.Multiple(async () =>
        {
            Assert.That(own.Select(one => ((string?)one!["body"], (string?)one["by"], (string?)one["purpose"], (bool)one["stands"]!)), Is.EqualTo([("ROWN1", "governance-1", "Audit plan, item 14", true)]));
            Assert.That((await auditor("POST", "/v1/engagements", JsonNode.Parse("{}"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await auditor("POST", $"/v1/engagements/{own[0]!["id"]}/end", JsonNode.Parse("{}"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        });

        var first = (await _governance.Get("/v1/engagements?limit=1")).Expect(HttpStatusCode.OK).Body;
        var second = (await _governance.Get($"/v1/engagements?limit=1&after={first["next"]}")).Expect(HttpStatusCode.OK).Body;
        Assert.That(((string?)first["engagements"]![0]!["id"])!.CompareTo((string?)second["engagements"]![0]!["id"], StringComparison.Ordinal), Is.Positive, "The last recorded comes first.");
    }

    [Test]
    public async Task What_is_amiss_in_an_engagement_is_named_and_the_same_key_records_one()
    {
        var amiss = (await _governance.Post("/v1/engagements", new { body = "RAMIS", purpose = "Audit of 943 476 5919", organisations = Array.Empty<string>(), until = Patient.Ago(1), openedFrom = "2026-02-01", openedUntil = "2026-01-01" }))
            .Expect(HttpStatusCode.BadRequest).Body;
        Assert.That(amiss["errors"]!.AsObject().Select(field => field.Key), Is.EquivalentTo(["purpose", "organisations", "until", "openedUntil"]));

        var engagement = Auditors.Engagement(["RTEST"], "RONCE");
        var (once, twice) = ((await _governance.Post("/v1/engagements", engagement, key: "e-1")).Expect(HttpStatusCode.Created), (await _governance.Post("/v1/engagements", engagement, key: "e-1")).Expect(HttpStatusCode.Created));
        Assert.That(twice.Text, Is.EqualTo(once.Text));
        Assert.That(once.Location, Is.Null, "No one engagement is to be read by itself.");
        Assert.That(await _database.AskAsOwnerAsync<long>("select count(*) from discharge.engagements where body = 'RONCE'"), Is.EqualTo(1));
        Assert.That((await _governance.Post($"/v1/engagements/{Guid.CreateVersion7()}/end", new { reason = "completed" })).Code, Is.EqualTo("engagement.not-found"));
    }

    private static object Why => new { ground = "incident", reason = "Incident 2026-114" };

    private string PathTo(string path)
    {
        var day = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return path
            .Replace("reablement-cases/{id}", $"reablement-cases/{_reablement}", StringComparison.Ordinal)
            .Replace("rehabilitation-bed-cases/{id}", $"rehabilitation-bed-cases/{_bedCase}", StringComparison.Ordinal)
            .Replace("timelines/{id}", "timelines/T01", StringComparison.Ordinal)
            .Replace("{id}", _case.ToString(), StringComparison.Ordinal)
            .Replace("{person}", _person, StringComparison.Ordinal)
            .Replace("{bed}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal)
            .Replace("{odsSite}", "RTEST", StringComparison.Ordinal)
            .Replace("{ward}", Uri.EscapeDataString(_ward), StringComparison.Ordinal) + path switch
            {
                "/v1/timelines/{id}/due" => "?startedAt=2026-03-28T20:00:00Z",
                "/v1/clocks/forecast" => $"?until={Uri.EscapeDataString(Patient.Spelled(DateTimeOffset.UtcNow.AddDays(20)))}",
                "/v1/discharge-cases/delay-measures" => $"?site=RTEST&from={day}&to={day}",
                "/v1/bed-capacity" or "/v1/bed-occupancy" or "/v1/reablement-report" or "/v1/reablement-measures" => $"?from={day}&to={day}",
                _ => string.Empty,
            };
    }

    private Func<string, string, object?, Task<Answer>> Auditor(string body, string? subject = null)
    {
        var token = _service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(Role.Auditor, body, subject);
        return async (method, path, said) =>
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = said is null ? null : System.Net.Http.Json.JsonContent.Create(said) };
            request.Headers.Authorization = new("Bearer", token);
            using var answer = await _service.Http.SendAsync(request);
            return await Answer.Of(answer);
        };
    }
}
