using System.Collections.Frozen;
using Discharge.Domain.DischargeCases;

namespace Discharge.Api.Access;

/// <summary>Which classes of sensitive facts each role sees, in whatever shows entries: what is withheld from a role is left out, with its words.</summary>
public static class Sight
{
    private static readonly FrozenDictionary<SensitiveClass, Operation> Needed = new Dictionary<SensitiveClass, Operation>
    {
        [SensitiveClass.Safeguarding] = Operation.ReadSafeguarding,
        [SensitiveClass.DomesticAbuse] = Operation.ReadDomesticAbuse,
        [SensitiveClass.MentalHealthAct] = Operation.ReadMentalHealthAct,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<Role, FrozenSet<SensitiveClass>> Seen = Enum.GetValues<Role>().ToFrozenDictionary(
        role => role,
        role => Enum.GetValues<SensitiveClass>().Where(sensitive => role.Permit(Needed[sensitive])).ToFrozenSet());

    /// <summary>The classes that a role sees.</summary>
    public static IReadOnlySet<SensitiveClass> Sees(this Role role) => Seen[role];
}
