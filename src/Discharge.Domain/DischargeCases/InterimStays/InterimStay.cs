using System.Collections.Immutable;
using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// A stay in interim beds of one kind, whose limit is counted from its start. Another place of the same kind continues it, and so does a stay in hospital through which the bed is held;
/// a bed of the other kind ends it and begins another (A2).
/// </summary>
/// <param name="Kind">The kind of bed.</param>
/// <param name="Start">The entry of the arrival that began it.</param>
/// <param name="Places">Each arrival in a bed of it, in order.</param>
/// <param name="End">The entry that ended it; null while it goes on.</param>
public sealed record InterimStay(InterimBedKind Kind, Entry Start, ImmutableArray<InterimBedOccupied> Places, Entry? End)
{
    // Left for another interim bed, and not arrived there yet.
    private Entry? Between { get; init; }

    /// <summary>Whether the person left for another interim bed and is not known to have arrived there yet.</summary>
    public bool IsBetween => Between is not null;

    /// <summary>When it began.</summary>
    public Instant From => Start.Fact.OccurredAt;

    /// <summary>When it ended, be it with the person's death; null while it goes on.</summary>
    public Instant? Until { get; private init; }

    /// <summary>The bed the person came into last.</summary>
    public InterimPlace Place => Places[^1].Place;

    /// <summary>The registered bed that is theirs; null where it is none, or where they left it for another and are not known to have arrived there yet.</summary>
    public Guid? Bed => IsBetween ? null : Place.Bed;

    /// <summary>The stays of a case, in order.</summary>
    public static ImmutableArray<InterimStay> Of(DischargeCase discharge)
    {
        if (!discharge.Facts.Any<InterimBedOccupied>())
        {
            return [];
        }

        var death = discharge.Death?.OccurredAt;
        return
        [
            .. discharge.Facts.EntriesOf<InterimStayEvent>()
                .Aggregate(ImmutableArray<InterimStay>.Empty, After)
                .Select(stay => stay with { Until = Earlier(stay.End?.Fact.OccurredAt, death) }),
        ];
    }

    /// <summary>The stay that goes on, whose bed is the person's until it is recorded that they left it; null where there is none.</summary>
    public static InterimStay? NotVacated(DischargeCase discharge) => Of(discharge) is [.., { End: null } last] ? last : null;

    /// <summary>The stay the person is in; null where they are in none.</summary>
    public static InterimStay? Current(DischargeCase discharge) => NotVacated(discharge) is { Until: null } current ? current : null;

    /// <summary>What is on record of an interim bed next after a moment: that the person came into one, left one, or has one kept; null where nothing is.</summary>
    public static InterimStayEvent? NextAfter(DischargeCase discharge, Instant moment) =>
        discharge.Facts.All<InterimStayEvent>().FirstOrDefault(fact => fact is InterimBedOccupied or InterimBedVacated or InterimBedHeld && fact.OccurredAt > moment);

    /// <summary>When another day of the stay that goes on begins, if nothing is recorded by then; null where there is none.</summary>
    public static Instant? NextDayAfter(DischargeCase discharge, Instant at) => Current(discharge) is null ? null : LocalCalendar.EndOf(LocalCalendar.DateOf(at));

    /// <summary>The entry by which the person last went home from an interim bed; null where they did not, or are in one again.</summary>
    public static Entry? HomeFromIn(DischargeCase discharge) => discharge.Facts.Any<InterimBedVacated>()
        && discharge.Facts.EntriesOf<InterimStayEvent>().LastOrDefault(entry => entry.Fact is InterimBedOccupied or InterimBedVacated { Follows: false }) is { Fact: InterimBedVacated vacated } last
        && vacated.For.IsHome()
            ? last
            : null;

    /// <summary>The last decision that it goes on past its limit; null where there is none.</summary>
    public InterimStayExtended? ExtensionIn(DischargeCase discharge) =>
        discharge.Facts.All<InterimStayExtended>().LastOrDefault(extended => extended.OccurredAt >= From && !(extended.OccurredAt > Until));

    /// <summary>Its bed days by a moment: the nights from its start, those in hospital with the bed held included.</summary>
    public int DaysBy(Instant moment) => NightsBetween(From, Until is { } until && until < moment ? until : moment);

    /// <summary>The bed days of all interim stays of a case by a moment.</summary>
    public static int TotalDaysBy(IEnumerable<InterimStay> stays, Instant moment) => stays.Sum(stay => stay.DaysBy(moment));

    internal static int NightsBetween(Instant from, Instant until) =>
        Math.Max(0, Period.DaysBetween(LocalCalendar.DateOf(from), LocalCalendar.DateOf(until)));

    private static ImmutableArray<InterimStay> After(ImmutableArray<InterimStay> stays, Entry entry) => (entry.Fact, stays) switch
    {
        (InterimBedOccupied occupied, [.., { End: null } last]) when last.Kind == occupied.Place.Kind => stays.SetItem(stays.Length - 1, last with { Places = last.Places.Add(occupied), Between = null }),
        (InterimBedOccupied occupied, [.., { End: null } last]) => [.. stays.SetItem(stays.Length - 1, last with { End = last.Between ?? entry }), Begun(entry, occupied)],
        (InterimBedOccupied occupied, _) => [.. stays, Begun(entry, occupied)],
        // Given up because the person is in another: they are there, and not on the way.
        (InterimBedVacated { For: LeavingInterimBedFor.AnotherInterimBed, Bed: { } bed }, [.., { End: null } last]) when last.Place.Bed != bed => stays,
        (InterimBedVacated { For: LeavingInterimBedFor.AnotherInterimBed }, [.., { End: null } last]) => stays.SetItem(stays.Length - 1, last with { Between = entry }),
        (InterimBedVacated, [.., { End: null } last]) => stays.SetItem(stays.Length - 1, last with { End = entry }),
        _ => stays,
    };

    private static InterimStay Begun(Entry entry, InterimBedOccupied occupied) => new(occupied.Place.Kind, entry, [occupied], End: null);

    private static Instant? Earlier(Instant? one, Instant? other) => one is null || other < one ? other ?? one : one;
}
