using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using NodaTime;
using NodaTime.Extensions;

namespace Discharge.Persistence.Beds;

/// <summary>Counts how much places were used in a period, from their histories.</summary>
public sealed class BedOccupancies(BedCapacities places, TimeProvider time)
{
    /// <summary>A line for each provider and kind.</summary>
    public async Task<IReadOnlyList<BedOccupancy>> ReadAsync(LocalDate from, LocalDate to, PlaceKind? kind, OdsCode? provider, CancellationToken cancellation) =>
        [.. BedOccupancy.Of(await places.BedsAsync(kind, provider, cancellation), from, to, time.GetUtcNow().ToInstant())];
}
