using Discharge.Api.OpenApi;

namespace Discharge.Api.Requests;

/// <summary>Turns away a query parameter that an endpoint does not have, so that nobody takes a list for narrowed by a word that was misspelled.</summary>
public static class KnownQueries
{
    /// <summary>Has every endpoint of the contract take the query parameters it names and no others. It comes after the door, so that only who may ask learns what can be asked.</summary>
    public static WebApplication UseKnownQueries(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use((http, next) => Unknown(http) is { } problem ? problem.ExecuteAsync(http) : next(http));
        return app;
    }

    private static Problem? Unknown(HttpContext http)
    {
        if (http.Request.Query.Count == 0 || http.GetEndpoint()?.Metadata is not { } described || described.GetMetadata<AnswersAttribute>() is null)
        {
            return null;
        }

        var known = described.OfType<QueryAttribute>().Select(query => query.Name).ToArray();
        var sentence = known is [] ? "This is not a parameter here; there are none." : $"This is not a parameter here; the parameters are: {string.Join(", ", known)}.";
        return http.Request.Query.Keys.Except(known, StringComparer.OrdinalIgnoreCase).Select(name => (name, sentence)).ToArray() is [_, ..] unknown
            ? Responses.Unreadable(unknown)
            : null;
    }
}
