using System.Security.Claims;

namespace Discharge.Api.Access;

/// <summary>What the claims of an issuer come to in our own words: who, in one role, for one organisation.</summary>
public interface IClaimsMapping
{
    /// <summary>The caller's own claims (<see cref="Caller.SubjectClaim"/>, <see cref="Caller.RoleClaim"/>, <see cref="Caller.OrganisationClaim"/>, <see cref="Caller.WardClaim"/>) that an issuer's make, and nothing else; null where they make none.</summary>
    ClaimsIdentity? Map(ClaimsPrincipal issued);
}

/// <summary>The mappings there are, and which of them the configuration asks for.</summary>
public static class ClaimsMappings
{
    /// <summary>The mapping that "Access:Claims" names: "generic", which is also meant where nothing is said, or "cis2".</summary>
    /// <exception cref="AccessNotConfiguredException">It names another, or a role that is none of ours.</exception>
    public static IClaimsMapping From(IConfiguration configuration) => configuration["Access:Claims"] switch
    {
        null or "" or "generic" => new GenericClaims(
            configuration["Access:SubjectClaim"] ?? Caller.SubjectClaim,
            configuration["Access:RoleClaim"] ?? Caller.RoleClaim,
            configuration["Access:OrganisationClaim"] ?? Caller.OrganisationClaim,
            configuration["Access:WardClaim"] ?? Caller.WardClaim,
            RolesIn(configuration)),
        "cis2" => RolesIn(configuration) is { Count: > 0 } roles
            ? new Cis2Claims(roles)
            : throw new AccessNotConfiguredException("The service does not start: Access:Roles has to say which role code of CIS2 is which role here, such as Access__Roles__0__Code and Access__Roles__0__Role."),
        var other => throw new AccessNotConfiguredException($"The service does not start: Access:Claims is '{other}', and has to be generic or cis2."),
    };

    /// <summary>The identity of a caller.</summary>
    internal static ClaimsIdentity Identity(string subject, string role, string organisation, string? ward) => new(
        [new(Caller.SubjectClaim, subject), new(Caller.RoleClaim, role), new(Caller.OrganisationClaim, organisation), .. ward is null ? (Claim[])[] : [new(Caller.WardClaim, ward)]],
        authenticationType: "mapped",
        Caller.SubjectClaim,
        Caller.RoleClaim);

    private static Dictionary<string, string> RolesIn(IConfiguration configuration)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in configuration.GetSection("Access:Roles").GetChildren())
        {
            var (code, role) = (entry["Code"], entry["Role"]);
            if (code is null or "" || role is null || !Caller.IsRole(role) || !roles.TryAdd(code, role))
            {
                throw new AccessNotConfiguredException($"The service does not start: {entry.Path} has to have a Code, each once, and a Role of this service, such as ward-staff.");
            }
        }

        return roles;
    }
}
