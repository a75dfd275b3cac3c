namespace Discharge.Api.Requests;

/// <summary>Whatever can be read can be asked about with HEAD (RFC 9110, 9.3.2): the same answer without its body, health among it, which monitors often ask that way.</summary>
public static class HeadRequests
{
    /// <summary>Has HEAD routed as GET; the server leaves the body out. It comes before anything that goes by the endpoint.</summary>
    public static WebApplication UseHeadRequests(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use((http, next) =>
        {
            if (HttpMethods.IsHead(http.Request.Method))
            {
                http.Request.Method = HttpMethods.Get;
            }

            return next(http);
        });
        app.UseRouting();
        return app;
    }
}
