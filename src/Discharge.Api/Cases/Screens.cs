using System.Text.Json;
using Discharge.Api.AccessLogs;
using Discharge.Api.Engagements;
using Discharge.Persistence;
using Discharge.Persistence.AccessLogs;
using Discharge.Persistence.DischargeCases;

namespace Discharge.Api.Cases;

/// <summary>Answers a read: the JSON as the store wrote it, under a tag that changes whenever it does. That somebody looked is put down first.</summary>
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
            return new LookedFor(LookOutcome.NotFound, [], OfOpenCases: false, Responses.NotFound(what), what);
        }

        // What an auditor is not told is not in the tag either, so that it changes when they are.
        var json = Pseudonyms.Shown(shown.Json, http);
        var tag = $"\"{shown.Version}.{Shorthand.Of(json.Span)}\"";
        return http.Request.Headers.IfNoneMatch.Any(known => known is "*" || known?.Contains(tag, StringComparison.Ordinal) is true)
            ? new LookedFor(LookOutcome.Unchanged, NamedIds.In(json.Span), shown.OfOpenCases, new Tagged(tag, Results.StatusCode(StatusCodes.Status304NotModified)), what)
            : new LookedFor(LookOutcome.Shown, NamedIds.In(json.Span), shown.OfOpenCases, new Tagged(tag, new WrittenJson(json)), what);
    }

    /// <summary>The answer to a question that has no tag, because nobody asks it again.</summary>
    /// <param name="view">What there is to show.</param>
    /// <param name="what">What was asked for, such as "case".</param>
    /// <param name="http">The request.</param>
    /// <typeparam name="T">The kind of view.</typeparam>
    public static IResult AnswerOnce<T>(T view, string what, HttpContext http)
    {
        var json = Pseudonyms.Shown(JsonSerializer.SerializeToUtf8Bytes(view, PublicJson.Options), http);
        return new LookedFor(LookOutcome.Shown, NamedIds.In(json.Span), OfOpenCases: false, new WrittenJson(json), what);
    }
}

/// <summary>An answer that is given once it is on record that somebody looked, and not before. What is out of the caller's reach is not there.</summary>
/// <param name="Outcome">What comes of the look.</param>
/// <param name="Named">Whom and what it names.</param>
/// <param name="OfOpenCases">Whether it shows nothing but a board or open cases.</param>
/// <param name="Answer">The answer.</param>
/// <param name="What">What was asked for, such as "discharge-case".</param>
internal sealed record LookedFor(LookOutcome Outcome, IReadOnlyList<Guid> Named, bool OfOpenCases, IResult Answer, string What) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext) => await (await httpContext.RequestServices.GetRequiredService<Looks>().PutDownAsync(httpContext, Outcome, Named, OfOpenCases) switch
    {
        null => Responses.LookNotOnRecord,
        LookOutcome.Refused => Responses.NotFound(What),
        _ => Answer,
    }).ExecuteAsync(httpContext);
}

/// <summary>An answer under a tag.</summary>
/// <param name="Tag">The tag, which changes whenever the answer does.</param>
/// <param name="Answer">The answer.</param>
internal sealed record Tagged(string Tag, IResult Answer) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ETag = Tag;
        // What a ward sees of a person is nobody else's, and it changes with every fact.
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        return Answer.ExecuteAsync(httpContext);
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
