using System.Net;
using Discharge.Api.Tests.DischargeCases;

namespace Discharge.Api.Tests.Cases;

[Parallelizable(ParallelScope.Children)]
public sealed class RepeatedOpeningsTests
{
    private static object Named => new { name = "Ada Marlowe", dateOfBirth = "1941-06-03", nhsNumberMissing = "not-yet-traced" };

    [Test]
    public async Task The_same_opening_twice_opens_one_case_and_records_nothing_new()
    {
        var client = new Client(await SharedService.RunningAsync());
        var opening = Patient.Opening($"Ward {Guid.NewGuid():N}", person: Named);
        var first = (await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.Created);
        var second = (await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.OK);
        Assert.That(((string?)second.Body["id"], second.Recorded.Length, second.Location), Is.EqualTo(((string?)first.Body["id"], 0, first.Location)));
    }

    [Test]
    public async Task With_an_NHS_number_too()
    {
        var client = new Client(await SharedService.RunningAsync());
        var opening = Patient.Opening($"Ward {Guid.NewGuid():N}", person: new { name = "Ada Marlowe", nhsNumber = Numbers.Next() });
        var first = (await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.Created);
        Assert.That((string?)(await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.OK).Body["id"], Is.EqualTo((string?)first.Body["id"]));
    }

    [Test]
    public async Task Eight_at_once_open_one_case()
    {
        var client = new Client(await SharedService.RunningAsync());
        var opening = Patient.Opening($"Ward {Guid.NewGuid():N}", person: Named);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.Post("/v1/discharge-cases", opening)));
        Assert.That(answers.Select(answer => (string?)answer.Body["id"]).Distinct().Count(), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status is HttpStatusCode.Created), Is.EqualTo(1));
    }

    [Test]
    public async Task Two_people_whom_nobody_can_name_are_two()
    {
        var client = new Client(await SharedService.RunningAsync());
        var opening = Patient.Opening($"Ward {Guid.NewGuid():N}", person: new { nhsNumberMissing = "unidentified" });
        var first = (await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.Created);
        Assert.That((string?)(await client.Post("/v1/discharge-cases", opening)).Expect(HttpStatusCode.Created).Body["id"], Is.Not.EqualTo((string?)first.Body["id"]));
    }

    [Test]
    public async Task A_ward_is_named_on_one_line()
    {
        var answer = await new Client(await SharedService.RunningAsync()).Post("/v1/discharge-cases", Patient.Opening("a\nb"));
        Assert.That((string?)answer.Expect(HttpStatusCode.BadRequest).Body["errors"]!["ward"]![0], Is.EqualTo("Give the ward's name on one line."));
    }
}
