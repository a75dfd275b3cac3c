using System.Net;
using System.Text.Json.Nodes;

namespace Discharge.Api.Tests;

/// <summary>
/// Asks again while the answer is that the database is away and nothing was done, as that answer says: where many tests keep a small machine busy, it may stand still for longer than anybody is left
/// waiting. A database that is really away still is so after the last time; a command without a key that was done all the same is then recorded twice, and its test fails.
/// </summary>
internal sealed class AskingAgain() : DelegatingHandler(new SocketsHttpHandler())
{
    private const int Times = 3;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var time = 1; ; time++)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (time == Times || answer is not { StatusCode: HttpStatusCode.ServiceUnavailable, Headers.RetryAfter.Delta: { } wait } || !await SaysAwayAsync(answer, cancellationToken))
            {
                return answer;
            }

            TestContext.Progress.WriteLine($"{request.Method} {request.RequestUri?.AbsolutePath} is asked again, since the database was away.");
            answer.Dispose();
            await Task.Delay(wait, cancellationToken);
        }
    }

    private static async Task<bool> SaysAwayAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        await answer.Content.LoadIntoBufferAsync(cancellation);
        return answer.Content.Headers.ContentType?.MediaType is "application/problem+json"
            && (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellation))?["code"] is "database.away";
    }
}
