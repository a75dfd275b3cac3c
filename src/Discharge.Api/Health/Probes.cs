namespace Discharge.Api.Health;

/// <summary>Whoever asks only whether the service is alive and ready. They ask from within, often without TLS, and taking them for anybody else would have a good node taken away.</summary>
internal static class Probes
{
    /// <summary>Whether a request asks that and nothing else.</summary>
    public static bool Ask(HttpRequest request) => request.Path.Value is "/health/live" or "/health/ready";
}
