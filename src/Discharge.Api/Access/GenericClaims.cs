using System.Security.Claims;

namespace Discharge.Api.Access;

/// <summary>The claims of an issuer that says each thing once, under a name of its own.</summary>
/// <param name="subject">The claim that says who.</param>
/// <param name="role">The claim that says in which role.</param>
/// <param name="organisation">The claim that says for which organisation.</param>
/// <param name="ward">The claim that says on which ward, where somebody works on one.</param>
/// <param name="roles">Our role for each of the issuer's; where there are none, it uses our words.</param>
internal sealed class GenericClaims(string subject, string role, string organisation, string ward, IReadOnlyDictionary<string, string> roles) : IClaimsMapping
{
    /// <summary>An issuer that uses our words throughout.</summary>
    public static GenericClaims InOurWords { get; } = new(Caller.SubjectClaim, Caller.RoleClaim, Caller.OrganisationClaim, Caller.WardClaim, new Dictionary<string, string>());

    /// <inheritdoc/>
    public ClaimsIdentity? Map(ClaimsPrincipal issued) =>
        Only(issued, subject) is { } who && Only(issued, role) is { } said && RoleOf(said) is { } ours && Only(issued, organisation) is { } whose
            ? ClaimsMappings.Identity(who, ours, whose, Only(issued, ward))
            : null;

    private string? RoleOf(string said) => roles.Count == 0 ? said : roles.GetValueOrDefault(said);

    // A claim given several times is a choice nobody has made.
    private static string? Only(ClaimsPrincipal issued, string type) =>
        issued.FindAll(type).ToArray() is [{ ValueType: ClaimValueTypes.String, Value: { Length: > 0 } value }] ? value : null;
}
