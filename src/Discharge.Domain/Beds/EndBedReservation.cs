using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>A place is no longer reserved for somebody, before its moment. Whoever is in it already leaves it by their case.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Case">Their case.</param>
/// <param name="Reason">Why.</param>
public sealed record EndBedReservation(Instant OccurredAt, Guid Case, ReleaseReason Reason) : BedCommand(OccurredAt)
{
    /// <summary>They are in the place already.</summary>
    public static readonly Refusal AlreadyInIt = new(
        "bed.no-longer-reserved", "This person is in that place, or has it kept, so there is no reservation to end.", "Record in their case that they left it.");

    /// <inheritdoc/>
    protected override BedEvent Fact => new BedReleased(OccurredAt, Case, Reason);

    /// <inheritdoc/>
    protected override bool MayFollowAnError(Bed bed) => true;

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed) => bed.HeldBy(OccurredAt) switch
    {
        { IsPhysical: true } tenure when tenure.Case == Case => AlreadyInIt.Naming(tenure.Entry),
        { } tenure when tenure.Case == Case => Fact,
        _ => ReleaseBed.NotTheirs,
    };
}
