using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Api.Cases;
using Discharge.Api.Tests.DischargeCases;
using Discharge.Api.Tests.OpenApi;
using Discharge.Persistence.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Cases;

/// <summary>Every command of the contract is sent everything that can be wrong with it, and answers each time what is to be put right; nothing is recorded.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BadInputTests
{
    private TestDatabase _database = null!;
    private WhoMay _whoMay = null!;
    private RunningService _service = null!;
    private IReadOnlyList<Contract.Command> _commands = null!;
    private Guid _case;

    [OneTimeSetUp]
    public async Task A_service_with_one_case()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        _commands = (await Contract.OfAsync(_service)).Commands;
        _whoMay = new WhoMay(_service);
        _case = (await Patient.AdmittedAsync(new Client(_service))).Id;
    }

    [OneTimeTearDown]
    public async Task Nothing_was_recorded()
    {
        var (events, people, answers) = (await _service.Events(), await _service.Ask<long>("select count(*) from discharge.people"), await _service.Ask<long>("select count(*) from discharge.command_answers"));
        await _service.DisposeAsync();
        await _database.DisposeAsync();
        Assert.That((events, people, answers), Is.EqualTo((1, 1, 1)), "Something of a request that was turned away is in the database.");
    }

    [Test]
    public void The_contract_names_every_kind_of_field()
    {
        var fields = _commands.SelectMany(command => command.Fields).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(_commands, Has.Count.GreaterThanOrEqualTo(12));
            Assert.That(_commands.Where(command => !command.IsDated).Select(command => command.Path), Is.EquivalentTo(new[] { "/v1/people/search", "/v1/people/{person}/details", "/v1/people/{person}/legal-holds", "/v1/people/{person}/legal-hold-ends", "/v1/people/{person}/appraisals", "/v1/people/{person}/disposals", "/v1/people/{person}/subject-access-requests", "/v1/subject-access-requests/{id}/extensions", "/v1/subject-access-requests/{id}/redactions", "/v1/subject-access-requests/{id}/redactions/{redaction}/withdrawal", "/v1/subject-access-requests/{id}/answer", "/v1/cases/{id}/what-if", "/v1/timelines/back-test", "/v1/engagements", "/v1/engagements/{id}/end", "/v1/cases/{id}/reveal" }));
            Assert.That(fields.Where(field => field.IsChoice).Select(field => field.Name), Does.Contain("pathway").And.Contain("person.nhsNumberMissing").And.Contain("override.role"));
            Assert.That(fields.Where(field => field.IsWords).Select(field => field.Name), Does.Contain("ward").And.Contain("note").And.Contain("person.name"));
        });
    }

    [Test]
    public Task A_moment_without_an_offset_is_named() => EachField(field => field.IsMoment, "2026-03-01T10:00:00");

    [Test]
    public Task A_moment_that_is_none_is_named() => EachField(field => field.IsMoment, "2026-02-30T10:00:00Z");

    [Test]
    public Task A_word_that_is_not_on_the_list_is_named() => EachField(field => field.IsChoice, "nonsense");

    [Test]
    public Task A_value_of_another_type_is_named() => EachField(_ => true, 17.5);

    [Test]
    public Task Another_kind_of_value_is_named() => EachField(field => !field.Schema.AsObject().ContainsKey("properties"), new JsonObject { ["a"] = 1 });

    [Test]
    public Task Null_for_what_is_required_is_named() => EachField(field => field.IsRequired, null);

    [Test]
    public Task A_character_that_is_none_is_named() => EachField(field => field.IsWords, "North\u0000gate");

    [TestCase("Idempotency-Key")]
    [TestCase("If-Match")]
    public async Task A_header_of_letters_that_cannot_stand_in_it_is_named(string header)
    {
        var service = await SharedService.RunningAsync();
        var patient = await Patient.AdmittedAsync();
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 }) { BaseAddress = service.Http.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{patient.Path}/criteria-to-reside-reviews") { Content = JsonContent.Create(Patient.Review(1)) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(Role.HubLead, "QDEMO"));
        request.Headers.TryAddWithoutValidation(header, "\u00e9\u00ff");

        var answer = await Answer.Of(await http.SendAsync(request));

        Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.BadRequest, "request.unreadable")));
        Assert.That(answer.Body["errors"]![header], Is.Not.Null);
    }

    [Test]
    public Task A_field_nobody_knows_is_named() => Each(command => Refused(command, command.Saying("surprise", 1), 400, "request.unreadable", "surprise"));

    [Test]
    public Task What_is_required_and_left_out_is_named() => EachOf(field => field.IsRequired, (command, field) => Refused(command, command.Without(field.Name), 400, "request.unreadable", field.Name));

    [Test]
    public Task Half_a_character_is_named() => EachOf(field => field.IsWords, (command, field) =>
        Refused(command, Raw(command.Saying(field.Name, "HALF").ToJsonString().Replace("HALF", "x\\ud800y", StringComparison.Ordinal)), 400, "request.unreadable", field.Name));

    [Test]
    public Task What_has_not_happened_yet_is_refused() => Each(command => !command.IsDated ? Task.CompletedTask :
        Refused(command, command.Saying("occurredAt", Patient.Spelled(DateTimeOffset.UtcNow.AddMinutes(2))), 422, CaseCommands.InTheFuture.Code));

    [TestCase("999 007 9197", Description = "The check digit is another")]
    [TestCase("9999999999", Description = "One digit repeated, whose check digit fits")]
    [TestCase("999007919", Description = "Too short")]
    [TestCase("99900791961", Description = "Too long")]
    [TestCase("999007919X", Description = "A letter")]
    public async Task An_impossible_NHS_number_is_named_and_not_repeated(string number)
    {
        var opening = _commands.Single(command => command.Path == "/v1/discharge-cases");
        var problem = await Refused(opening, opening.Saying("person.nhsNumber", number), 400, "request.unreadable", "person.nhsNumber");
        Assert.That(problem.ToJsonString(), Does.Not.Contain(number));
    }

    [TestCase("person", """{ "nhsNumber": "9990079196", "nhsNumberMissing": "unidentified" }""", "person.nhsNumberMissing")]
    [TestCase("person", """{ "dateOfBirth": "1899-12-31" }""", "person.dateOfBirth")]
    [TestCase("person", """{ "dateOfBirth": "2199-01-01" }""", "person.dateOfBirth")]
    [TestCase("authority", """{ "standing": "known" }""", "authority.code")]
    [TestCase("authority", """{ "standing": "unknown", "code": "713" }""", "authority.code")]
    public async Task What_contradicts_itself_in_an_opening_is_named(string part, string said, string field)
    {
        var opening = _commands.Single(command => command.Path == "/v1/discharge-cases");
        await Refused(opening, opening.Saying(part, JsonNode.Parse(said)), 400, "request.unreadable", field);
    }

    [Test]
    public async Task Everything_that_is_amiss_is_named_at_once()
    {
        var opening = _commands.Single(command => command.Path == "/v1/discharge-cases");
        var body = opening.Saying("person", JsonNode.Parse("""{ "nhsNumber": "9990079196", "nhsNumberMissing": "unidentified", "dateOfBirth": "1850-01-01" }"""));
        body["authority"] = new JsonObject { ["standing"] = "known" };

        var problem = await Refused(opening, body, 400, "request.unreadable");

        Assert.That(problem["errors"]!.AsObject().Select(error => error.Key), Is.EquivalentTo(["person.nhsNumberMissing", "person.dateOfBirth", "authority.code"]));
    }

    [TestCase("""{ "standing": "known" }""")]
    [TestCase("""{ "standing": "unknown", "code": "713" }""")]
    public async Task An_authority_that_contradicts_itself_is_named(string authority)
    {
        var change = _commands.Single(command => command.Path.EndsWith("/authority", StringComparison.Ordinal));
        await Refused(change, change.Saying("authority", JsonNode.Parse(authority)), 400, "request.unreadable", "authority.code");
    }

    [TestCase("1899-12-31")]
    [TestCase("2199-01-01")]
    public async Task Nobody_is_looked_for_who_was_born_too_early_or_is_still_to_be_born(string born)
    {
        var search = _commands.Single(command => command.Path == "/v1/people/search");
        await Refused(search, search.Saying("dateOfBirth", born), 400, "request.unreadable", "dateOfBirth");
    }

    [TestCase("", Description = "Nothing")]
    [TestCase("{\"occurredAt\":", Description = "Cut off")]
    [TestCase("{}}", Description = "Too much")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"words\"")]
    [TestCase("{\"occurredAt\":\"2026-03-01T10:00:00Z\",\"occurredAt\":\"2026-03-01T10:00:00Z\"}", Description = "A field twice")]
    [TestCase("{\"\\ud800\":1}", Description = "A field whose name is no text")]
    public Task A_body_that_is_no_object_is_named(string body) => Each(command => Refused(command, Raw(body), 400, "request.unreadable", "body"));

    [Test]
    public Task Bytes_that_are_no_text_are_named() => Each(command =>
        Refused(command, new ByteArrayContent([0x7b, 0xff, 0x7d]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }, 400, "request.unreadable", "body"));

    [Test]
    public Task A_body_that_is_too_long_is_turned_away() => Each(command =>
        Refused(command, Raw(command.Saying().ToJsonString() + new string(' ', 70_000)), 413, "request.too-large"));

    [Test]
    public Task A_body_that_is_too_long_and_does_not_say_so_is_turned_away() => Each(command => Refused(command, new Unannounced(70_000), 413, "request.too-large"));

    [TestCase("text/plain")]
    [TestCase("application/xml")]
    [TestCase("application/json; charset=utf-16")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase(null)]
    public Task What_is_not_announced_as_JSON_is_turned_away(string? mediaType) => Each(command =>
    {
        var body = new ByteArrayContent(Encoding.UTF8.GetBytes(command.Saying().ToJsonString()));
        body.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        return Refused(command, body, 415, "request.not-json");
    });

    [Test]
    public Task Without_a_token_nothing_is_read() => Each(command => Refused(command, Raw("{"), 401, "access.no-valid-token", role: null));

    [Test]
    public Task Without_permission_nothing_is_read() => Each(command => Refused(command, Raw("{"), 403, "access.not-permitted", role: Role.Administrator));

    [Test]
    public async Task A_decision_against_a_rule_needs_a_permission_of_its_own()
    {
        var decision = _commands.Single(command => command.Path.EndsWith("/discharge-decision", StringComparison.Ordinal));
        var body = decision.Saying("override", new JsonObject { ["role"] = "consultant", ["reason"] = "clinical-judgement" });
        var words = decision.Fields.Where(field => field.IsChoice).ToDictionary(field => field.Name, field => (string)field.Schema["enum"]![0]!);
        body["override"] = new JsonObject { ["role"] = words["override.role"], ["reason"] = words["override.reason"] };

        var problem = await Refused(decision, body, 403, "access.not-permitted", role: Role.DischargeCoordinator);

        Assert.That((string?)problem["operation"], Is.EqualTo("override-discharge-decision"));
    }

    [Test]
    public Task An_id_that_nothing_has_is_not_found() => EachOnACase(async command =>
    {
        var problem = await Sent(command.At(Guid.CreateVersion7().ToString()), command.Saying(), _whoMay.RoleFor("POST", command.Path));
        Assert.That((problem.Status, problem.Code), Is.EqualTo((HttpStatusCode.NotFound, $"{command.Path.Split('/')[2][..^1]}.not-found")), command.Path);
    });

    [TestCase("not-a-uuid")]
    [TestCase("%01")]
    [TestCase("%0A")]
    [TestCase("%ED%A0%80", Description = "Half a character")]
    [TestCase("..%2F..%2Fv1")]
    public Task A_malformed_id_is_a_clear_no(string id) => EachOnACase(async command =>
    {
        var answer = await Sent(command.At(id), command.Saying(), _whoMay.RoleFor("POST", command.Path));
        Assert.That(answer.Status, Is.AnyOf(HttpStatusCode.BadRequest, HttpStatusCode.NotFound), command.Path);
    });

    [TestCase("0")]
    [TestCase("-1")]
    [TestCase("1", Description = "An entry of another kind")]
    [TestCase("99")]
    [TestCase("99999999999999999999")]
    [TestCase("019b76da-a800-7000-8000-000000000001")]
    [TestCase("nonsense")]
    [TestCase("%01")]
    public Task What_a_case_does_not_have_is_a_clear_no(string part) =>
        All(_commands.Where(command => command.Path.StartsWith("/v1/discharge-cases/", StringComparison.Ordinal) && command.Path.Count('{') > 1), async command =>
        {
            var answer = await Sent(command.At(_case.ToString(), part), command.Saying());
            Assert.That(answer.Code, Is.EqualTo("path.not-found").Or.EqualTo("request.unreadable").Or.StartsWith("discharge.no-such-"), answer.Text);
        });

    [Test]
    public async Task A_delay_that_is_not_there_cannot_be_the_primary_one()
    {
        var naming = _commands.Single(command => command.Path.EndsWith("/primary-delays", StringComparison.Ordinal));
        await Refused(naming, naming.Saying("delay", 99), 422, "discharge.no-such-delay");
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \t ")]
    public async Task A_task_of_no_kind_that_is_not_said_in_words_is_named(string? words)
    {
        var tasks = _commands.Single(command => command.Path.EndsWith("/tasks", StringComparison.Ordinal));
        var task = tasks.Saying("what", "other");
        task["note"] = words;
        await Refused(tasks, task, 400, "request.unreadable", "note");
    }

    [TestCase("medicines", "equipment", "hoist")]
    [TestCase("receiver", "equipment", "hoist")]
    [TestCase("equipment", "receiver", "neighbour")]
    [TestCase("transport", "receiver", "nobody")]
    public async Task What_belongs_to_another_item_of_a_transfer_is_named(string item, string field, string said)
    {
        var items = _commands.Single(command => command.Path.EndsWith("/transfer-items", StringComparison.Ordinal));
        var report = items.Saying("item", item);
        report.Remove("equipment");
        report[field] = said;
        await Refused(items, report, 400, "request.unreadable", field);
    }

    [TestCase("0", 422)]
    [TestCase("-1", 422)]
    [TestCase("99", 422)]
    [TestCase("one", 404)]
    [TestCase("99999999999999999999", 404)]
    public async Task An_entry_that_is_not_there_cannot_be_withdrawn(string version, int status)
    {
        var answer = await Sent($"/v1/cases/{_case}/entries/{version}/withdrawal", new JsonObject { ["occurredAt"] = Patient.Ago(1), ["reason"] = "wrong-time" });
        Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
    }

    [TestCase("/v1/wards/RTEST/%01/board", 400)]
    [TestCase("/v1/wards/RTEST/%7F/board", 400)]
    [TestCase("/v1/wards/RTEST/North%C2%85gate/board", 400)]
    [TestCase("/v1/wards/RTEST/NorthgateNorthgateNorthgateNorthgateNorthgateNorthgateNorthgateNorthgateNorthgate/board", 400)]
    [TestCase("/v1/wards/R%01T/Northgate/board", 400)]
    [TestCase("/v1/wards/R/Northgate/board", 400)]
    [TestCase("/v1/timelines/%01/due?startedAt=2026-03-01T10:00:00Z", 404)]
    [TestCase("/v1/timelines/T01/due?startedAt=2026-03-01T10:00:00", 400)]
    [TestCase("/v1/timelines/T01/due?startedAt=%00", 400)]
    [TestCase("/v1/timelines/T01/due", 400)]
    [TestCase("/v1/discharge-cases/not-a-uuid", 404)]
    [TestCase("/v1/cases/not-a-uuid/history", 404)]
    [TestCase("/v1/nowhere", 404)]
    public async Task What_cannot_be_asked_for_is_a_clear_no(string path, int status)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), Role.HubLead);
        Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
        IsAProblem(answer, path);
    }

    [TestCase("/v1/wards/RTEST/%00/board")]
    [TestCase("/v1/wards/R%00/Northgate/board")]
    [TestCase("/v1/discharge-cases/%00")]
    public async Task A_NUL_in_a_path_is_turned_away_by_the_server_before_it_is_a_request(string path) =>
        Assert.That((await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), Role.HubLead)).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [TestCase("/v1/wards/RTEST/%ED%A0%80/board", Description = "Half a character is taken as it is written")]
    [TestCase("/v1/wards/RTEST/%20Nowhere%20/board", Description = "Blanks around a name are no part of it")]
    public async Task A_ward_nobody_lies_on_is_empty(string path) =>
        Assert.That((await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), Role.HubLead)).Expect(HttpStatusCode.OK).Body["people"]!.AsArray(), Is.Empty);

    [TestCase("words")]
    [TestCase("alsoNeeds")]
    [TestCase("entry")]
    [TestCase("OccurredAt")]
    public Task What_the_service_calls_its_own_is_no_field(string field) => Each(command => Refused(command, command.Saying(field, 1), 400, "request.unreadable", field));

    private Task Each(Func<Contract.Command, Task> check) => All(_commands, check);

    private Task EachOnACase(Func<Contract.Command, Task> check) => All(_commands.Where(command => command.Path.Contains("{id}", StringComparison.Ordinal)), check);

    private Task EachOf(Func<Contract.Field, bool> which, Func<Contract.Command, Contract.Field, Task> check) =>
        All(_commands.SelectMany(command => command.Fields.Where(which), (command, field) => (command, field)), pair => check(pair.command, pair.field));

    private Task EachField(Func<Contract.Field, bool> which, JsonNode? value) => EachOf(which, (command, field) =>
        Refused(command, command.Saying(field.Name, value?.DeepClone()), 400, "request.unreadable", field.Name));

    private static async Task All<T>(IEnumerable<T> all, Func<T, Task> check)
    {
        var checkedOnes = 0;
        foreach (var one in all)
        {
            await check(one);
            checkedOnes++;
        }

        Assert.That(checkedOnes, Is.Positive);
    }

    private Task<JsonNode> Refused(Contract.Command command, JsonNode body, int status, string code, string? field = null, Role? role = Role.HubLead) =>
        Refused(command, Raw(body.ToJsonString()), status, code, field, role);

    private async Task<JsonNode> Refused(Contract.Command command, HttpContent body, int status, string code, string? field = null, Role? role = Role.HubLead)
    {
        var path = command.At(_case.ToString());
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = body }, role is Role.HubLead ? _whoMay.RoleFor("POST", command.Path) : role);
        var about = $"{path} {field}: {answer.Text}";
        Assert.That(((int)answer.Status, answer.Code), Is.EqualTo((status, code)), about);
        IsAProblem(answer, about);
        Assert.That(field is null || answer.Body["errors"]!.AsObject().Any(error => error.Key == field || error.Key.StartsWith($"{field}[", StringComparison.Ordinal)), Is.True, about);
        return answer.Body;
    }

    private async Task<Answer> Sent(string path, JsonNode body, Role role = Role.HubLead)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = Raw(body.ToJsonString()) }, role);
        IsAProblem(answer, $"{path}: {answer.Text}");
        return answer;
    }

    private static void IsAProblem(Answer answer, string about) => Assert.Multiple(() =>
    {
        Assert.That(answer.MediaType, Is.EqualTo("application/problem+json"), about);
        Assert.That((int?)answer.Body["status"], Is.EqualTo((int)answer.Status), about);
        Assert.That((string?)answer.Body["type"], Is.EqualTo($"urn:discharge:problem:{answer.Code}"), about);
        Assert.That((string?)answer.Body["title"], Is.Not.Empty, about);
        Assert.That((string?)answer.Body["detail"], Is.Not.Empty, about);
        Assert.That((string?)answer.Body["traceId"], Is.Not.Empty, about);
        Assert.That(answer.Text, Does.Not.Contain("   at ").And.Not.Contain("Exception").And.Not.Contain("System."), about);
    });

    private async Task<Answer> SendAsync(HttpRequestMessage request, Role? role)
    {
        using var sent = request;
        if (role is { } asking)
        {
            sent.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(asking));
        }

        using var answer = await _service.Http.SendAsync(sent);
        return await Answer.Of(answer);
    }

    private static StringContent Raw(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>A body that comes in pieces, so that nobody knows beforehand how long it is.</summary>
    private sealed class Unannounced : HttpContent
    {
        private readonly int _length;

        public Unannounced(int length)
        {
            _length = length;
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Encoding.UTF8.GetBytes(new string(' ', _length))).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
