using System.Globalization;
using Discharge.Api.Health;
using Microsoft.AspNetCore.Authorization;

namespace Discharge.Api.Hardening;

/// <summary>What every answer tells a browser: to take it for what it says it is, to show it in no frame, to load nothing for it, to keep nothing of it, and to come back over TLS only.</summary>
public static class SecurityHeaders
{
    private const int UsualHstsDays = 365;

    /// <summary>Has every answer say so, and refuses what does not come over TLS where "Tls:Required" asks for that, except from probes. It comes before everything that answers.</summary>
    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var days = app.Configuration.GetValue<int?>("Tls:HstsDays") ?? UsualHstsDays;
        var strict = app.Environment.IsDevelopment() || days <= 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"max-age={days * 24L * 60 * 60}; includeSubDomains");
        var required = app.Configuration.GetValue<bool?>("Tls:Required") ?? false;
        app.Use((http, next) =>
        {
            // Set as the answer starts, because a failure on the way clears the headers set until then.
            http.Response.OnStarting(static state => Say((Answered)state), new Answered(http, strict));
            return required && !http.Request.IsHttps && !Probes.Ask(http.Request) ? Responses.NotOverTls.ExecuteAsync(http) : next(http);
        });
        return app;
    }

    private static Task Say(Answered answered)
    {
        var (http, strict) = answered;
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        }

        if (headers.CacheControl.Count == 0 && http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            headers.CacheControl = "no-store";
        }

        if (strict is not null && http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = strict;
        }

        return Task.CompletedTask;
    }

    private sealed record Answered(HttpContext Http, string? Strict);
}
