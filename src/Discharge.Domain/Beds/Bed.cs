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

    /// <summary>Why somebody is away from the place that is held for them; null where it is not held.</summary>
    public HoldReason? WhyHeld(Tenure tenure) => (Facts.Entries.First(entry => entry.Version == tenure.Entry).Fact as BedHeld)?.Reason;

    /// <summary>How it stands at a moment.</summary>
    public BedStatus StatusAt(Instant moment) => (HeldBy(moment)?.As, this) switch
    {
        (PlaceStep.Reserved, _) => BedStatus.Reserved,
        (PlaceStep.Occupied, _) => BedStatus.Occupied,
        (PlaceStep.Held, _) => BedStatus.Held,
        (_, { Registration: null }) => BedStatus.RegisteredInError,
        (_, { Closing: not null }) => BedStatus.Closed,
        _ when IsTakenElsewhere(moment) => BedStatus.TakenElsewhere,
        _ => BedStatus.Free,
    };

    /// <summary>Whether the provider's last word is that it is taken at a moment, for good, until a day ahead, or since a day that has gone by.</summary>
    public bool IsTakenElsewhere(Instant moment) => WordThatHolds is { } word && (!word.IsFree || word.FreeFrom > LocalCalendar.DateOf(moment) || word.FreeTo < LocalCalendar.DateOf(moment));

    /// <summary>The last day on which it is free, where the provider has said so and it still holds.</summary>
    public LocalDate? FreeTo => WordThatHolds?.FreeTo;

    /// <summary>
    /// The first day on which it is free as far as anybody knows, seen at a moment; null where nobody knows of one. A day that has gone by, on which it was expected to be free or open and is not,
    /// says nothing of the days to come.
    /// </summary>
    public LocalDate? FreeFrom(Instant moment)
    {
        var today = LocalCalendar.DateOf(moment);
        LocalDate?[] each = [Registration is null ? null : WithoutWhoeverHasIt(), Closing is { } closing ? NotGoneBy(closing.ExpectedUntil) : today, ByTheirWord()];
        return each.Contains(null) || each.Max() > FreeTo ? null : each.Max();

        LocalDate? WithoutWhoeverHasIt() => HeldBy(moment) switch
        {
            null => today,
            { As: PlaceStep.Reserved, Until: { } until } => LocalCalendar.DateOf(until),
            { As: PlaceStep.Occupied } => NotGoneBy(Facts.Last<BedOccupied>()?.PlannedEnd) ?? NotGoneBy(WordThatHolds?.FreeFrom),
            _ => null,
        };

        LocalDate? ByTheirWord() => WordThatHolds switch
        {
            { IsFree: false } => null,
            { FreeFrom: { } from } when from > today => from,
            _ => today,
        };

        LocalDate? NotGoneBy(LocalDate? day) => day < today ? null : day;
    }

    /// <summary>The moments at which it comes to stand otherwise, or to be free from another day, although nothing is recorded.</summary>
    public IEnumerable<Instant> Turns =>
    [
        .. Tenures.All.Select(tenure => tenure.Until).OfType<Instant>(),
        .. new[] { Facts.Last<BedOccupied>()?.PlannedEnd, Closing?.ExpectedUntil }.OfType<LocalDate>().Select(LocalCalendar.EndOf),
        .. LastWord?.FreeFrom is { } from ? [LocalCalendar.StartOf(from)] : (Instant[])[],
        .. LastWord?.FreeTo is { } to ? [LocalCalendar.EndOf(to)] : (Instant[])[],
    ];

    // Who came or went since is newer than their word; a reservation that came and went says nothing of it.
    private VacancyConfirmed? WordThatHolds => LastWord is { } word && !Facts.All<BedEvent>().Any(fact => fact.OccurredAt > word.OccurredAt && IsComingOrGoing(fact)) ? word : null;

    private static bool IsComingOrGoing(BedEvent fact) => fact is BedOccupied or BedHeld or BedReleased { IsOfReservation: false };
}
