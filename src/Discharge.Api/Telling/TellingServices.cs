using Discharge.Persistence.Telling;

namespace Discharge.Api.Telling;

/// <summary>What tells people outside.</summary>
public static class TellingServices
{
    /// <summary>Adds it.</summary>
    /// <exception cref="WebhooksException">The configuration's recipients cannot be used.</exception>
    public static void AddTelling(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services
            .AddSingleton(Webhooks.From(builder.Configuration, plain: builder.Environment.IsDevelopment()))
            .AddSingleton<Outbox>()
            .AddSingleton<MessageStore>()
            .AddSingleton<DailyMeasures>()
            .AddSingleton<Post>()
            .AddSingleton<LogSink>()
            .AddSingleton<Messenger>()
            .AddHostedService<MessagesSent>();
    }
}
