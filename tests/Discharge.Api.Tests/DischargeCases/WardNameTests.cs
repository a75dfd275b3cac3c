using System.Net;

namespace Discharge.Api.Tests.DischargeCases;

public sealed class WardNameTests
{
    [Test]
    public async Task A_ward_is_named_on_one_line()
    {
        var answer = await new Client(await SharedService.RunningAsync()).Post("/v1/discharge-cases", Patient.Opening("a\nb"));
        Assert.That((string?)answer.Expect(HttpStatusCode.BadRequest).Body["errors"]!["ward"]![0], Is.EqualTo("Give the ward's name on one line."));
    }
}
