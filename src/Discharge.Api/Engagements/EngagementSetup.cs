using Discharge.Api.Access;
using Discharge.Persistence.Engagements;

namespace Discharge.Api.Engagements;

/// <summary>Puts in place that auditors see no more than their engagements are of, and whom these cases are about only once they have said why.</summary>
public static class EngagementSetup
{
    /// <summary>Adds what engagements are recorded and asked with.</summary>
    public static WebApplicationBuilder AddEngagements(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<EngagementRecords>();
        return builder;
    }

    /// <summary>Asks of every auditor what they are engaged for. It comes behind the door.</summary>
    public static WebApplication UseEngagements(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var engagements = app.Services.GetRequiredService<EngagementRecords>();
        app.Use(async (http, next) =>
        {
            if (Caller.From(http.User) is { Role: Role.Auditor } auditor)
            {
                http.Features.Set(await engagements.ForAsync(auditor.Actor, Subjects.Of(http) is [var subject] ? subject : null, http.RequestAborted));
            }

            await next(http);
        });
        return app;
    }
}
