using Discharge.Persistence;
using Microsoft.Extensions.Configuration.Memory;
using Npgsql;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Discharge.Api;

/// <summary>
/// What the service says about itself while it runs. Nothing of it carries personal data: no request or response bodies, no values of SQL
/// parameters, no query strings, no detail of a violated constraint.
/// </summary>
public static class Telemetry
{
    /// <summary>The name under which this service's own traces and metrics are found.</summary>
    public const string Name = Measures.Name;

    /// <summary>Adds structured logs to the console and, where an OTLP endpoint is configured, traces, metrics and logs over it.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        // Below every other source, so that a deployment can say otherwise. A request's own log lines would carry its query string.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
            [
                new("Logging:LogLevel:Default", "Information"),
                new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
                new("Logging:LogLevel:Npgsql", "Warning"),
                new("Logging:LogLevel:Wolverine", "Warning"),
                // It warns of a service that handles no messages, which is no fault.
                new("Logging:LogLevel:Wolverine.Configuration.HandlerDiscovery", "Error"),
            ],
        });
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment())
        {
            builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        }
        else
        {
            builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        }

        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("discharge", serviceInstanceId: Environment.MachineName))
            .WithTracing(tracing => tracing
                .AddSource(Name, "Marten", "Wolverine")
                .AddNpgsql()
                .AddAspNetCoreInstrumentation(http => http.Filter = request => !request.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal))
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                // Wolverine's meter carries the name of the service behind its own.
                .AddMeter(Name, "Marten", "Wolverine*", "Npgsql")
                .AddAspNetCoreInstrumentation()
                .AddOtlpExporter())
            .WithLogging(logging => logging.AddOtlpExporter());
    }
}
