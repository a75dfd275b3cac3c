using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>To reserve a place for the person until a moment, or for longer than before. Whether the place can be had, the place decides.</summary>
/// <param name="OccurredAt">When it is decided.</param>
/// <param name="Bed">The place.</param>
/// <param name="Kind">What kind of place it is.</param>
/// <param name="Provider">The home or ward it belongs to.</param>
/// <param name="Until">The first moment at which it is no longer reserved.</param>
public sealed record ReservePlace(Instant OccurredAt, Guid Bed, PlaceKind Kind, OdsCode Provider, Instant Until) : DischargeCaseDecision(OccurredAt)
{
    /// <inheritdoc/>
    protected override DischargeCaseEvent Fact => new PlaceReserved(OccurredAt, Bed, Kind, Provider, Until);

    /// <inheritdoc/>
    protected override Decision<DischargeCaseEvent> DecideOn(DischargeCase discharge) => discharge.Record(Fact);
}
