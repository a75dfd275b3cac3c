using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>The provider bridges no longer.</summary>
/// <param name="OccurredAt">Since when.</param>
public sealed record EndBridging(Instant OccurredAt) : ReablementRecord(OccurredAt)
{
    /// <summary>Nobody bridged.</summary>
    public static readonly Refusal NobodyBridged = new("reablement.nobody-bridged", "By then no provider bridged for this person.", "The moment at which one did.");

    /// <inheritdoc/>
    protected override ReablementEvent Fact => new BridgingEnded(OccurredAt);

    /// <inheritdoc/>
    private protected override Decision<ReablementEvent> Judge(ReablementCase reablement) => reablement.At(OccurredAt).BridgedBy is null ? NobodyBridged : Happened(reablement, Fact);
}
