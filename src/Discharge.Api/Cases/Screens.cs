using Discharge.Persistence.DischargeCases;

namespace Discharge.Api.Cases;

/// <summary>Answers a read: the JSON as the store wrote it, under a tag that changes whenever it does.</summary>
public static class Screens
{
    /// <summary>The answer; 304 where the caller has it already, 404 where there is nothing.</summary>
    /// <param name="shown">What there is.</param>
    /// <param name="what">What was asked for, such as "discharge-case".</param>
    /// <param name="http">The request.</param>
    public static IResult Answer(Shown? shown, string what, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (shown is null)
        {
            return Responses.NotFound(what);
        }

        var tag = $"\"{shown.Version}.{Shorthand.Of(shown.Json.Span)}\"";
        http.Response.Headers.ETag = tag;
        // What a ward sees of a person is nobody else's, and it changes with every fact.
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch.Any(known => known is "*" || known?.Contains(tag, StringComparison.Ordinal) is true)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : new WrittenJson(shown.Json);
    }
}

/// <summary>An answer whose JSON is written already.</summary>
/// <param name="Json">It, in UTF-8.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record WrittenJson(ReadOnlyMemory<byte> Json, int Status = StatusCodes.Status200OK) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        (httpContext.Response.StatusCode, httpContext.Response.ContentType, httpContext.Response.ContentLength) = (Status, "application/json; charset=utf-8", Json.Length);
        return httpContext.Response.Body.WriteAsync(Json, httpContext.RequestAborted).AsTask();
    }
}
