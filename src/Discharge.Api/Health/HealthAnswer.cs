using Discharge.Api.OpenApi;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Discharge.Api.Health;

/// <summary>What the service says of its health: all in all, and check by check.</summary>
public sealed record HealthAnswer(string Status, IReadOnlyList<HealthAnswer.Check> Checks) : IExample<HealthAnswer>
{
    /// <inheritdoc/>
    public static HealthAnswer Example => new(Healthy, [new("issuer's keys known", Healthy, null), new("database reachable", Healthy, null), new("migrations current", Healthy, null), new("clocks watched", Healthy, null), new("recipients reached", Healthy, null)]);

    /// <summary>The word for a service, or a check, with which all is well.</summary>
    public const string Healthy = "healthy";

    private const string Unhealthy = "unhealthy";

    /// <summary>The word for a service that does its work, although something beyond it does not go through.</summary>
    private const string Degraded = "degraded";

    /// <summary>The answer for a report; a check's sentence is its own, never an exception's text.</summary>
    public static HealthAnswer Of(HealthReport report) => new(
        Word(report.Status),
        [.. report.Entries.Select(entry => new Check(entry.Key, Word(entry.Value.Status), entry.Value.Exception is null ? entry.Value.Description : "It could not be looked at."))]);

    private static string Word(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => Healthy,
        HealthStatus.Degraded => Degraded,
        _ => Unhealthy,
    };

    /// <summary>An answer of a service that cannot do its work.</summary>
    internal sealed class WhileAway : IExample<HealthAnswer>
    {
        /// <inheritdoc/>
        public static HealthAnswer Example => new(Unhealthy, [new("database reachable", Unhealthy, DatabaseReachable.NoAnswer), new("clocks watched", Healthy, null)]);
    }

    /// <summary>One thing that was looked at, how it is, and what is wrong with it if anything is.</summary>
    public sealed record Check(string Name, string Status, string? Sentence);
}
