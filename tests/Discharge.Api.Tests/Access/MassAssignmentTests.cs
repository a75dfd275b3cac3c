using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.OpenApi;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Access;

/// <summary>Who did it, for whom, when it was recorded and in which case are never the sender's to say. Each is tried in the body, the path, the query and the headers of every command there is.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class MassAssignmentTests
{
    private static readonly string[] NotTheirs =
    [
        "actor", "recordedBy", "recordedAt", "user", "subject", "sub", "organisation", "organization", "role", "roles", "tenant", "id", "caseId", "version", "correlationId", "causationId",
        "seal", "isSenior", "admin", "openedBy", "personRef", "person.id", "__proto__", "$type",
    ];

    private TestDatabase _database = null!;
    private RunningService _service = null!;
    private Contract _contract = null!;
    private Patient _patient = null!;
    private Patient _other = null!;

    [OneTimeSetUp]
    public async Task Two_cases()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        _contract = await Contract.OfAsync(_service);
        var client = new Client(_service, subject: "the-sender");
        (_patient, _other) = (await Patient.AdmittedAsync(client), await Patient.AdmittedAsync(client));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task In_a_body_it_is_named_and_nothing_of_the_body_is_used()
    {
        var (before, whoMay) = (await RecordedAsync(), new WhoMay(_service));
        foreach (var command in _contract.Commands)
        {
            foreach (var name in NotTheirs.Where(name => command.Fields.All(field => !field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))))
            {
                var body = command.Saying();
                body[name] = _other.Id.ToString();
                var answer = await SendAsync(command.At(_patient.Id.ToString()), body, role: whoMay.RoleFor("POST", command.Path));
                Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.BadRequest, "request.unreadable")), $"{command.Path} {name}: {answer.Text}");
            }
        }

        Assert.That(await RecordedAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task In_the_query_it_is_named_and_nothing_is_recorded()
    {
        var (before, whoMay) = (await RecordedAsync(), new WhoMay(_service));
        foreach (var command in _contract.Commands)
        {
            foreach (var query in new[] { $"id={_other.Id}", "actor=somebody-else", "recordedAt=2020-01-01T00:00:00Z", "role=auditor" })
            {
                var answer = await SendAsync($"{command.At(_patient.Id.ToString())}?{query}", command.Saying(), role: whoMay.RoleFor("POST", command.Path));
                Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.BadRequest, "request.unreadable")), $"{command.Path}?{query}: {answer.Text}");
            }
        }

        Assert.That(await RecordedAsync(), Is.EqualTo(before));
    }

    [Test]
    public async Task In_the_headers_it_changes_nothing()
    {
        var (before, ofOther) = (DateTimeOffset.UtcNow.AddSeconds(-2), (await RecordedAsync(_other.Id)).Length);
        var answer = await SendAsync($"{_patient.Path}/criteria-to-reside-reviews", JsonNode.Parse($$"""{"occurredAt":"{{Patient.Ago(71)}}","criteriaMet":[],"medicallyStable":true,"by":"nurse"}""")!.AsObject(), headers =>
        {
            foreach (var (name, value) in new[]
            {
                ("X-User", "somebody-else"), ("X-Actor", "somebody-else"), ("X-Forwarded-User", "somebody-else"), ("X-Role", "auditor"), ("X-Organisation", "RXX01"), ("X-Case-Id", _other.Id.ToString()),
                ("X-Recorded-At", "2020-01-01T00:00:00Z"), ("Date", "Wed, 01 Jan 2020 00:00:00 GMT"), ("X-Original-URL", _other.Path), ("X-Rewrite-URL", _other.Path), ("X-HTTP-Method-Override", "DELETE"),
                ("Cookie", "user=somebody-else"),
            })
            {
                headers.TryAddWithoutValidation(name, value);
            }
        });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
        var entry = (await new Client(_service).Get($"/v1/cases/{_patient.Id}/history")).Body["entries"]!.AsArray()[^1]!;
        Assert.Multiple(async () =>
        {
            Assert.That(entry.ToJsonString(), Does.Contain("\"the-sender\"").And.Contain("hub-lead").And.Contain("QDEMO").And.Not.Contain("somebody-else").And.Not.Contain("RXX01"));
            Assert.That(DateTimeOffset.Parse(entry["recordedAt"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThan(before));
            Assert.That(await RecordedAsync(_other.Id), Has.Length.EqualTo(ofOther));
        });
    }

    [Test]
    public async Task An_entry_of_another_case_is_not_withdrawn_by_way_of_ones_own()
    {
        var before = await RecordedAsync(_other.Id);
        var answer = await SendAsync($"/v1/cases/{_patient.Id}/entries/99/withdrawal", JsonNode.Parse($$"""{"occurredAt":"{{Patient.Ago(1)}}","reason":"wrong-person"}""")!.AsObject());
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity).Or.EqualTo(HttpStatusCode.NotFound), answer.Text);
        Assert.That(await RecordedAsync(_other.Id), Is.EqualTo(before));
    }

    private Task<long> RecordedAsync() => _database.AskAsOwnerAsync<long>("select count(*) from cases.mt_events");

    private async Task<string[]> RecordedAsync(Guid id) => [.. (await new Client(_service).Get($"/v1/cases/{id}/history")).Body["entries"]!.AsArray().Select(entry => entry!.ToJsonString())];

    private async Task<Answer> SendAsync(string path, JsonObject body, Action<HttpRequestHeaders>? adjust = null, Role role = Role.HubLead)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(role, "QDEMO", "the-sender"));
        adjust?.Invoke(request.Headers);
        using var answer = await _service.Http.SendAsync(request);
        return await Answer.Of(answer);
    }
}
