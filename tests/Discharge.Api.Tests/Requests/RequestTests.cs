using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.Requests;

public sealed class RequestTests
{
    private const string Good = """{"occurredAt":"2026-03-29T20:00:00Z","by":"nurse","met":[],"place":"Northgate"}""";

    private static readonly string Path = $"/v1/visits/{Visits.Id}";

    private SmallService _service = null!;

    [OneTimeSetUp]
    public async Task Start() => _service = await SmallService.Start();

    [OneTimeTearDown]
    public async Task Stop() => await _service.DisposeAsync();

    [Test]
    public async Task A_good_request_is_understood_with_its_conditions_and_the_fingerprint_of_its_bytes()
    {
        var recorded = await _service.Post(Path, Good, ("If-Match", "\"7.c41f\""), ("Idempotency-Key", "ward-7-visit")).Json();
        Assert.Multiple(() =>
        {
            Assert.That((string?)recorded["visit"]!["occurredAt"], Is.EqualTo("2026-03-29T21:00:00+01:00"));
            Assert.That((string?)recorded["fingerprint"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Good)))));
            Assert.That((long?)recorded["expectedVersion"], Is.EqualTo(7));
            Assert.That((string?)recorded["idempotencyKey"], Is.EqualTo("ward-7-visit"));
            Assert.That((string?)recorded["by"], Is.EqualTo("development-hub-lead"));
        });
    }

    [TestCase("occurredAt", "\"2026-03-29T20:00:00\"", "add the offset")]
    [TestCase("occurredAt", "\"2026-03-29T20:00:00.1234567Z\"", "at most six digits")]
    [TestCase("occurredAt", "\"1969-12-31T23:59:59Z\"", "from 1970 to 2199")]
    [TestCase("occurredAt", "\"2200-01-01T00:00:00Z\"", "from 1970 to 2199")]
    [TestCase("occurredAt", "\"2026-02-30T20:00:00Z\"", "2026-03-29T21:00:00+01:00")]
    [TestCase("occurredAt", "\"yesterday\"", "2026-03-29T21:00:00+01:00")]
    [TestCase("occurredAt", "1774814400", "2026-03-29T21:00:00+01:00")]
    [TestCase("occurredAt", "null", "must not be null")]
    [TestCase("by", "\"plumber\"", "consultant, doctor, nurse")]
    [TestCase("by", "\"Nurse\"", "consultant, doctor, nurse")]
    [TestCase("by", "2", "consultant, doctor, nurse")]
    [TestCase("pathway", "\"pathway1\"", "pathway-0, pathway-1")]
    [TestCase("met", "\"intravenous-fluids\"", "in brackets")]
    [TestCase("met", "null", "must not be null")]
    [TestCase("place", "\"  \"", "must not be blank")]
    [TestCase("place", "7", "in quotes")]
    [TestCase("place", "\"a very much longer place\"", "at most 20")]
    [TestCase("note", "\"\\u0000\"", "control characters")]
    [TestCase("note", "\"\\ud800\"", "well-formed Unicode")]
    [TestCase("bornOn", "\"29/03/1940\"", "yyyy-MM-dd")]
    [TestCase("bornOn", "\"1940-02-30\"", "yyyy-MM-dd")]
    [TestCase("count", "\"1\"", "whole number")]
    [TestCase("count", "1.5", "whole number")]
    [TestCase("count", "99999999999", "whole number")]
    [TestCase("count", "null", "must not be null")]
    [TestCase("person", "\"somebody\"", "in braces")]
    public async Task A_bad_field_is_named_with_what_to_put_right(string field, string value, string sentence)
    {
        var body = JsonNode.Parse(Good)!.AsObject();
        body.Remove(field);
        var text = $"{body.ToJsonString()[..^1]},\"{field}\":{value}}}";
        Assert.That(await Errors(text), Is.EqualTo([field]).And.One.Not.Null);
        Assert.That(await Sentence(text, field), Does.Contain(sentence));
    }

    [TestCase("9434765919", null, Description = "Ten digits and the right check digit, in the range kept for tests or not")]
    [TestCase("943 476 5919", null)]
    [TestCase("943476591", "ten digits")]
    [TestCase("9434765910", "check digit")]
    [TestCase("1111111111", "one digit repeated")]
    [TestCase("9434765919x", "digits, spaces and hyphens")]
    public async Task An_impossible_nhs_number_is_told_which_check_failed_and_is_not_repeated(string number, string? sentence)
    {
        var text = Good[..^1] + $$""","person":{"nhsNumber":"{{number}}","practice":"Y12345"} }""";
        if (sentence is null)
        {
            await _service.Post(Path, text).Json();
            return;
        }

        var problem = await _service.Post(Path, text).Problem(400, "request.unreadable");
        Assert.That((string?)problem["errors"]!["person.nhsNumber"]![0], Does.Contain(sentence));
        Assert.That(problem.ToJsonString(), Does.Not.Contain(number));
    }

    [Test]
    public async Task Everything_that_is_wrong_is_said_at_once_under_the_path_it_was_sent_under() => Assert.That(
        await Errors(
            """{"by":"plumber","met":["intravenous-fluids","tea"],"person":{"nhsNumber":"1","practice":"?","name":"Ada"},"recordedAt":"now"}""",
            ("If-Match", "*"),
            ("Idempotency-Key", "two words")),
        Is.EquivalentTo(["recordedAt", "occurredAt", "by", "met[1]", "place", "person.name", "person.nhsNumber", "person.practice", "If-Match", "Idempotency-Key"]));

    [Test]
    public async Task A_field_called_as_a_header_is_does_not_hide_the_header()
    {
        var errors = (await _service.Post(Path, Good[..^1] + ""","If-Match":1}""", ("If-Match", "*")).Problem(400, "request.unreadable"))["errors"]!;
        Assert.That(errors["If-Match"]!.AsArray(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task What_is_wrong_in_thousands_of_places_is_not_said_of_each()
    {
        var fields = string.Concat(Enumerable.Range(0, 5_000).Select(number => $",\"f{number}\":1"));
        var members = string.Join(',', Enumerable.Repeat("1", 20_000));
        Assert.That(await Errors(Good[..^1] + fields + "}"), Has.Exactly(100).Items);
        Assert.That(await Errors(Good.Replace("[]", $"[{members}]", StringComparison.Ordinal)), Has.Exactly(100).Items);
    }

    [TestCase("", "not well-formed JSON")]
    [TestCase("{", "not well-formed JSON")]
    [TestCase("{\"by\":\"nurse\",}", "line 1, byte 15")]
    [TestCase("[]", "in braces")]
    [TestCase("null", "in braces")]
    [TestCase("\"visit\"", "in braces")]
    [TestCase("{\"by\":\"nurse\",\"by\":\"nurse\"}", "each field once")]
    [TestCase("{\"\\ud800\":1}", "well-formed Unicode")]
    public async Task A_body_that_is_not_what_it_should_be_is_told_so(string body, string sentence) =>
        Assert.That(await Sentence(body, "body"), Does.Contain(sentence));

    [Test]
    public async Task A_body_nested_without_end_is_not_followed() =>
        Assert.That(await Sentence($"{Good[..^1]},\"note\":{new string('[', 40)}{new string(']', 40)}}}", "body"), Does.Contain("well-formed JSON"));

    [Test]
    public async Task A_body_that_is_not_utf_8_is_told_so()
    {
        using var body = new ByteArrayContent([.. "{\"note\":\""u8, 0xC3, 0x28, .. "\"}"u8]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        var problem = await _service.Post(Path, body).Problem(400, "request.unreadable");
        Assert.That((string?)problem["errors"]!["body"]![0], Does.Contain("UTF-8"));
    }

    [TestCase("text/plain")]
    [TestCase("application/xml")]
    [TestCase("application/json; charset=iso-8859-1")]
    [TestCase("application/problem+json")]
    [TestCase(null)]
    public async Task A_body_that_is_not_announced_as_json_in_utf_8_is_415(string? contentType)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        body.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        await _service.Post(Path, body).Problem(415, "request.not-json");
    }

    [TestCase("application/json")]
    [TestCase("application/json; charset=utf-8")]
    [TestCase("application/json; charset=\"UTF-8\"")]
    public async Task A_body_announced_as_json_is_read(string contentType)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Good)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } };
        await _service.Post(Path, body).Json();
    }

    [TestCase(true)]
    [TestCase(false, Description = "Sent in chunks, so that its length is not known until it has come")]
    public async Task A_body_longer_than_64_kB_is_413(bool lengthKnown)
    {
        using var body = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(Good.PadRight(64 * 1024 + 1))));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = body };
        request.Headers.TransferEncodingChunked = !lengthKnown;
        await _service.Send(request, _service.Tokens.Sign(Discharge.Api.Access.Role.HubLead)).Problem(413, "request.too-large");
    }

    [Test]
    public async Task A_path_with_what_cannot_be_an_id_is_not_there() => await _service.Post("/v1/visits/not-an-id", Good).Problem(404, "path.not-found");

    [Test]
    public async Task A_body_of_64_kB_is_read() => await _service.Post(Path, Good.PadRight(64 * 1024)).Json();

    [Test]
    public async Task Words_are_trimmed_and_blank_ones_are_as_good_as_left_out()
    {
        var visit = (await _service.Post(Path, Good.Replace("Northgate\"", " Northgate \",\"note\":\"  \"", StringComparison.Ordinal)).Json())["visit"]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)visit["place"], Is.EqualTo("Northgate"));
            Assert.That(visit["note"], Is.Null);
        });
    }

    [TestCase("")]
    [TestCase(""","hub":null""")]
    [TestCase(""","hub":"QHM" """)]
    public async Task What_may_be_null_may_be_left_out(string hub) =>
        await _service.Post(Path, Good[..^1] + $$""","person":{"nhsNumber":"9434765919","practice":"Y12345"{{hub}}} }""").Json();

    [TestCase("\"7\"", 7)]
    [TestCase("\"7.c41f\"", 7)]
    [TestCase("*", null)]
    [TestCase("W/\"7.c41f\"", null)]
    [TestCase("7", null)]
    [TestCase("\"seven\"", null)]
    [TestCase("\"7.a\", \"8.b\"", null)]
    [TestCase("\"99999999999999999999\"", null)]
    public async Task If_match_is_one_strong_tag_of_the_case_or_400(string header, int? version)
    {
        if (version is null)
        {
            Assert.That(await Errors(Good, ("If-Match", header)), Is.EqualTo(["If-Match"]));
            return;
        }

        Assert.That((long?)(await _service.Post(Path, Good, ("If-Match", header)).Json())["expectedVersion"], Is.EqualTo(version));
    }

    [TestCase("a key")]
    [TestCase("")]
    [TestCase("long", 256)]
    public async Task An_idempotency_key_that_cannot_be_one_is_400(string key, int length = 0) =>
        Assert.That(await Errors(Good, ("Idempotency-Key", length > 0 ? new string('k', length) : key)), Is.EqualTo(["Idempotency-Key"]));

    [TestCase("asOf=2026-03-29T21:00:00%2B01:00", "2026-03-29T21:00:00+01:00")]
    [TestCase("asOf=2026-03-29T20:00Z", "2026-03-29T21:00:00+01:00")]
    public async Task A_moment_in_a_query_is_read_as_in_a_body(string query, string asOf) =>
        Assert.That((string?)await _service.Get($"/v1/visits?{query}").Json(), Is.EqualTo(asOf));

    [TestCase("asOf=2026-03-29T21:00:00+01:00", "asOf", "%2B")]
    [TestCase("knownAt=2026-03-29T21:00:00", "knownAt", "add the offset")]
    [TestCase("asOf=2026-03-29T20:00Z&asOf=2026-03-29T20:00Z", "asOf", "once")]
    [TestCase("pathway=1", "pathway", "pathway-1")]
    [TestCase("limit=0", "limit", "from 1 to 100")]
    [TestCase("hub=no", "hub", "ODS code")]
    public async Task A_bad_query_parameter_is_named_with_what_to_put_right(string query, string name, string sentence)
    {
        var problem = await _service.Get($"/v1/visits?{query}").Problem(400, "request.unreadable");
        Assert.That((string?)problem["errors"]![name]![0], Does.Contain(sentence));
    }

    private async Task<IEnumerable<string>> Errors(string body, params (string Name, string Value)[] headers) =>
        (await _service.Post(Path, body, headers).Problem(400, "request.unreadable"))["errors"]!.AsObject().Select(error => error.Key).ToArray();

    private async Task<string?> Sentence(string body, string field) =>
        (string?)(await _service.Post(Path, body).Problem(400, "request.unreadable"))["errors"]![field]?[0];
}
