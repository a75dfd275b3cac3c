using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests;

/// <summary>Somebody with a token, calling the service over HTTP.</summary>
public sealed class Client(RunningService service, Role role = Role.HubLead, string? subject = null, string organisation = "QDEMO")
{
    private readonly string _token = service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(role, organisation, subject);

    public Task<Answer> Get(string path, string? known = null) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path), request =>
    {
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }
    });

    public Task<Answer> Post(string path, object body, string? key = null, string? ifMatch = null) => SendAsync(new HttpRequestMessage(HttpMethod.Post, path), request =>
    {
        request.Content = body as HttpContent ?? JsonContent.Create(body);
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
    });

    private async Task<Answer> SendAsync(HttpRequestMessage request, Action<HttpRequestMessage> adjust)
    {
        using var sent = request;
        sent.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _token);
        adjust(sent);
        using var answer = await service.Http.SendAsync(sent);
        return await Answer.Of(answer);
    }
}

/// <summary>What the service answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, string? MediaType, string? ETag, string? Location, TimeSpan? RetryAfter)
{
    public static async Task<Answer> Of(HttpResponseMessage answer) => new(
        answer.StatusCode,
        await answer.Content.ReadAsStringAsync(),
        answer.Content.Headers.ContentType?.MediaType,
        answer.Headers.ETag?.ToString(),
        answer.Headers.Location?.ToString(),
        answer.Headers.RetryAfter?.Delta);

    public JsonNode Body => JsonNode.Parse(Text) ?? throw new InvalidOperationException("The answer has no body.");

    public long Version => Body["version"]!.GetValue<long>();

    /// <summary>The stored names of what was recorded.</summary>
    public string[] Recorded => [.. Body["recorded"]!.AsArray().Select(entry => entry!["name"]!.GetValue<string>())];

    public string? Code => Body["code"]?.GetValue<string>();

    public Answer Expect(HttpStatusCode status)
    {
        Assert.That(Status, Is.EqualTo(status), Text);
        return this;
    }
}
