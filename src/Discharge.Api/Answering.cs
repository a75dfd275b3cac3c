using Discharge.Api.Requests;
using Microsoft.AspNetCore.Diagnostics;

namespace Discharge.Api;

/// <summary>What all answers have in common, whichever endpoint gave them.</summary>
public static class Answering
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
        app.UseExceptionHandler(failing => failing.Run(http =>
            Responses.Of(http.Features.Get<IExceptionHandlerFeature>()?.Error).ExecuteAsync(http)));
        app.UseStatusCodePages(unanswered =>
            Responses.OfStatus(unanswered.HttpContext.Response.StatusCode).ExecuteAsync(unanswered.HttpContext));
        return app;
    }
}
