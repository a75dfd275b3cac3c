using System.Net;

namespace Discharge.Api.Tests.DischargeCases;

/// <summary>Nobody is turned away for what is not known about them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class OpeningTests
{
    [TestCase("{}", Description = "Nothing is known")]
    [TestCase("""{ "nhsNumberMissing": "unidentified" }""", Description = "Nobody knows who it is")]
    [TestCase("""{ "nhsNumberMissing": "not-yet-traced", "name": "Ada" }""")]
    [TestCase("""{ "nhsNumberMissing": "overseas-visitor" }""")]
    [TestCase("""{ "name": "  " }""", Description = "Blank is the same as left out")]
    public async Task Somebody_who_is_not_known_on_a_ward_without_abode_or_authority_has_a_case(string person)
    {
        var client = new Client(await SharedService.RunningAsync());
        var opening = new
        {
            occurredAt = Patient.Ago(5),
            person = System.Text.Json.Nodes.JsonNode.Parse(person),
            site = "RTEST",
            ward = $"Ward {Guid.NewGuid():N}",
            hub = "QTEST",
            residence = "no-fixed-abode",
        };

        var opened = (await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.Created);

        var shown = (await client.Get(opened.Location!)).Expect(HttpStatusCode.OK).Body;
        Assert.That(((string?)shown["residence"], (string?)shown["authority"]!["standing"], (string?)shown["phase"]), Is.EqualTo(("no-fixed-abode", "unknown", "in-hospital")));
    }
}
