using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>A place, of whatever kind: its standing facts in order of occurrence, and what they come to.</summary>
/// <param name="Id">The place's id, which is its stream's.</param>
/// <param name="Facts">What stands on record.</param>
public sealed record Bed(Guid Id, Facts<BedEvent> Facts)
{
    /// <summary>There is no such place.</summary>
    public static readonly Refusal NoSuchPlace = new("bed.no-such-place", "There is no place of that id.", "The id of a place as the register of places shows it.");

    /// <summary>There is no such case.</summary>
    public static readonly Refusal NoSuchCase = new("bed.no-such-case", "There is no case of that id that a place could be given to.", "The id of somebody's case.");

    /// <summary>The registration, or null where it was withdrawn: the place was registered in error.</summary>
    public BedRegistered? Registration => Facts.First<BedRegistered>();

    /// <summary>What it can serve and what it costs, as last recorded.</summary>
    public BedOffer? Offer => Facts.Last<BedOfferChanged>()?.Offer ?? Registration?.Offer;

    /// <summary>The closing that holds; null where the place is open.</summary>
    public BedClosed? Closing => Facts.All<BedEvent>().LastOrDefault(fact => fact is BedClosed or BedReopened) as BedClosed;

    /// <summary>The provider's last word whether it is free.</summary>
    public VacancyConfirmed? LastWord => Facts.Last<VacancyConfirmed>();

    /// <summary>Who has had it and when.</summary>
    public Tenures Tenures => Tenures.Of(Facts);

    /// <summary>The place as the facts that had occurred by a moment make it.</summary>
    public Bed At(Instant moment) => this with { Facts = Facts.AsOf(moment) };

    /// <summary>Who has it at a moment, by all that stands on record.</summary>
    public Tenure? HeldBy(Instant moment) => Tenures.At(moment);

    /// <summary>How it stands at a moment.</summary>
    public BedStatus StatusAt(Instant moment) => (HeldBy(moment)?.As, this) switch
    {
        (PlaceStep.Reserved, _) => BedStatus.Reserved,
        (PlaceStep.Occupied, _) => BedStatus.Occupied,
        (PlaceStep.Held, _) => BedStatus.Held,
        (_, { Registration: null }) => BedStatus.RegisteredInError,
        (_, { Closing: not null }) => BedStatus.Closed,
        (_, { IsTakenElsewhere: true }) => BedStatus.TakenElsewhere,
        _ => BedStatus.Free,
    };

    /// <summary>
    /// Whether the provider's last word is that it is taken. What happened in it since is newer than their word.
    /// </summary>
    public bool IsTakenElsewhere => LastWord is { IsFree: false } word && !Facts.All<BedEvent>().Any(fact => fact is ISharedFact && fact.OccurredAt > word.OccurredAt);

    /// <summary>The first day on which it is free as far as anybody knows, seen at a moment; null where nobody knows of one.</summary>
    public LocalDate? FreeFrom(Instant moment) => (StatusAt(moment), HeldBy(moment)) switch
    {
        (BedStatus.Free, _) => LastWord?.FreeFrom is { } from && from > LocalCalendar.DateOf(moment) ? from : LocalCalendar.DateOf(moment),
        (BedStatus.Reserved, { Until: { } until }) => LocalCalendar.DateOf(until),
        (BedStatus.Occupied, _) => (Facts.Last<BedOccupied>())?.PlannedEnd,
        (BedStatus.Closed, _) => Closing?.ExpectedUntil,
        _ => null,
    };
}
