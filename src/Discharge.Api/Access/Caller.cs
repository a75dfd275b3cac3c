using System.Collections.Frozen;
using System.Security.Claims;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Persistence;

namespace Discharge.Api.Access;

/// <summary>Who is asking: somebody, in one role, for one organisation, as their token says and nothing else does.</summary>
/// <param name="Actor">As everything they record will name them.</param>
/// <param name="Role">The one role they act in.</param>
public sealed record Caller(Actor Actor, Role Role)
{
    /// <summary>The claim that says who.</summary>
    public const string SubjectClaim = "sub";

    /// <summary>The claim that says in which role.</summary>
    public const string RoleClaim = "role";

    /// <summary>The claim that says for which organisation, by its ODS code.</summary>
    public const string OrganisationClaim = "organisation";

    /// <summary>The claim that says on which ward of the organisation, where somebody works on one.</summary>
    public const string WardClaim = "ward";

    private const int LongestSubject = 255;

    private const int LongestWard = 100;

    private static readonly FrozenDictionary<string, Role> Roles = Enum.GetValues<Role>().ToFrozenDictionary(Named, StringComparer.Ordinal);

    /// <summary>The ward they work on, where their token says one; whoever works on a ward sees none without it.</summary>
    public string? Ward { get; init; }

    /// <summary>The caller of a request that has passed <see cref="AccessSetup.UseAccess"/>.</summary>
    /// <exception cref="InvalidOperationException">The request has no valid token, so it should not have come this far.</exception>
    public static Caller Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return From(http.User) ?? throw new InvalidOperationException("The request has no caller: the path does not ask for a token.");
    }

    /// <summary>The caller the claims make, or null where they do not say who, in exactly one known role, for exactly one organisation.</summary>
    public static Caller? From(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return Only(principal, SubjectClaim) is { Length: <= LongestSubject } subject
            && subject.All(letter => letter is > ' ' and <= '~')
            && Only(principal, RoleClaim) is { } named
            && Roles.TryGetValue(named, out var role)
            && OdsCode.TryParse(Only(principal, OrganisationClaim), out var organisation)
                ? new(new Actor(subject, named, organisation), role) { Ward = Only(principal, WardClaim) is { Length: <= LongestWard } ward ? ward : null }
                : null;
    }

    /// <summary>Whether the caller's role permits an operation.</summary>
    public bool May(Operation operation) => Role.Permit(operation);

    /// <summary>The classes of sensitive facts the caller sees.</summary>
    public IReadOnlySet<SensitiveClass> Sees => Role.Sees();

    /// <summary>Whether a word names a role.</summary>
    public static bool IsRole(string word) => Roles.ContainsKey(word);

    /// <summary>A role as tokens and events name it.</summary>
    public static string Named(Role role) => KebabCase.Spelling.ConvertName(role.ToString());

    // A claim given several times is a choice nobody has made.
    private static string? Only(ClaimsPrincipal principal, string type) =>
        principal.FindAll(type).ToArray() is [{ ValueType: ClaimValueTypes.String, Value: { Length: > 0 } value }] ? value : null;
}
