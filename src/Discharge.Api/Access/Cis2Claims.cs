using System.Security.Claims;
using System.Text.Json;

namespace Discharge.Api.Access;

/// <summary>
/// The claims of NHS CIS2 Authentication: a person has many roles at many organisations, and acts in the one they selected (<c>selected_roleid</c>), at its organisation and in its workgroup, which for ward staff is their ward. Never in the union of them.
/// </summary>
/// <param name="roles">Our role for a role code, such as "S8000:G8000:R8001", or for the last part of one.</param>
internal sealed class Cis2Claims(IReadOnlyDictionary<string, string> roles) : IClaimsMapping
{
    private const string User = "nhsid_useruid";

    private const string Selected = "selected_roleid";

    private const string Roles = "nhsid_nrbac_roles";

    /// <inheritdoc/>
    public ClaimsIdentity? Map(ClaimsPrincipal issued) =>
        Only(issued, User) is { } who && Only(issued, Selected) is { } selected && SelectedOf(issued, selected) is var (code, organisation, ward) && RoleOf(code) is { } ours
            ? ClaimsMappings.Identity(who, ours, organisation, ward)
            : null;

    private string? RoleOf(string code) => roles.GetValueOrDefault(code) ?? roles.GetValueOrDefault(code.Split(':')[^1]);

    private static (string Code, string Organisation, string? Ward)? SelectedOf(ClaimsPrincipal issued, string selected)
    {
        var found = issued.FindAll(Roles).SelectMany(Listed).Where(role => Text(role, "person_roleid") == selected).ToArray();
        return found is [var one] && Text(one, "role_code") is { } code && Text(one, "org_code") is { } organisation ? (code, organisation, WorkgroupOf(one)) : null;
    }

    // Several workgroups are a choice nobody has made.
    private static string? WorkgroupOf(JsonElement role) =>
        role.TryGetProperty("workgroups", out var groups) && groups.ValueKind is JsonValueKind.Array && groups.GetArrayLength() == 1 && groups[0].ValueKind is JsonValueKind.String ? groups[0].GetString() : null;

    // A list alone in the token comes as one claim for each of its items.
    private static IEnumerable<JsonElement> Listed(Claim claim)
    {
        try
        {
            var role = JsonElement.Parse(claim.Value);
            return role.ValueKind is JsonValueKind.Object ? [role] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? Text(JsonElement role, string name) =>
        role.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? Only(ClaimsPrincipal issued, string type) => issued.FindAll(type).ToArray() is [{ Value: { Length: > 0 } value }] ? value : null;
}
