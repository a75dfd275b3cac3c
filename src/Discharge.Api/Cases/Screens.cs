using System.Text;
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

        var tag = $"\"{shown.Version}.{Shorthand.Of(shown.Json)}\"";
        http.Response.Headers.ETag = tag;
        // What a ward sees of a person is nobody else's, and it changes with every fact.
        http.Response.Headers.CacheControl = "private, no-cache";
        return http.Request.Headers.IfNoneMatch.Any(known => known is not null && known.Contains(tag, StringComparison.Ordinal))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Text(shown.Json, "application/json", Encoding.UTF8);
    }
}
