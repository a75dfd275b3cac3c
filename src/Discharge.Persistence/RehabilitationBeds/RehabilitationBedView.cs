using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using NodaTime;

namespace Discharge.Persistence.RehabilitationBeds;

/// <summary>The place that is somebody's.</summary>
/// <param name="Bed">The place.</param>
/// <param name="As">Whether it is reserved, occupied or held.</param>
/// <param name="Since">Since when it is so.</param>
/// <param name="HeldBecause">Why they are away, where it is held.</param>
/// <param name="Until">The first moment at which it is no longer reserved, where it is; a held one is held however long it takes.</param>
public sealed record RehabilitationBedView(Guid Bed, PlaceStep As, Instant Since, HoldReason? HeldBecause, Instant? Until)
{
    /// <summary>The place of a case at a moment: the one they are in or have held, or else one that is reserved; null where there is none.</summary>
    public static RehabilitationBedView? Of(RehabilitationCase rehabilitation, Instant at)
    {
        var bed = rehabilitation.Place ?? rehabilitation.Facts.All<RehabilitationBedReserved>().LastOrDefault(reserved => IsReserved(rehabilitation, reserved.Bed, at))?.Bed;
        return bed is null ? null : rehabilitation.Facts.All<RehabilitationEvent>().Last(fact => SharedFacts.With(fact) == bed && (bed != rehabilitation.Place || IsOfWhoeverIsThere(fact))) is ISharedFact shared and RehabilitationEvent last
            ? new(bed.Value, shared.Step, last.OccurredAt, shared.Step is PlaceStep.Held ? shared.KeptBecause : null, shared.Until)
            : null;
    }

    // A reservation of the bed they are in says nothing of it any more.
    private static bool IsOfWhoeverIsThere(RehabilitationEvent fact) => fact is ISharedFact { Step: not PlaceStep.Reserved, EndsReservation: false };

    private static bool IsReserved(RehabilitationCase rehabilitation, Guid bed, Instant at) => SharedFacts.ReservedAfter(rehabilitation.Facts.All<RehabilitationEvent>(), at).Any(kept => kept.Place == bed);
}

/// <summary>How long a rehabilitation bed was somebody's, in days of 24 hours to two decimals.</summary>
/// <param name="InBed">How long they were in it.</param>
/// <param name="Held">How long it was held for them, by the reason.</param>
public sealed record BedDaysView(decimal InBed, IReadOnlyList<HeldDaysView> Held)
{
    internal static BedDaysView Of(RehabilitationCase rehabilitation, Instant at) => BedDays.Of(rehabilitation, at) is var days
        ? new(Days(days.InBed), [.. days.Held.Select(held => new HeldDaysView(held.Key, Days(held.Value)))])
        : throw new InvalidOperationException();

    private static decimal Days(Duration length) => decimal.Round((decimal)length.TotalDays, 2, MidpointRounding.AwayFromZero);
}

/// <summary>How long a bed was held for somebody.</summary>
/// <param name="Reason">Why they were away.</param>
/// <param name="Days">How many days.</param>
public sealed record HeldDaysView(HoldReason Reason, decimal Days);
