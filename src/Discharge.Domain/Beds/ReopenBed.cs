using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>A place that was closed is open again.</summary>
/// <param name="OccurredAt">When.</param>
public sealed record ReopenBed(Instant OccurredAt) : BedCommand(OccurredAt)
{
    /// <summary>The place was not closed.</summary>
    public static readonly Refusal NotClosed = new("bed.not-closed", "This place was not closed by then, so it cannot be opened again.", "A moment after a closing on record.");

    /// <inheritdoc/>
    protected override BedEvent Fact => new BedReopened(OccurredAt);

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed) => bed.At(OccurredAt).Closing is null ? NotClosed : Fact;
}
