using System.Threading.RateLimiting;
using Discharge.Api.Access;
using Discharge.Api.Health;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NodaTime;

namespace Discharge.Api.Hardening;

/// <summary>How much anybody may ask of the service: how long a request may be, how long it may take, and how often one caller may come.</summary>
public static class Limits
{
    private const string PerSecond = "RateLimit:PerSecond";

    private const string Burst = "RateLimit:Burst";

    private const int UsualPerSecond = 100;

    private const int UsualBurst = 500;

    // Longer than any body this service takes, so that it can say itself that one is too long.
    private const long LongestBody = 1024 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Sets the limits. Outside of Development a caller has a rate, unless the configuration says 0; in Development only where it says one.</summary>
    public static WebApplicationBuilder AddLimits(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = LongestBody;
            kestrel.Limits.MaxRequestLineSize = 8 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
            kestrel.Limits.Http2.MaxStreamsPerConnection = 100;
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13);
        });
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = LongestWait, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable });
        builder.Services.AddRateLimiter(limiter =>
        {
            if (RateIn(builder) is var (perSecond, burst))
            {
                limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => Probes.Ask(http.Request)
                    ? RateLimitPartition.GetNoLimiter("probes")
                    : RateLimitPartition.GetTokenBucketLimiter(Whose(http), _ => new() { TokenLimit = burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));
            }

            limiter.OnRejected = async (rejected, _) => await Responses.TooOften(
                rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.FromSeconds(1) ? Duration.FromTimeSpan(wait) : Duration.FromSeconds(1)).ExecuteAsync(rejected.HttpContext);
        });
        return builder;
    }

    private static (int PerSecond, int Burst)? RateIn(WebApplicationBuilder builder) =>
        (builder.Configuration.GetValue<int?>(PerSecond) ?? (builder.Environment.IsDevelopment() ? 0 : UsualPerSecond)) is var rate && rate > 0
            ? (rate, Math.Max(rate, builder.Configuration.GetValue<int?>(Burst) ?? UsualBurst))
            : null;

    // Whoever comes without a valid token is counted by where they come from: tokens cannot be guessed at any rate, nor what is for anybody be asked for at any.
    private static string Whose(HttpContext http) =>
        Caller.From(http.User) is { Actor: var actor } ? $"{actor.Id}\n{actor.Organisation}" : $"\n{http.Connection.RemoteIpAddress}";
}
