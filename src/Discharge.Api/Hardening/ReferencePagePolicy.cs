using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Discharge.Api.Hardening;

/// <summary>What the reference page may do in a browser: run its own scripts, each by its hash where it stands in the page itself, read the contract from here, and nothing else.</summary>
public static partial class ReferencePagePolicy
{
    /// <summary>Says so of the page under a path.</summary>
    public static WebApplication UseReferencePagePolicy(this WebApplication app, string path)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseWhen(http => http.Request.Path.StartsWithSegments(path), page => page.Use(async (http, next) =>
        {
            var answer = http.Response.Body;
            using var written = new MemoryStream();
            http.Response.Body = written;
            try
            {
                await next(http);
            }
            finally
            {
                http.Response.Body = answer;
            }

            if (http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) is true)
            {
                http.Response.Headers.ContentSecurityPolicy = Of(Encoding.UTF8.GetString(written.GetBuffer(), 0, (int)written.Length));
            }

            written.Position = 0;
            await written.CopyToAsync(answer, http.RequestAborted);
        }));
        return app;
    }

    /// <summary>The policy of a page. It styles itself while it runs, so styles that stand in it are allowed; of scripts only those that stand in it as it was sent.</summary>
    public static string Of(string page) =>
        $"default-src 'none'; script-src 'self'{string.Concat(InPage().Matches(page).Select(script => $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script.Groups["text"].Value)))}'"))}; "
        + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    [GeneratedRegex("<script(?![^>]*\\ssrc=)[^>]*>(?<text>.*?)</script>", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex InPage();
}
