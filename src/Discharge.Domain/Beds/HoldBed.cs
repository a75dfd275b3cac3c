using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>To keep a place for somebody who is away from it. It stays theirs until they are back in it or somebody releases it, however long that takes.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Case">Their case.</param>
/// <param name="Reason">Why they are away.</param>
public sealed record HoldBed(Instant OccurredAt, Guid Case, HoldReason Reason) : BedCommand(OccurredAt)
{
    /// <summary>They are not in the place.</summary>
    public static readonly Refusal NotInIt = new("bed.not-in-it", "This person was not in that place then, so it cannot be kept for them.", "A place that the person is in; or a reservation.");

    /// <inheritdoc/>
    protected override BedEvent Fact => new BedHeld(OccurredAt, Case, Reason);

    // Whoever is in a place that should not have been registered is away from it all the same.
    /// <inheritdoc/>
    protected override bool MayFollowAnError(Bed bed) => true;

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed) => bed.HeldBy(OccurredAt) is { IsPhysical: true } tenure && tenure.Case == Case ? Fact : NotInIt;
}
