using Discharge.Domain.Deciding;
using Discharge.Persistence.DischargeCases;

namespace Discharge.Persistence.Cases;

/// <summary>Every type of case the store knows.</summary>
public static class CaseTypes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ICaseType> All { get; } = [DischargeCaseType.Instance];

    /// <summary>The type of a case, which the name of its first entry says.</summary>
    public static ICaseType Of(History history) => All.First(type => EventNames.Of(history.Entries[0].Fact).StartsWith(type.Name + '.', StringComparison.Ordinal));
}
