using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Discharge.Api.Access;

namespace Discharge.Api.Demo;

/// <summary>Everybody who records on the demonstration ward: asks and sends as any caller does, in one role or another.</summary>
internal sealed class DemoCaller(HttpClient service, DevelopmentTokens tokens)
{
    private const int Attempts = 10;

    /// <summary>Asks, as a hub lead, who may see everything.</summary>
    public async Task<JsonObject> GetAsync(string path, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, path, Role.HubLead);
        using var answer = await service.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(cancellation))!;
    }

    /// <summary>Whether something can be read there.</summary>
    public async Task<bool> IsThereAsync(string path, CancellationToken cancellation)
    {
        using var request = Request(HttpMethod.Get, path, Role.HubLead);
        using var answer = await service.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode;
    }

    /// <summary>Sends a command, again under its key while the record cannot be reached; null where the person is there already, in a case that the ward's list does not show.</summary>
    public async Task<JsonObject?> PostAsync(Role role, string path, string key, JsonObject body, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = Request(HttpMethod.Post, path, role);
            request.Headers.Add("Idempotency-Key", key.Replace(' ', '-'));
            request.Content = JsonContent.Create(body);
            using var answer = await service.SendAsync(request, cancellation);
            if (answer.StatusCode is HttpStatusCode.ServiceUnavailable && attempt < Attempts)
            {
                await Task.Delay(answer.Headers.RetryAfter?.Delta ?? TimeSpan.Zero, cancellation);
                continue;
            }

            var text = await answer.Content.ReadAsStringAsync(cancellation);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK or HttpStatusCode.Created => JsonNode.Parse(text)!.AsObject(),
                HttpStatusCode.Conflict => null,
                HttpStatusCode.UnprocessableEntity when text.Contains(Responses.KeyUsedBefore.Code, StringComparison.Ordinal) => null,
                _ => throw new HttpRequestException($"The demonstration cannot be loaded: {path} answered {(int)answer.StatusCode} {text}"),
            };
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, Role role) =>
        new(method, path) { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", tokens.Sign(role, DemoWard.Site)) } };
}
