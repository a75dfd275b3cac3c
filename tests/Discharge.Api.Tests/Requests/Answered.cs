using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests.Requests;

/// <summary>What a service answered, as a caller sees it.</summary>
internal static class Answered
{
    public static async Task<JsonNode> Json(this Task<HttpResponseMessage> answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await answer;
        var text = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status), text);
        return JsonNode.Parse(text)!;
    }

    /// <summary>The problem answered, once it has shown that it is one and gives nothing away.</summary>
    public static async Task<JsonNode> Problem(this Task<HttpResponseMessage> answer, int status, string code)
    {
        using var response = await answer;
        var text = await response.Content.ReadAsStringAsync();
        Assert.That((int)response.StatusCode, Is.EqualTo(status), text);
        var problem = JsonNode.Parse(text)!;
        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/problem+json"));
            Assert.That((string?)problem["code"], Is.EqualTo(code));
            Assert.That((string?)problem["type"], Is.EqualTo($"urn:discharge:problem:{code}"));
            Assert.That((int?)problem["status"], Is.EqualTo(status));
            Assert.That((string?)problem["title"], Is.Not.Empty);
            Assert.That((string?)problem["detail"], Is.Not.Empty);
            Assert.That((string?)problem["traceId"], Is.Not.Empty);
            Assert.That(text, Does.Not.Contain("   at ").And.Not.Contain("Exception").And.Not.Contain("System.").And.Not.Contain(Visits.Inside));
        });
        return problem;
    }
}
