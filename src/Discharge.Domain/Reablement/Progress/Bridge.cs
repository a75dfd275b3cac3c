using Discharge.Domain.People;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>A care provider bridges for the person.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Provider">The provider.</param>
public sealed record Bridge(Instant OccurredAt, OdsCode Provider) : ReablementRecord(OccurredAt)
{
    /// <inheritdoc/>
    protected override ReablementEvent Fact => new BridgingStarted(OccurredAt, Provider);
}
