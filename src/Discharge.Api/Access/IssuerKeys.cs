using Discharge.Persistence;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Access;

/// <summary>
/// What the issuer signs tokens with: fetched over https at the start and every ten minutes, after a failure again after half a minute, and never
/// because of a token, so that nobody can make the service call out (RFC 8725 3.10). What was fetched goes on counting while the issuer is away.
/// </summary>
internal sealed partial class IssuerKeys(AccessSettings settings, IHttpClientFactory clients, TimeProvider time, ILogger<IssuerKeys> log)
    : Rounds("the keys of the issuer", TimeSpan.Zero, AfterFailure, time, log)
{
    /// <summary>How long after a fetch that failed the next one follows.</summary>
    public static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private const int LongestReason = 300;

    private static readonly TimeSpan Usually = TimeSpan.FromMinutes(10);

    private readonly ILogger _log = log;

    private readonly TaskCompletionSource _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile IReadOnlyList<SecurityKey> _keys = [];

    private volatile bool _isIssuerAway;

    /// <summary>Whether there are any, so that a token can be checked.</summary>
    public bool AreKnown => _keys is not [];

    /// <summary>Whether the last fetch failed.</summary>
    public bool IsIssuerAway => _isIssuerAway;

    /// <summary>Those a token can be signed with that names this key, or none.</summary>
    public IEnumerable<SecurityKey> Named(string? id) =>
        _keys.Where(key => string.IsNullOrEmpty(id) || string.IsNullOrEmpty(key.KeyId) || string.Equals(key.KeyId, id, StringComparison.Ordinal));

    /// <summary>Starts, and waits until they were fetched, or could not be, once.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await base.StartAsync(cancellationToken);
        await _tried.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<TimeSpan?> GoAsync(CancellationToken stopping)
    {
        try
        {
            using var client = clients.CreateClient(AccessSetup.IssuerClient);
            var published = await OpenIdConnectConfigurationRetriever.GetAsync(
                $"{settings.Authority.TrimEnd('/')}/.well-known/openid-configuration", new HttpDocumentRetriever(client) { RequireHttps = true }, stopping);
            return published.SigningKeys.Count > 0 ? Known(published.SigningKeys) : Unknown("It publishes no keys.");
        }
        catch (Exception failed) when (!stopping.IsCancellationRequested)
        {
            return Unknown(failed.GetBaseException().Message);
        }
        finally
        {
            _tried.TrySetResult();
        }
    }

    private TimeSpan Known(IEnumerable<SecurityKey> keys)
    {
        _keys = [.. keys];
        if (_isIssuerAway)
        {
            LogBack();
        }

        _isIssuerAway = false;
        return Usually;
    }

    private TimeSpan Unknown(string reason)
    {
        if (!_isIssuerAway)
        {
            LogAway(settings.Authority, reason[..Math.Min(reason.Length, LongestReason)]);
        }

        _isIssuerAway = true;
        return AfterFailure;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the issuer cannot be fetched from {Authority}; it is tried again every half minute: {Reason}")]
    private partial void LogAway(string authority, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The keys of the issuer can be fetched again.")]
    private partial void LogBack();
}

/// <summary>Tokens can be checked.</summary>
internal sealed class IssuerKeysKnown(IssuerKeys keys) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult((keys.AreKnown, keys.IsIssuerAway) switch
    {
        (false, _) => HealthCheckResult.Unhealthy("The issuer of the tokens was not reached yet, so no token can be checked."),
        (_, true) => HealthCheckResult.Degraded("The issuer of the tokens cannot be reached; the keys known of it go on counting."),
        _ => HealthCheckResult.Healthy(),
    });
}
