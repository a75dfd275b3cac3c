using System.Collections.Immutable;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.RehabilitationBeds;

/// <summary>A stay in a care home after a direct move, whose limit is counted from its start (A2, A6). Another place of the same kind continues it.</summary>
/// <param name="Kind">What kind of place.</param>
/// <param name="Start">The entry of the move that began it.</param>
/// <param name="End">The entry that ended it; null while it goes on.</param>
public sealed record CareHomeStay(PlaceKind Kind, Entry Start, Entry? End)
{
    /// <summary>The stays of a case, in order.</summary>
    public static ImmutableArray<CareHomeStay> Of(RehabilitationCase rehabilitation) => rehabilitation.Facts.Any<MovedIntoCareHome>()
        ? rehabilitation.Facts.Entries.Aggregate(ImmutableArray<CareHomeStay>.Empty, After)
        : [];

    private static ImmutableArray<CareHomeStay> After(ImmutableArray<CareHomeStay> stays, Entry entry) => (entry.Fact, stays) switch
    {
        (MovedIntoCareHome moved, [.., { End: null } last]) when last.Kind == moved.Place.Kind => stays,
        (MovedIntoCareHome moved, [.., { End: null } last]) => [.. stays.SetItem(stays.Length - 1, last with { End = entry }), new(moved.Place.Kind, entry, End: null)],
        (MovedIntoCareHome moved, _) => [.. stays, new(moved.Place.Kind, entry, End: null)],
        (var fact, [.., { End: null } last]) when Whereabouts.AreSaidBy(fact) => stays.SetItem(stays.Length - 1, last with { End = entry }),
        _ => stays,
    };
}
