using Discharge.Domain.Deciding;
using Discharge.Persistence.Beds;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Reablement;
using Discharge.Persistence.RehabilitationBeds;

namespace Discharge.Persistence.Cases;

/// <summary>Every type of stream the store knows.</summary>
public static class StreamTypes
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IStreamType> All { get; } = [DischargeCaseType.Instance, BedType.Instance, ReablementType.Instance, ReablementTeamType.Instance, RehabilitationType.Instance];

    /// <summary>The type of a stream, which the name of its first entry says.</summary>
    public static IStreamType Of(History history) => All.First(type => EventNames.Of(history.Entries[0].Fact).StartsWith(type.Name + '.', StringComparison.Ordinal));
}
