using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Beds;

/// <summary>How much the places of one provider and kind were used from one day to another, in days of 24 hours to two decimals: occupied, held and why, and reserved, each counted apart, so that all of it adds up.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Places">How many places there are.</param>
/// <param name="PlaceDays">How many days of a place there were.</param>
/// <param name="OccupiedDays">In how many of them somebody was in the place.</param>
/// <param name="HeldDays">In how many it was kept for somebody who was away, by the reason.</param>
/// <param name="ReservedDays">In how many it was reserved.</param>
public sealed record BedOccupancy(OdsCode Provider, PlaceKind Kind, int Places, decimal PlaceDays, decimal OccupiedDays, IReadOnlyList<HeldDays> HeldDays, decimal ReservedDays)
{
    /// <summary>In how many nobody had it.</summary>
    public decimal FreeDays => PlaceDays - OccupiedDays - HeldDays.Sum(held => held.Days) - ReservedDays;

    /// <summary>How much these places were used between two days, both included, as far as they have gone by.</summary>
    public static IEnumerable<BedOccupancy> Of(IEnumerable<Bed> beds, LocalDate from, LocalDate to, Instant now)
    {
        var (start, end) = (LocalCalendar.StartOf(from), Instant.Min(LocalCalendar.EndOf(to), now));
        return
            from bed in beds
            where bed.Registration is not null
            group Uses(bed, Instant.Max(start, bed.Registration!.OccurredAt), end) by (bed.Registration!.Provider, bed.Registration.Kind) into uses
            orderby uses.Key.Provider.Value, uses.Key.Kind
            let all = uses.SelectMany(use => use).ToArray()
            select new BedOccupancy(
                uses.Key.Provider,
                uses.Key.Kind,
                uses.Count(),
                Days(all.Where(use => use.As is null)),
                Days(all.Where(use => use.As is PlaceStep.Occupied)),
                [.. all.Where(use => use.Why is not null).GroupBy(use => use.Why!.Value).OrderBy(held => held.Key).Select(held => new HeldDays(held.Key, Days(held)))],
                Days(all.Where(use => use.As is PlaceStep.Reserved)));
    }

    // The whole of its time comes first, as what it is not used for.
    private static IEnumerable<(PlaceStep? As, HoldReason? Why, Duration Length)> Uses(Bed bed, Instant start, Instant end) => end <= start ? [] :
    [
        (null, null, end - start),
        .. bed.Tenures.All.Where(tenure => tenure.Overlaps(start, end))
            .Select(tenure => ((PlaceStep?)tenure.As, bed.WhyHeld(tenure), Instant.Min(tenure.Until ?? end, end) - Instant.Max(tenure.From, start))),
    ];

    private static decimal Days(IEnumerable<(PlaceStep? As, HoldReason? Why, Duration Length)> uses) =>
        decimal.Round((decimal)uses.Aggregate(Duration.Zero, (sum, use) => sum + use.Length).TotalDays, 2, MidpointRounding.AwayFromZero);
}

/// <summary>How long places were kept for somebody who was away.</summary>
/// <param name="Reason">Why they were away.</param>
/// <param name="Days">How many days.</param>
public sealed record HeldDays(HoldReason Reason, decimal Days);
