using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>
/// Somebody is in the place, for the first time or again. It happened, so it is recorded, also where the place was closed or promised to another, whose reservation then ends
/// and who is told. Only where somebody else was in it, or had it kept, can it not be so.
/// </summary>
/// <param name="OccurredAt">Since when.</param>
/// <param name="Case">Their case.</param>
/// <param name="PlannedEnd">The date on which they are expected to leave, where anybody knows.</param>
public sealed record OccupyBed(Instant OccurredAt, Guid Case, LocalDate? PlannedEnd = null) : BedCommand(OccurredAt)
{
    /// <summary>The place was closed.</summary>
    public static readonly Departure WhileClosed = new("bed.occupied-while-closed", "Somebody new is in a place that was closed: see that they are safe there.", Owner.CareTransferHub);

    /// <summary>The place was reserved for somebody else.</summary>
    public static readonly Departure ReservedForAnother = new(
        "bed.occupied-while-reserved", "Somebody is in a place that was reserved for another, who needs a place now.", Owner.CareTransferHub);

    /// <summary>The provider said that it was taken.</summary>
    public static readonly Departure SaidTaken = new(
        "bed.occupied-while-said-taken", "Somebody is in a place of which the provider had said that it was taken: ask which is right.", Owner.CareTransferHub);

    /// <summary>The registration of the place was withdrawn.</summary>
    public static readonly Departure RegisteredInErrorBefore = new(
        "bed.occupied-while-registered-in-error", "Somebody is back in a place of which the registration was withdrawn as entered in error: withdraw that withdrawal where the place is there.", Owner.CareTransferHub);

    /// <summary>When they are on record as gone from it again, where it is told late; null where they are not.</summary>
    public Instant? LeftAt { get; init; }

    /// <inheritdoc/>
    protected override BedEvent Fact => new BedOccupied(OccurredAt, Case, PlannedEnd);

    // Whoever has it held is back in it, whatever became of its registration.
    /// <inheritdoc/>
    protected override bool MayFollowAnError(Bed bed) => bed.HeldBy(OccurredAt) is { IsPhysical: true } tenure && tenure.Case == Case;

    /// <inheritdoc/>
    protected override Decision<BedEvent> Judge(Bed bed)
    {
        var others = bed.Tenures.OfOthers(Case, OccurredAt, UntilTheirNext(bed)).ToArray();
        return others.FirstOrDefault(tenure => tenure.IsPhysical) is { } there ? Taken.By(there) : Arrived(bed, others);
    }

    // Told late, it reaches no further than what is on record of them after it.
    private Instant? UntilTheirNext(Bed bed) => LeftAt
        ?? bed.Facts.All<BedEvent>().FirstOrDefault(fact => fact is BedOccupied or BedHeld or BedReleased { IsOfReservation: false } && SharedFacts.With(fact) == Case && fact.OccurredAt > OccurredAt)?.OccurredAt;

    private Decision<BedEvent> Arrived(Bed bed, Tenure[] reserved)
    {
        var then = bed.At(OccurredAt);
        var isBack = bed.HeldBy(OccurredAt) is { IsPhysical: true };
        Decision<BedEvent> arrival = new Recording<BedEvent>(Fact)
            .Departing(RegisteredInErrorBefore, unless: bed.Registration is not null)
            .Departing(WhileClosed, unless: isBack || then.Closing is null)
            .Departing(SaidTaken, unless: isBack || !then.IsTakenElsewhere(OccurredAt))
            .Departing(ReservedForAnother, unless: reserved is []);
        // The reservation is given up with it, at the moment of arrival or, where it was made later and both are recorded late, at its own.
        return arrival is Decision<BedEvent>.Accepted accepted
            ? accepted with { Facts = [.. accepted.Facts, .. reserved.Select(GivenUp)] }
            : arrival;
    }

    private BedReleased GivenUp(Tenure reservation) => new(Instant.Max(OccurredAt, reservation.From), reservation.Case, ReleaseReason.SomebodyElseArrived, Follows: true);
}
