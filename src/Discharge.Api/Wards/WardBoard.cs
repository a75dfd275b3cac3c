using Discharge.Api.Cases;
using Discharge.Api.DischargeCases;
using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Persistence.DischargeCases;

namespace Discharge.Api.Wards;

/// <summary>A ward as it stands now.</summary>
/// <param name="Site">The hospital site.</param>
/// <param name="Ward">The ward's name at that site.</param>
/// <param name="People">A row for each person with an open case, the open clock due first on top.</param>
public sealed record WardBoard(OdsCode Site, string Ward, IReadOnlyList<WithPerson<WardBoardRow>> People) : IExample<WardBoard>
{
    /// <inheritdoc/>
    public static WardBoard Example => ExampleCase.JustLeft is var shown
        ? new(shown.Site, shown.Ward, [ExampleCase.Shown(WardBoardRow.Of(shown))])
        : throw new InvalidOperationException("The example has no case.");
}
