using Discharge.Api.OpenApi;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Wolverine.Http;

namespace Discharge.Api.Health;

/// <summary>The process is there and answers; asked by whoever would otherwise restart it.</summary>
public static class LiveEndpoint
{
    /// <summary>Always 200, also while the database is away: a restart would not bring it back.</summary>
    [AllowAnonymous]
    [WolverineGet("/health/live"), Answers<HealthAnswer>]
    public static HealthAnswer Live() => new(HealthAnswer.Healthy, []);
}

/// <summary>The service can do its work: the database is reachable, its migrations are current, its clocks are watched.</summary>
public static class ReadyEndpoint
{
    /// <summary>200 when every check passes, also where somebody outside cannot be told of something, otherwise 503; the body names each check and what is wrong with it.</summary>
    [AllowAnonymous]
    [WolverineGet("/health/ready"), Answers<HealthAnswer>, Answers<HealthAnswer, HealthAnswer.WhileAway>(StatusCodes.Status503ServiceUnavailable)]
    public static async Task<IResult> Ready(HealthCheckService checks, CancellationToken cancellation)
    {
        var report = await checks.CheckHealthAsync(cancellation);
        return Results.Json(
            HealthAnswer.Of(report),
            statusCode: report.Status is HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }
}
