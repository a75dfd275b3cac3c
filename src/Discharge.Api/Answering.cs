using Discharge.Api.Requests;
using Discharge.Persistence;
using Microsoft.AspNetCore.Diagnostics;

namespace Discharge.Api;

/// <summary>What all answers have in common, whichever endpoint gave them.</summary>
public static partial class Answering
{
    /// <summary>Has every body written in the JSON of this contract, and no answer name its server.</summary>
    public static WebApplicationBuilder AddAnswers(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Apply(json.SerializerOptions));
        return builder;
    }

    /// <summary>
    /// Mirrors the correlation headers back, and turns what no endpoint answered (an exception, an unknown path, a wrong method) into a
    /// problem. It comes before everything else in the pipeline.
    /// </summary>
    public static WebApplication UseAnswers(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.Use(Correlation.Keep);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Answering).FullName!);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => AnswerAsync(http, log),
            // A database that is away is no fault of the program: one line says it, and a stack would say no more.
            SuppressDiagnosticsCallback = failing => Resilience.IsAway(failing.Exception),
        });
        app.UseStatusCodePages(unanswered =>
            Responses.OfStatus(unanswered.HttpContext.Response.StatusCode).ExecuteAsync(unanswered.HttpContext));
        return app;
    }

    private static Task AnswerAsync(HttpContext http, ILogger log)
    {
        var failed = http.Features.Get<IExceptionHandlerFeature>();
        if (failed is not null && Resilience.IsAway(failed.Error))
        {
            // The pattern of the path, because the path itself may name somebody's case.
            LogAway(log, http.Request.Method, (failed.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "no path of ours", failed.Error.Message);
        }

        return Responses.Of(failed?.Error, http.Request.Method).ExecuteAsync(http);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} was answered 503: the database is away ({Reason})")]
    private static partial void LogAway(ILogger log, string method, string path, string reason);
}
