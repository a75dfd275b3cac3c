using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Discharge.Api.Access;

/// <summary>The tokens of Development: signed with a key that is made at start and never leaves the process. There are none elsewhere.</summary>
public sealed class DevelopmentTokens
{
    /// <summary>Who issues them.</summary>
    public const string Issuer = "urn:discharge:development";

    /// <summary>Whom they are issued for.</summary>
    public const string Audience = "discharge";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = Guid.NewGuid().ToString("N") };

    private DevelopmentTokens()
    {
    }

    /// <summary>One line for each role, as start-up prints them.</summary>
    public IEnumerable<string> Lines => Enum.GetValues<Role>().Select(role => $"token {Caller.Named(role)}: {Sign(role)}");

    /// <summary>What they are signed with.</summary>
    public SecurityKey Key => _key;

    /// <summary>Tokens with a new key.</summary>
    /// <exception cref="InvalidOperationException">This is not Development.</exception>
    public static DevelopmentTokens In(IHostEnvironment environment) => environment.IsDevelopment()
        ? new()
        : throw new InvalidOperationException($"There are no development tokens in {environment.EnvironmentName}.");

    /// <summary>A token for somebody in a role, for an organisation, on a ward of it where one is named, for 24 hours.</summary>
    public string Sign(Role role, string organisation = "DEV01", string? subject = null, string? ward = null)
    {
        var claims = new Dictionary<string, object>
        {
            [Caller.SubjectClaim] = subject ?? $"development-{Caller.Named(role)}",
            [Caller.RoleClaim] = Caller.Named(role),
            [Caller.OrganisationClaim] = organisation,
        };
        if (ward is not null)
        {
            claims[Caller.WardClaim] = ward;
        }

        return Sign(claims);
    }

    /// <summary>A token that says exactly this, beside issuer, audience and times.</summary>
    public string Sign(IDictionary<string, object> claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        TokenType = "at+jwt",
        Claims = claims,
        Expires = DateTime.UtcNow + Lifetime,
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
    });
}
