using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Discharge.Persistence.Telling;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Discharge.Api.Telling;

/// <summary>Posts messages to webhooks. It goes where the configuration says and nowhere an answer points to.</summary>
public sealed class Post(TimeProvider time) : IDisposable
{
    private const string IdHeader = "Discharge-Message-Id";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // What lasts longer than a moment is tried again from the message's row, by whichever node is there then. All of it ends well within a claim.
    private readonly ResiliencePipeline<HttpStatusCode> _tries = new ResiliencePipelineBuilder<HttpStatusCode>()
        .AddRetry(new RetryStrategyOptions<HttpStatusCode>
        {
            ShouldHandle = outcome => ValueTask.FromResult(IsMomentary(outcome.Outcome)),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(200),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
        })
        .AddTimeout(Patience)
        .Build();

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = Patience,
        // So that a receiver that moves is found under its new address.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    });

    /// <summary>Posts a message, trying again at once what fails for a moment.</summary>
    public async Task<Receipt> SendAsync(Webhook webhook, Claimed message, CancellationToken cancellation)
    {
        var body = Encoding.UTF8.GetBytes(message.Body);
        try
        {
            return await _tries.ExecuteAsync(async stop => await SendOnceAsync(webhook, message.Id, body, stop), cancellation) switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Receipt.Taken,
                HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity => Receipt.Refused,
                // A key or an address that is wrong for now: nothing about this message.
                _ => Receipt.Away,
            };
        }
        catch (Exception failed) when (failed is HttpRequestException or TimeoutRejectedException || (failed is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return Receipt.Away;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static bool IsMomentary(Outcome<HttpStatusCode> outcome) => outcome switch
    {
        { Exception: HttpRequestException or TimeoutRejectedException } => true,
        { Exception: not null } => false,
        { Result: HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError } => true,
        _ => false,
    };

    private async Task<HttpStatusCode> SendOnceAsync(Webhook webhook, Guid id, byte[] body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(IdHeader, id.ToString());
        request.Headers.Add(Signature.Header, Signature.Of(webhook.Secret, time.GetUtcNow(), body));
        // What the receiver says beyond its status is not read.
        using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.StatusCode;
    }
}
