namespace Discharge.Api.Requests;

/// <summary>What a request and the conversation it belongs to are called, by the caller or else by the service. Kept with what is recorded, and mirrored back.</summary>
/// <param name="RequestId">This request.</param>
/// <param name="CorrelationId">The conversation; the request itself where the caller names none.</param>
public sealed record Correlation(string RequestId, string CorrelationId)
{
    private const string RequestHeader = "X-Request-Id";
    private const string CorrelationHeader = "X-Correlation-Id";
    private const int Longest = 128;

    /// <summary>What this request is called.</summary>
    /// <exception cref="InvalidOperationException">The request did not come through <see cref="Answering.UseAnswers"/>.</exception>
    public static Correlation Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<Correlation>() ?? throw new InvalidOperationException("The request has no correlation: UseAnswers is missing.");
    }

    internal static Task Keep(HttpContext http, RequestDelegate next)
    {
        var request = Named(http, RequestHeader) ?? Guid.CreateVersion7().ToString();
        var correlation = new Correlation(request, Named(http, CorrelationHeader) ?? request);
        http.Features.Set(correlation);
        // Set as the answer starts, because a failure on the way clears the headers set until then.
        http.Response.OnStarting(() =>
        {
            http.Response.Headers[RequestHeader] = correlation.RequestId;
            http.Response.Headers[CorrelationHeader] = correlation.CorrelationId;
            return Task.CompletedTask;
        });
        return next(http);
    }

    // An id that could break a log line, grow without end is not worth keeping.
    private static string? Named(HttpContext http, string header) =>
        http.Request.Headers[header] is [{ Length: > 0 and <= Longest } id] && id.All(letter => letter is > ' ' and <= '~') ? id : null;
}
