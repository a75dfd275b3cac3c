using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Discharge.Api.Tests.Requests;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.OpenApi;

[Parallelizable(ParallelScope.Self)]
public sealed partial class ApiDocumentTests
{
    private SmallService _service = null!;
    private JsonNode _document = null!;

    private JsonNode Post => _document["paths"]!["/v1/visits/{id}"]!["post"]!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _service = await SmallService.Start();
        _document = await _service.Get("/openapi/v1.json", token: null).Json();
    }

    [OneTimeTearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [Test]
    public void It_is_openapi_3_1() => Assert.That((string?)_document["openapi"], Does.StartWith("3.1"));

    [Test]
    public async Task It_is_the_same_each_time_and_in_each_service()
    {
        await using var another = await SmallService.Start();
        Assert.That((await another.Get("/openapi/v1.json", token: null).Json()).ToJsonString(), Is.EqualTo(_document.ToJsonString()));
    }

    [Test]
    public async Task It_is_written_once_and_whoever_has_it_is_told_so()
    {
        var written = 0;
        await using var service = await SmallService.Start("Development", builder => builder.Services.PostConfigureAll<OpenApiOptions>(options => options.AddDocumentTransformer((_, _, _) =>
        {
            Interlocked.Increment(ref written);
            return Task.CompletedTask;
        })));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.Get("/openapi/v1.json", token: null)));
        var tag = answers[0].Headers.ETag!;
        using var again = new HttpRequestMessage(HttpMethod.Get, "/openapi/v1.json");
        again.Headers.IfNoneMatch.Add(tag);
        using var known = await service.Send(again, token: null);
        Assert.That(answers.Select(answer => (answer.StatusCode, answer.Headers.ETag)), Is.All.EqualTo((HttpStatusCode.OK, tag)));
        Assert.That((known.StatusCode, known.Content.Headers.ContentLength ?? 0), Is.EqualTo((HttpStatusCode.NotModified, 0L)));
        Assert.That(written, Is.EqualTo(1));
    }

    [Test]
    public void Every_reference_leads_somewhere() =>
        Assert.That(Everywhere(_document).Select(node => Text(node, "$ref")).OfType<string>(), Is.Not.Empty.And.All.Matches<string>(reference =>
            reference![2..].Split('/').Aggregate<string, JsonNode?>(_document, (at, step) => at?[step]) is not null));

    [Test]
    public void A_body_that_is_read_by_hand_is_described_with_an_example()
    {
        var body = Post["requestBody"]!["content"]!["application/json"]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)body["schema"]!["$ref"], Is.EqualTo("#/components/schemas/VisitRequest"));
            Assert.That((string?)body["example"]!["occurredAt"], Is.EqualTo("2026-03-29T21:00:00+01:00"));
            Assert.That((string?)body["example"]!["met"]![0], Is.EqualTo("lower-limb-surgery-within-48-hours"));
            Assert.That((string?)Post["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"], Is.EqualTo("#/components/schemas/VisitRecorded"));
        });
    }

    [Test]
    public void Fields_say_how_they_are_spelled_and_which_are_required()
    {
        var fields = _document["components"]!["schemas"]!["VisitRequest"]!;
        Assert.Multiple(() =>
        {
            Assert.That(fields["required"]!.AsArray().Select(field => (string?)field), Is.EquivalentTo(["occurredAt", "by", "met", "place"]));
            Assert.That((string?)Followed(fields["properties"]!["occurredAt"]!)["format"], Is.EqualTo("date-time"));
            Assert.That(Everywhere(fields["properties"]!["bornOn"]!).Select(Followed).Any(node => Text(node, "format") == "date"), Is.True);
            Assert.That((string?)Followed(fields["properties"]!["met"]!)["type"], Is.EqualTo("array"));
            Assert.That(Followed(Followed(fields["properties"]!["met"]!)["items"]!)["enum"]!.AsArray().Select(word => (string?)word), Does.Contain("intravenous-fluids"));
            Assert.That((int?)fields["properties"]!["place"]!["maxLength"], Is.EqualTo(20));
        });
    }

    [Test]
    public void A_field_that_may_be_null_is_not_required_since_it_is_left_out_where_it_is() => Assert.That(
        _document["components"]!["schemas"]!["VisitRecorded"]!["required"]!.AsArray().Select(field => (string?)field), Is.EquivalentTo(["visit", "fingerprint", "by"]));

    [Test]
    public void What_a_type_is_comes_from_its_doc_comment() => Assert.That(
        (string?)_document["components"]!["schemas"]!["Pathway"]!["description"], Is.EqualTo("A national discharge pathway."));

    [Test]
    public void Operations_are_grouped_by_the_noun_in_their_path() => Assert.Multiple(() =>
    {
        Assert.That((string?)Post["tags"]![0], Is.EqualTo("visits"));
        Assert.That(_document["tags"]!.AsArray().Select(tag => (string?)tag!["name"]), Is.EqualTo(["correlation", "failures", "visits"]));
    });

    [Test]
    public void Every_list_of_words_is_in_kebab_case()
    {
        var words = Everywhere(_document).Where(node => node is JsonObject && node["enum"] is JsonArray).SelectMany(node => node["enum"]!.AsArray()).ToArray();
        Assert.That(words.OfType<JsonValue>().Select(word => word.ToString()), Is.Not.Empty.And.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
    }

    [Test]
    public void Every_operation_says_what_it_is_whom_it_is_for_and_which_problems_it_can_have()
    {
        Assert.Multiple(() =>
        {
            Assert.That((string?)Post["summary"], Is.EqualTo("The person was seen at home."));
            Assert.That((string?)Post["description"], Does.Contain("discharge-coordinator, hub-lead, reablement-team"));
            Assert.That(Post["security"]![0]!["bearer"], Is.Not.Null);
            Assert.That(
                Post["responses"]!.AsObject().Select(response => response.Key),
                Is.EqualTo(["200", "400", "401", "403", "404", "409", "412", "413", "415", "422", "429", "500", "503"]));
            Assert.That(
                (string?)Post["responses"]!["422"]!["content"]!["application/problem+json"]!["schema"]!["$ref"], Is.EqualTo("#/components/schemas/Problem"));
        });
    }

    [Test]
    public void A_problem_that_only_this_endpoint_has_is_named_by_it() => Assert.That(
        _document["paths"]!["/v1/visits"]!["get"]!["responses"]!.AsObject().Select(response => response.Key),
        Is.EqualTo(["200", "400", "401", "403", "422", "429", "500", "503"]));

    [Test]
    public void A_command_names_the_headers_it_takes() => Assert.That(
        Post["parameters"]!.AsArray().Select(parameter => (string?)parameter!["name"]), Is.EqualTo(["id", "Idempotency-Key", "If-Match"]));

    [Test]
    public void A_query_that_is_read_by_hand_is_described()
    {
        var parameters = _document["paths"]!["/v1/visits"]!["get"]!["parameters"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(parameters.Select(parameter => (string?)parameter!["name"]), Is.EqualTo(["asOf", "knownAt", "pathway"]));
            Assert.That((string?)parameters[0]!["description"], Is.EqualTo("Only what had occurred by then."));
            Assert.That((string?)Followed(parameters[0]!["schema"]!)["format"], Is.EqualTo("date-time"));
        });
    }

    [Test]
    public async Task The_reference_page_takes_everything_from_the_service_itself()
    {
        using var response = await _service.Get("/docs", token: null);
        var page = await response.Content.ReadAsStringAsync();
        var script = Script().Match(page).Groups[1].Value;
        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Not.Match("(src|href)=\"(https?:)?//"));
            Assert.That(script, Is.Not.Empty);
        });
        using var assets = await _service.Get(new Uri(response.RequestMessage!.RequestUri!, script).PathAndQuery, token: null);
        Assert.That(assets.Content.Headers.ContentType?.MediaType, Does.Contain("javascript"));
    }

    [GeneratedRegex("src=\"([^\"]+)\"")]
    private static partial Regex Script();

    private JsonNode Followed(JsonNode schema) => Text(schema, "$ref") is { } reference ? _document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

    private static string? Text(JsonNode node, string name) => node is JsonObject && node[name] is JsonValue value ? value.ToString() : null;

    private static IEnumerable<JsonNode> Everywhere(JsonNode node) => node switch
    {
        JsonObject fields => fields.Select(field => field.Value).OfType<JsonNode>().SelectMany(Everywhere).Prepend(node),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Everywhere).Prepend(node),
        _ => [node],
    };
}
