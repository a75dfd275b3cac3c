using System.Text;
using Discharge.Api.OpenApi;
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
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // A header of other letters is answered by whoever knows what has to stand in it, and not without a word by the server underneath.
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.Latin1;
        });
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
            // A database that is away is no fault of the program: one line says it, and a stack would say no more. Nor is a caller who hangs up.
            SuppressDiagnosticsCallback = failing => Resilience.IsAway(failing.Exception) || IsCallersDoing(failing.Exception, failing.HttpContext),
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

        if (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be answered.
            return Task.CompletedTask;
        }

        var isCommand = HttpMethods.IsPost(http.Request.Method) && failed?.Endpoint?.Metadata.GetMetadata<AsksAttribute>() is null;
        return Responses.Of(failed?.Error, isCommand, http.Request.Headers.ContainsKey("Idempotency-Key")).ExecuteAsync(http);
    }

    private static bool IsCallersDoing(Exception failed, HttpContext http) =>
        Responses.IsNotHttp(failed) || (http.RequestAborted.IsCancellationRequested && failed is IOException or OperationCanceledException);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} {Path} was answered 503: the database is away ({Reason})")]
    private static partial void LogAway(ILogger log, string method, string path, string reason);
}
