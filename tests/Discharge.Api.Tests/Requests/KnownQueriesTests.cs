using System.Net;
using System.Text.Json.Nodes;
using Discharge.Api.Access;

namespace Discharge.Api.Tests.Requests;

/// <summary>A query parameter nobody knows is named, with those there are, wherever it is sent.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class KnownQueriesTests
{
    private RunningService _service = null!;
    private OpenApi.Contract _contract = null!;

    [OneTimeSetUp]
    public async Task A_service()
    {
        _service = await SharedService.RunningAsync();
        _contract = new OpenApi.Contract((await new Client(_service).Get("/openapi/v1.json")).Body);
    }

    [Test]
    public async Task Every_operation_names_what_it_does_not_know_and_what_it_does()
    {
        var whoMay = new OpenApi.WhoMay(_service);
        foreach (var operation in _contract.Operations)
        {
            var client = whoMay.Do(operation);
            var path = operation.Path.Replace("{version}", "1", StringComparison.Ordinal).Replace("{delayId}", "1", StringComparison.Ordinal).Replace("{carer}", "1", StringComparison.Ordinal);
            path = System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", Guid.NewGuid().ToString()) + "?surprise=1";
            var answer = operation.Method == "GET" ? await client.Get(path) : await client.Post(path, new JsonObject());
            var known = operation.Parameters.Where(parameter => (string?)parameter["in"] == "query").Select(parameter => (string)parameter["name"]!).ToArray();

            Assert.That((answer.Status, answer.Code), Is.EqualTo((HttpStatusCode.BadRequest, "request.unreadable")), $"{operation}: {answer.Text}");
            var sentence = (string)answer.Body["errors"]!["surprise"]![0]!;
            Assert.That(known, Is.All.Matches<string>(name => sentence.Contains(name!, StringComparison.Ordinal)), $"{operation}: {sentence}");
            Assert.That(known.Length > 0 || sentence.Contains("there are none", StringComparison.Ordinal), Is.True, $"{operation}: {sentence}");
        }
    }

    [Test]
    public async Task Each_of_several_is_named() => Assert.That(
        (await new Client(_service).Get("/v1/discharge-cases?wrad=Northgate&site=RTEST&hubs=QTEST")).Expect(HttpStatusCode.BadRequest).Body["errors"]!.AsObject().Select(error => error.Key),
        Is.EquivalentTo(["wrad", "hubs"]));

    [Test]
    public async Task Who_may_not_ask_is_not_told_what_can_be_asked() => Assert.That(
        (await new Client(_service, Role.Administrator).Get("/v1/discharge-cases?wrad=Northgate")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

    [Test]
    public async Task The_reference_page_and_the_contract_are_not_of_the_contract() => Assert.That(
        new[] { (await new Client(_service).Get("/openapi/v1.json?v=1")).Status, (await new Client(_service).Get("/docs/?v=1")).Status }, Is.All.EqualTo(HttpStatusCode.OK));
}
