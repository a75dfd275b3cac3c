using Discharge.Persistence.Access;
using Discharge.Persistence.AccessLogs;

namespace Discharge.Api.AccessLogs;

/// <summary>Puts the access log in: whatever is shown says so itself, and whatever the door refuses is put down here.</summary>
public static class AccessLogSetup
{
    private const string Journal = "AccessLog:Journal";

    /// <summary>Adds the log, and this node's journal where "AccessLog:Journal" names a directory for it.</summary>
    public static WebApplicationBuilder AddAccessLog(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services
            .AddSingleton<AccessLog>()
            .AddSingleton(new LookJournal(builder.Configuration[Journal]))
            .AddSingleton<LoggedLooks>()
            .AddSingleton<Reaching>()
            .AddSingleton<Looks>()
            .AddHostedService<KeptLooks>();
        return builder;
    }

    /// <summary>Puts down what the door refuses. It comes before the door; nothing is shown, so it is refused also where that cannot be put down.</summary>
    public static WebApplication UseAccessLog(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var looks = app.Services.GetRequiredService<Looks>();
        app.Use(async (http, next) =>
        {
            await next(http);
            if (http.Response.StatusCode == StatusCodes.Status403Forbidden)
            {
                await looks.PutDownAsync(http, LookOutcome.Refused, named: [], ofOpenCases: false);
            }
        });
        return app;
    }
}
