using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Discharge.Persistence.Tests;

namespace Discharge.Api.Tests.OpenApi;

/// <summary>What the real service says of itself, and whether it does as it says.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ContractTests
{
    private TestDatabase _database = null!;
    private RunningService _service = null!;
    private Client _client = null!;
    private Contract _contract = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _database = await TestDatabase.MigratedAsync();
        _service = await RunningService.StartAsync(_database, "Development");
        _client = new Client(_service);
        _contract = new Contract((await _client.Get("/openapi/v1.json")).Body);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        await _service.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public void It_is_openapi_3_1() => Assert.That((string?)_contract.Document["openapi"], Does.StartWith("3.1"));

    [Test]
    public void Every_operation_says_in_a_sentence_what_it_does() =>
        Assert.That(_contract.Operations, Is.Not.Empty.And.All.Matches<Described>(operation => ((string?)operation!.Operation["summary"])?.Contains(' ', StringComparison.Ordinal) is true));

    [Test]
    public void Every_command_shows_a_request_that_fits_its_description() => Assert.That(
        _contract.Operations.Where(operation => operation.Method == "POST"),
        Is.Not.Empty.And.All.Matches<Described>(operation => operation!.Request is { } request && request["example"] is { } example && !_contract.Faults(example, request["schema"]!).Any()));

    [Test]
    public void Every_answer_is_shown_with_an_example_that_fits_its_description()
    {
        var faults =
            from operation in _contract.Operations
            from answer in operation.Answers.DefaultIfEmpty()
            let body = answer.Response?["content"]?["application/json"]
            from fault in body?["example"] is { } example ? _contract.Faults(example, body["schema"]!) : ["there is no example"]
            select $"{operation} {answer.Status}: {fault}";
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void Every_operation_but_those_of_health_can_be_refused_at_the_door_and_says_so() => Assert.That(
        _contract.Operations.Where(operation => operation.Operation["responses"]!["401"] is null || operation.Operation["responses"]!["403"] is null).Select(operation => operation.Path),
        Is.EquivalentTo(["/health/live", "/health/ready"]));

    [Test]
    public void A_service_that_is_not_ready_says_so_in_its_own_words_and_not_as_a_problem() => Assert.That(
        _contract.Operation("GET", "/health/ready").Operation["responses"]!["503"]!["content"]!.AsObject().Select(body => body.Key), Is.EqualTo(["application/json"]));

    [Test]
    public void Every_query_parameter_and_header_says_what_it_is_for() => Assert.That(
        _contract.Operations.SelectMany(operation => operation.Parameters).Where(parameter => (string?)parameter["in"] is "query" or "header"),
        Is.Not.Empty.And.All.Matches<JsonNode>(parameter => (string?)parameter!["description"] is { Length: > 0 }));

    [Test]
    public void Every_list_of_words_is_in_kebab_case() => Assert.That(
        _contract.Everywhere().Where(node => node is JsonObject && node["enum"] is JsonArray).SelectMany(node => node["enum"]!.AsArray()).Select(word => word!.ToString()),
        Is.Not.Empty.And.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));

    [Test]
    public void Every_list_says_what_is_in_it() => Assert.That(
        _contract.Everywhere().Where(node => node is JsonObject && node["type"] is { } type && type.ToJsonString().Contains("\"array\"", StringComparison.Ordinal)),
        Is.Not.Empty.And.All.Matches<JsonNode>(list => list!["items"] is not null));

    [Test]
    public void Every_moment_says_that_it_needs_its_offset() => Assert.That(
        _contract.Everywhere().Where(node => node is JsonObject && node["format"] is JsonValue format && format.ToString() == "date-time"),
        Is.Not.Empty.And.All.Matches<JsonNode>(moment => ((string?)moment!["description"])?.Contains("offset", StringComparison.Ordinal) is true));

    [Test]
    public void What_only_asks_takes_no_key_and_meets_no_rule()
    {
        var search = _contract.Operation("POST", "/v1/people/search");
        Assert.That(search.Parameters.Where(parameter => (string?)parameter["in"] == "header"), Is.Empty);
        Assert.That(search.Operation["responses"]!.AsObject().Select(response => response.Key), Is.EquivalentTo(["200", "400", "401", "403", "413", "415", "429", "500", "503"]));
    }

    [TestCase("words")]
    [TestCase("alsoNeeds")]
    public async Task What_the_service_works_out_of_a_request_is_no_field_of_it(string name)
    {
        const string path = "/v1/discharge-cases/{id}/discharge-decision";
        var request = _contract.Operation("POST", path).Request!["example"]!.DeepClone();
        request[name] = null;
        var answer = await _client.Post(path.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal), JsonContent.Create(request));
        Assert.That(answer.Body["errors"]?[name]?.ToString(), Does.Contain("not a field"), answer.Text);
    }

    [Test]
    public async Task The_examples_can_be_sent_as_they_stand_and_every_operation_answers_in_the_shape_it_says()
    {
        var walk = new ExampleWalk(_contract, _client, new Client(_service, Role.RecordsManager, "keeper-1"), new Client(_service, Role.RecordsManager, "keeper-2"));
        await walk.FromWardToHome();

        Assert.That(walk.Faults, Is.Empty);
        Assert.That(walk.Asked, Is.EquivalentTo(_contract.Operations.Select(operation => operation.ToString())));
    }
}
