using Discharge.Domain.Deciding;

namespace Discharge.Persistence.Cases;

/// <summary>Sees to it that what two streams share is on record in both: what is recorded, withdrawn or made to stand again in one is so in the other.</summary>
/// <param name="held">The streams as they are.</param>
/// <param name="accepted">What was decided in them.</param>
internal sealed class Agreement(Held held, JointVerdict.Accepted accepted)
{
    private readonly Dictionary<Guid, List<Fact>> _facts = accepted.In.ToDictionary(given => given.Stream, given => given.Facts.ToList());

    /// <summary>The streams to hold where more of them are concerned than are held; null where none is.</summary>
    public Streams? AlsoConcerned(Streams streams)
    {
        var more = _facts.Aggregate(streams, (all, stream) => all.SharingWith(stream.Key, stream.Value.Select(fact => SharedBy(stream.Key, fact)).OfType<Guid>()));
        return more.InOrder.Length == streams.InOrder.Length ? null : more;
    }

    /// <summary>What is to be recorded in each stream in the end, or why it must not be.</summary>
    public (IReadOnlyDictionary<Guid, IReadOnlyList<Fact>> Facts, Refusal? Refusal) Reached()
    {
        foreach (var (stream, fact) in _facts.SelectMany(stream => stream.Value.Select(fact => (stream.Key, fact))).ToArray())
        {
            Complete(stream, fact);
        }

        var facts = _facts.Where(stream => stream.Value.Count > 0).ToDictionary(stream => stream.Key, IReadOnlyList<Fact> (stream) => stream.Value);
        return (facts, facts.Where(stream => stream.Value.Any(fact => fact is EntryWithdrawn))
            .Select(stream => StreamTypes.Of(held[stream.Key]).AgainstCorrection(After(stream.Key)))
            .FirstOrDefault(refusal => refusal is not null));
    }

    private void Complete(Guid stream, Fact fact)
    {
        switch (fact)
        {
            case ISharedFact { With: { } other } when !FactsOf(other).Concat(held[other].Standing.Select(entry => entry.Fact)).Any(half => SharedFacts.AreHalves(fact, stream, half, other)):
                FactsOf(other).Add(StreamTypes.Of(held[other]).OtherHalf(other, held[other], stream, fact)
                    ?? throw new InvalidOperationException($"{fact.GetType().Name} has no other half."));
                break;
            case EntryWithdrawn withdrawal when SharedFacts.RootOf(held[stream], withdrawal.Entry) is { } entry:
                FollowIn(SharedFacts.With(entry.Fact)!.Value, stream, entry, withdrawal);
                break;
        }
    }

    // The other half stands as this one will.
    private void FollowIn(Guid other, Guid stream, Entry entry, EntryWithdrawn withdrawal)
    {
        var history = held[other];
        var stands = After(stream).Stands(entry.Version);
        if (history.Entries.LastOrDefault(half => SharedFacts.AreHalves(entry.Fact, stream, half.Fact, other) && history.Stands(half.Version) != stands) is { } half)
        {
            FactsOf(other).Add(withdrawal with { Entry = stands ? WithdrawalOf(half.Version, history) : half.Version, Note = null, Departures = [] });
        }
    }

    // Withdrawals of withdrawals go to and fro; the one that stands and is not about another standing one is what takes the entry away.
    private static long WithdrawalOf(long version, History history) =>
        history.Standing.Last(standing => standing.Fact is EntryWithdrawn withdrawal && withdrawal.Entry == version).Version;

    private Guid? SharedBy(Guid stream, Fact fact) =>
        fact is EntryWithdrawn withdrawal && SharedFacts.RootOf(held[stream], withdrawal.Entry) is { Fact: var root } ? SharedFacts.With(root) : SharedFacts.With(fact);

    private History After(Guid stream) => held[stream].With(FactsOf(stream).Select((fact, index) =>
        new Entry(held[stream].Version + index + 1, fact, held[stream].Entries[^1].RecordedAt, held[stream].Entries[^1].RecordedBy)));

    private List<Fact> FactsOf(Guid stream) => _facts.TryGetValue(stream, out var facts) ? facts : _facts[stream] = [];
}
