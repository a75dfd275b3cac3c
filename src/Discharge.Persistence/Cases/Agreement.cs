using Discharge.Domain.Beds;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Beds;
using NodaTime;

namespace Discharge.Persistence.Cases;

/// <summary>Sees to it that what two streams share is on record in both: what is recorded, withdrawn or made to stand again in one is so in the other.</summary>
/// <param name="held">The streams as they are.</param>
/// <param name="accepted">What was decided in them.</param>
internal sealed class Agreement(Held held, JointVerdict.Accepted accepted)
{
    private readonly Dictionary<Guid, List<Fact>> _facts = accepted.In.ToDictionary(given => given.Stream, given => given.Facts.ToList());

    // What was asked for; other withdrawals follow from it.
    private readonly EntryWithdrawn? _asked = accepted.In.SelectMany(given => given.Facts).OfType<EntryWithdrawn>().FirstOrDefault();

    /// <summary>The streams to hold where more of them are concerned than are held; null where none is.</summary>
    public Streams? AlsoConcerned(Streams streams)
    {
        var more = _facts.SelectMany(stream => stream.Value.SelectMany(fact => SharedBy(stream.Key, fact))).ToArray()
            .Aggregate(streams, (all, shared) => all.SharingWith(shared.Stream, [shared.Other]));
        return more.InOrder.Length == streams.InOrder.Length ? null : more;
    }

    /// <summary>Whether this is a place, and an entry of it is to be withdrawn.</summary>
    public bool WithdrawsFromPlace(Guid stream) => StreamTypes.Of(held[stream]) == BedType.Instance && _asked is not null;

    /// <summary>What is to be recorded in each stream in the end, or why it must not be.</summary>
    public (IReadOnlyDictionary<Guid, IReadOnlyList<Fact>> Facts, Refusal? Refusal) Reached()
    {
        var isWhole = _facts.SelectMany(stream => stream.Value.Select(fact => (stream.Key, fact))).ToArray().All(given => Complete(given.Key, given.fact));
        var facts = _facts.Where(stream => stream.Value.Count > 0).ToDictionary(stream => stream.Key, IReadOnlyList<Fact> (stream) => stream.Value);
        return (facts, facts.Where(stream => stream.Value.Any(fact => fact is EntryWithdrawn))
            .Select(stream => StreamTypes.Of(held[stream.Key]).AgainstCorrection(held[stream.Key], After(stream.Key)))
            .FirstOrDefault(refusal => refusal is not null)
            ?? (isWhole && facts.Keys.All(AgreesWithOthers) && !facts.Keys.Any(LeavesAlone) ? null : Disagreement(facts)));
    }

    // What a case has on record of its places after the first moment that was told of is what says otherwise, or else what it has on record last.
    private Refusal Disagreement(Dictionary<Guid, IReadOnlyList<Fact>> facts)
    {
        var told = facts.SelectMany(stream => stream.Value.Select(fact => MomentOf(stream.Key, fact))).Min();
        var ofPlaces = facts.Keys.Where(stream => StreamTypes.Of(held[stream]) != BedType.Instance)
            .SelectMany(stream => held[stream].Standing.Where(entry => entry.Fact is ISharedFact)).OrderBy(entry => entry.Fact.OccurredAt).ThenBy(entry => entry.Version).ToArray();
        return (Array.Find(ofPlaces, entry => entry.Fact.OccurredAt > told) ?? ofPlaces.LastOrDefault()) is { } otherwise ? JointCommands.WouldDisagree.Naming(otherwise.Version) : JointCommands.WouldDisagree;
    }

    private Instant MomentOf(Guid stream, Fact fact) =>
        fact is EntryWithdrawn withdrawal && SharedFacts.RootOf(held[stream], withdrawal.Entry) is { Fact: var root } ? root.OccurredAt : fact.OccurredAt;

    // Whether the other stream can have its half too.
    private bool Complete(Guid stream, Fact fact)
    {
        switch (fact)
        {
            case ISharedFact { With: { } other } half when !FactsOf(other).Concat(held[other].Standing.Select(entry => entry.Fact)).Any(there => SharedFacts.AreHalves(fact, stream, there, other)):
                if (StreamTypes.Of(held[other]).OtherHalf(other, After(other), stream, fact) is not { } missing)
                {
                    // Nobody is given a place, or comes into one, but by a command that says so in both.
                    return half.Step is PlaceStep.Held or PlaceStep.Released ? false : throw new InvalidOperationException($"{fact.GetType().Name} has no other half.");
                }

                FactsOf(other).Add(missing);
                break;
            case EntryWithdrawn withdrawal when SharedFacts.RootOf(held[stream], withdrawal.Entry) is { } entry:
                Follow(SharedFacts.With(entry.Fact)!.Value, stream, entry, withdrawal);
                break;
        }

        return true;
    }

    // What is told late or withdrawn may leave somebody in a place that they are not in by their case, or the other way about. What did not agree before may be put right in any steps.
    private bool AgreesWithOthers(Guid stream)
    {
        var (before, after) = (BoundTo(stream, held[stream]), BoundTo(stream, After(stream)));
        return new[] { before, after }.OfType<Guid>().Distinct().All(other =>
            held[other].Version == 0
                ? before == after
                : (BoundTo(other, After(other)) == stream) == (after == other) || (BoundTo(other, held[other]) == stream) != (before == other));
    }

    // Who had left a place by coming into another has not, where that is withdrawn. A reservation that ended stays ended where somebody else has the place since.
    private bool LeavesAlone(Guid stream) => HasLeftForNothing(After(stream)) && !HasLeftForNothing(held[stream]);

    private static bool HasLeftForNothing(History history) => Consequences.StandingAlone(history).Any(fact => fact is not (BedReleased or ISharedFact { EndsReservation: true }));

    private static Guid? BoundTo(Guid stream, History history) => StreamTypes.Of(history).BoundTo(stream, history);

    // The other half stands as this one will, and what followed from it there.
    private void Follow(Guid other, Guid stream, Entry entry, EntryWithdrawn withdrawal)
    {
        var half = HalfOf(other, stream, entry, withdrawal);
        if (half is not null)
        {
            FactsOf(other).Add(half);
        }

        // A reservation that would only be given back is not, where somebody else has the place by now.
        if (withdrawal != _asked && entry.Fact is BedReleased or ISharedFact { EndsReservation: true } && (IsAgainst(stream) || IsAgainst(other)))
        {
            FactsOf(stream).Remove(withdrawal);
            FactsOf(other).Remove(half!);
            return;
        }

        foreach (var following in half is null ? [] : Consequences.Of(held[other], half).ToArray())
        {
            FactsOf(other).Add(following);
            Complete(other, following);
        }
    }

    private EntryWithdrawn? HalfOf(Guid other, Guid stream, Entry entry, EntryWithdrawn withdrawal)
    {
        var history = held[other];
        var stands = After(stream).Stands(entry.Version);
        return history.Entries.LastOrDefault(half => SharedFacts.AreHalves(entry.Fact, stream, half.Fact, other) && history.Stands(half.Version) != stands) is { } half
            ? withdrawal with { Entry = stands ? WithdrawalOf(half.Version, history) : half.Version, Note = null, Departures = [] }
            : null;
    }

    private bool IsAgainst(Guid stream) => StreamTypes.Of(held[stream]).AgainstCorrection(held[stream], After(stream)) is not null;

    // Withdrawals of withdrawals go to and fro; the one that stands and is not about another standing one is what takes the entry away.
    private static long WithdrawalOf(long version, History history) =>
        history.Standing.Last(standing => standing.Fact is EntryWithdrawn withdrawal && withdrawal.Entry == version).Version;

    private IEnumerable<(Guid Stream, Guid Other)> SharedBy(Guid stream, Fact fact)
    {
        if (OtherOf(stream, fact) is not { } other)
        {
            return [];
        }

        var half = fact is EntryWithdrawn withdrawal && SharedFacts.RootOf(held[stream], withdrawal.Entry) is { } entry ? HalfOf(other, stream, entry, withdrawal) : null;
        return half is null
            ? [(stream, other)]
            : [(stream, other), .. Consequences.Of(held[other], half).Select(following => OtherOf(other, following)).OfType<Guid>().Select(third => (other, third))];
    }

    private Guid? OtherOf(Guid stream, Fact fact) =>
        fact is EntryWithdrawn withdrawal && SharedFacts.RootOf(held[stream], withdrawal.Entry) is { Fact: var root } ? SharedFacts.With(root) : SharedFacts.With(fact);

    private History After(Guid stream) => held[stream].With(FactsOf(stream).Select((fact, index) =>
        new Entry(held[stream].Version + index + 1, fact, held[stream].Entries[^1].RecordedAt, held[stream].Entries[^1].RecordedBy)));

    private List<Fact> FactsOf(Guid stream) => _facts.TryGetValue(stream, out var facts) ? facts : _facts[stream] = [];
}
