using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Asked;

/// <summary>What became of a place that was asked for, by what is on record of it later.</summary>
internal static class Places
{
    /// <summary>A place kept until a moment, unless somebody came into it, or it was kept anew or given up before.</summary>
    /// <param name="asking">What is asked.</param>
    /// <param name="reserved">The fact that keeps the place.</param>
    /// <param name="later">What is on record after it.</param>
    public static Asking Kept(Asking asking, ISharedFact reserved, IEnumerable<Fact> later)
    {
        var kept = asking with { Stands = AskedStanding.Kept, EndsAt = reserved.With is null ? null : reserved.Until };
        return later.FirstOrDefault(fact => reserved.With is not null && SharedFacts.With(fact) == reserved.With) is { } next ? kept.EndedBy(next, After((ISharedFact)next)) : kept;
    }

    /// <summary>A place that somebody is in until a fact ended that, or that is held for them.</summary>
    /// <param name="asking">What is asked.</param>
    /// <param name="place">The place in the registry of beds; null where it is not registered.</param>
    /// <param name="later">What is on record after they came into it.</param>
    /// <param name="ends">Whether a fact says that they are in it no longer.</param>
    public static Asking Occupied(Asking asking, Guid? place, IEnumerable<Fact> later, Func<Fact, bool> ends)
    {
        var rest = later.ToArray();
        var end = Array.FindIndex(rest, fact => ends(fact));
        var isHeld = rest.OfType<ISharedFact>().LastOrDefault(fact => fact.With == place && fact.Step is PlaceStep.Occupied or PlaceStep.Held) is { Step: PlaceStep.Held };
        return end < 0 ? asking with { Stands = isHeld ? AskedStanding.Held : AskedStanding.Occupied } : asking.EndedBy(rest[end]);
    }

    /// <summary>Whether a fact says that somebody left a place.</summary>
    public static bool IsLeft(Fact fact, Guid? place) => place is not null && fact is ISharedFact { Step: PlaceStep.Released, EndsReservation: false } && SharedFacts.With(fact) == place;

    /// <summary>The first of several moments; null where there is none.</summary>
    public static Instant? First(params Instant?[] moments) => moments.Min();

    private static AskedStanding After(ISharedFact next) => next switch
    {
        { Step: PlaceStep.Occupied } => AskedStanding.Done,
        { ReleasedBecause: ReleaseReason.NoLongerNeeded } => AskedStanding.NoLongerNeeded,
        _ => AskedStanding.Ended,
    };
}
