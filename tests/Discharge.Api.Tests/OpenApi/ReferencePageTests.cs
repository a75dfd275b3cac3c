using System.Net;
using System.Text.RegularExpressions;

namespace Discharge.Api.Tests.OpenApi;

public sealed partial class ReferencePageTests
{
    [Test]
    public async Task The_reference_page_shows_a_real_browser_what_the_service_does()
    {
        var service = await SharedService.RunningAsync();
        var contract = new Contract((await new Client(service).Get("/openapi/v1.json")).Body);

        var page = Words(await Chromium.ShowAsync(new Uri(service.Http.BaseAddress!, "/docs")));

        Assert.Multiple(() =>
        {
            Assert.That(page, Does.Contain(Words((string)contract.Document["info"]!["description"]!)));
            Assert.That(contract.Document["tags"]!.AsArray().Select(tag => (string)tag!["name"]!), Is.Not.Empty.And.All.Matches<string>(noun => page.Contains(noun!, StringComparison.Ordinal)));
            Assert.That(page, Does.Contain(Words((string)contract.Operation("GET", "/v1/cases/{id}/history").Operation["summary"]!)));
        });
    }

    // What a reader sees, whatever the page sets it in and wherever it lets a line break.
    private static string Words(string page) => Blank().Replace(WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(page, string.Empty), string.Empty)), string.Empty);

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s\u200b]+")]
    private static partial Regex Blank();
}
