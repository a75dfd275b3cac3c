using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>The places agreed for the case that home does not work out, and whether a move was into one of them (A6).</summary>
public static class Agreements
{
    /// <summary>An agreement that stands; null where no entry of that number agrees on one.</summary>
    public static CareHomePlaceAgreed? Find(RehabilitationCase rehabilitation, long agreement) =>
        rehabilitation.Facts.EntriesOf<CareHomePlaceAgreed>().FirstOrDefault(entry => entry.Version == agreement)?.Fact as CareHomePlaceAgreed;

    /// <summary>The registered places that are kept under an agreement at a moment.</summary>
    public static IEnumerable<Guid> KeptBy(RehabilitationCase rehabilitation, Instant moment) =>
        SharedFacts.ReservedAfter(rehabilitation.At(moment).Facts.All<RehabilitationEvent>(), moment).Select(kept => kept.Place)
            .Intersect(rehabilitation.Facts.All<CareHomePlaceAgreed>().Select(agreed => SharedFacts.With(agreed)).OfType<Guid>());

    /// <summary>Whether a place is agreed for the case that home does not work out, and can still be moved into: one that is not kept, or is kept at a moment.</summary>
    public static bool Hold(RehabilitationCase rehabilitation, Instant moment) =>
        rehabilitation.At(moment).Facts.All<CareHomePlaceAgreed>().Any(agreed => agreed.KeptUntil is null || KeptBy(rehabilitation, moment).Contains(agreed.Bed!.Value));

    /// <summary>Until when the place of an agreement is kept, as it stands at a moment; null where it is not.</summary>
    public static Instant? KeptUntil(RehabilitationCase rehabilitation, Guid bed, Instant moment) =>
        rehabilitation.At(moment).Facts.All<RehabilitationEvent>().LastOrDefault(fact => SharedFacts.With(fact) == bed) is ISharedFact { Until: { } until } && until > moment ? until : null;

    /// <summary>Whether a move counts as contingency: from home, into the place of an agreement that stands and was made before.</summary>
    public static bool IsContingency(RehabilitationCase rehabilitation, MovedIntoCareHome moved) =>
        moved.Agreement is { } agreement && Find(rehabilitation, agreement)?.OccurredAt <= moved.OccurredAt && rehabilitation.At(moved.OccurredAt - LocalCalendar.Microsecond).IsAtHome;
}
