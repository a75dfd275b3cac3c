using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>A place is no longer somebody's: they have left it, or it is kept or reserved for them no longer.</summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Case">Their case.</param>
/// <param name="Reason">Why.</param>
public sealed record ReleaseBed(Instant OccurredAt, Guid Case, ReleaseReason Reason) : BedCommand(OccurredAt)
{
    /// <summary>They do not have the place.</summary>
    public static readonly Refusal NotTheirs = new("bed.not-theirs", "This person did not have that place then, so there is nothing to release.", "A place that the person has; a reservation whose moment has passed needs no release.");

    /// <inheritdoc/>
    protected override BedEvent Fact => new BedReleased(OccurredAt, Case, Reason);

    /// <inheritdoc/>
    protected override bool MayFollowAnError(Bed bed) => true;

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed) => bed.HeldBy(OccurredAt)?.Case == Case ? Fact : NotTheirs;
}
