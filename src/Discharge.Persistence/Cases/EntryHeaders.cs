using System.Text.Json;
using Discharge.Domain.People;

namespace Discharge.Persistence.Cases;

/// <summary>What is kept of an entry in the event's headers: in which role, and for which organisation, whoever recorded it did so, and its seal.</summary>
/// <param name="Role">The role.</param>
/// <param name="Organisation">The organisation's ODS code.</param>
/// <param name="Seal">The seal over the entry and all before it; null where it was recorded before entries were sealed.</param>
internal sealed record EntryHeaders(string Role, string Organisation, string? Seal = null)
{
    /// <summary>The headers of an entry that somebody records.</summary>
    public static EntryHeaders Of(Actor by, string seal) => new(by.Role, by.Organisation.Value, seal);

    /// <summary>The headers as they are stored.</summary>
    /// <exception cref="JsonException">They are not what an entry has.</exception>
    public static EntryHeaders Read(ReadOnlySpan<byte> stored) =>
        JsonSerializer.Deserialize<EntryHeaders>(stored, JsonSerializerOptions.Web) is { Role: not null, Organisation: not null } headers
            ? headers
            : throw new JsonException("There is no role or no organisation.");

    /// <summary>Whoever recorded the entry.</summary>
    /// <param name="id">Their id.</param>
    public Actor By(string id) => new(id, Role, OdsCode.Parse(Organisation));

    /// <summary>The headers as they are to be stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
