using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>
/// One half of what a place and the case that takes it have on record together: the holder is the place's fact, the stay the case's. Both halves are recorded in one
/// transaction, with the same moment, and stand or are withdrawn together.
/// </summary>
public interface ISharedFact
{
    /// <summary>The stream that has the other half: the case for a place, the place for a case; null where the place is not registered, so that nothing is shared.</summary>
    Guid? With { get; }

    /// <summary>What happened between them.</summary>
    PlaceStep Step { get; }

    /// <summary>The first moment at which it is no longer so, where it ends by itself, as a reservation does.</summary>
    Instant? Until => null;

    /// <summary>Why the person is away, where the place is kept for them.</summary>
    HoldReason? KeptBecause => null;

    /// <summary>Why the place is no longer the person's, where it was released.</summary>
    ReleaseReason? ReleasedBecause => null;

    /// <summary>Whether it ended a reservation, and nobody left the place.</summary>
    bool EndsReservation => ReleasedBecause?.EndsReservation() is true;
}

/// <summary>What happens between a place and the case that takes it.</summary>
public enum PlaceStep
{
    /// <summary>The place was reserved for the person until a moment.</summary>
    Reserved,

    /// <summary>The person is in the place, for the first time or again.</summary>
    Occupied,

    /// <summary>The person is away and the place is kept for them.</summary>
    Held,

    /// <summary>The place is no longer the person's.</summary>
    Released,
}

/// <summary>How the halves of shared facts are told to belong together.</summary>
public static class SharedFacts
{
    /// <summary>The stream that shares a fact; null where the fact is not shared.</summary>
    public static Guid? With(Fact fact) => (fact as ISharedFact)?.With;

    /// <summary>The place that somebody is in, or has kept, by the facts of their case in order, until it is said that they left it; null where there is none.</summary>
    public static Guid? PlaceBy(IEnumerable<Fact> facts) => facts.OfType<ISharedFact>().Aggregate((Guid?)null, (theirs, fact) => fact.Step switch
    {
        PlaceStep.Occupied or PlaceStep.Held => fact.With,
        PlaceStep.Released when fact.With == theirs && !fact.EndsReservation => null,
        _ => theirs,
    });

    /// <summary>The places that are reserved for somebody at a moment or come to be so later, by the facts of their case in order.</summary>
    public static IEnumerable<(Guid Place, Instant From)> ReservedAfter(IEnumerable<Fact> facts, Instant moment) =>
        from fact in facts
        where With(fact) is not null
        group fact by With(fact)!.Value into ofPlace
        let last = ofPlace.Last()
        where ((ISharedFact)last).Until > moment
        select (ofPlace.Key, last.OccurredAt);

    /// <summary>Whether a fact of one stream and a fact of another are the two halves of one.</summary>
    /// <param name="fact">A fact of the first.</param>
    /// <param name="stream">The first.</param>
    /// <param name="other">A fact of the second.</param>
    /// <param name="otherStream">The second.</param>
    public static bool AreHalves(Fact fact, Guid stream, Fact other, Guid otherStream) =>
        fact is ISharedFact half && other is ISharedFact otherHalf
        && half.With == otherStream && otherHalf.With == stream && half.Step == otherHalf.Step && fact.OccurredAt == other.OccurredAt
        && (half.Step is not PlaceStep.Held || half.KeptBecause == otherHalf.KeptBecause)
        // One moment may have two reservations, as where the second is for longer.
        && (half.Step is not PlaceStep.Reserved || half.Until == otherHalf.Until);

    /// <summary>Sees to it that no half of a shared fact is recorded or withdrawn in one stream alone.</summary>
    /// <exception cref="InvalidOperationException">One was to be.</exception>
    public static void RefuseHalf(History history, IEnumerable<Fact> facts)
    {
        if (facts.FirstOrDefault(fact => With(fact) is not null || (fact is EntryWithdrawn withdrawal && RootOf(history, withdrawal.Entry) is not null)) is { } half)
        {
            throw new InvalidOperationException($"{half.GetType().Name} concerns a place and a case, which change together or not at all.");
        }
    }

    /// <summary>The shared fact that an entry records or, where it is a withdrawal, is about in the end; null where it is neither.</summary>
    public static Entry? RootOf(History history, long version) => history.Entries.FirstOrDefault(entry => entry.Version == version) switch
    {
        { Fact: ISharedFact { With: not null } } entry => entry,
        { Fact: EntryWithdrawn withdrawal } => RootOf(history, withdrawal.Entry),
        _ => null,
    };
}
