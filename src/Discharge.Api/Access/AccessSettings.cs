using Discharge.Persistence;

namespace Discharge.Api.Access;

/// <summary>Whose tokens are accepted, from the configuration section "Access".</summary>
/// <param name="Issuer">Who issues them: an https URI, compared with the token's issuer.</param>
/// <param name="Audience">Whom they are issued for: this service.</param>
/// <param name="Authority">Where the issuer publishes its keys; the issuer itself where it is not said.</param>
/// <param name="Claims">What its claims come to.</param>
internal sealed record AccessSettings(string Issuer, string Audience, string Authority, IClaimsMapping Claims)
{
    /// <summary>The settings.</summary>
    /// <exception cref="AccessNotConfiguredException">One is missing, and without it nobody could be told from anybody.</exception>
    public static AccessSettings From(IConfiguration configuration)
    {
        var issuer = Required(configuration, "Access:Issuer");
        var authority = configuration["Access:Authority"] ?? issuer;
        return Uri.TryCreate(authority, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? new(issuer, Required(configuration, "Access:Audience"), authority, ClaimsMappings.From(configuration))
            : throw new AccessNotConfiguredException("The service does not start: keys are fetched over https only, so Access:Authority (or else Access:Issuer) must be an https address.");
    }

    private static string Required(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } value
        ? value
        : throw new AccessNotConfiguredException(
            $"The service does not start: {key} is not configured, so no token could be checked. Set Access:Issuer and Access:Audience (in the environment: Access__Issuer, Access__Audience), or run in Development.");
}

/// <summary>Who may call is not configured, so the service does not start.</summary>
/// <param name="sentence">What to set.</param>
public sealed class AccessNotConfiguredException(string sentence) : StartRefusedException(sentence);
