using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Discharge.Domain.Deciding;

/// <summary>What came of a command: facts to record (none where it is already so), or a refusal.</summary>
/// <typeparam name="TFact">The kind of fact that makes up the stream.</typeparam>
[CollectionBuilder(typeof(Decision), nameof(Decision.Of))]
public abstract record Decision<TFact>
    where TFact : Fact
{
    private Decision()
    {
    }

    /// <summary>Facts to record, each carrying the codes of the rules it departs from.</summary>
    public sealed record Accepted(ImmutableArray<TFact> Facts, ImmutableArray<Departure> Departures) : Decision<TFact>;

    /// <summary>Nothing is recorded.</summary>
    public sealed record Refused(Refusal Refusal) : Decision<TFact>;

    /// <summary>To record one fact that departs from nothing.</summary>
    public static implicit operator Decision<TFact>(TFact fact) => new Accepted([fact], []);

    /// <summary>To refuse.</summary>
    public static implicit operator Decision<TFact>(Refusal refusal) => new Refused(refusal);

    /// <summary>To record a fact with what it departs from.</summary>
    public static implicit operator Decision<TFact>(Recording<TFact> recording) => recording.ToDecision();

    /// <summary>The facts decided on, for a collection expression.</summary>
    public IEnumerator<TFact> GetEnumerator() => (this is Accepted accepted ? accepted.Facts.AsEnumerable() : []).GetEnumerator();
}

/// <summary>Makes a <see cref="Decision{TFact}"/> from a collection expression.</summary>
public static class Decision
{
    /// <summary>To record these facts, which depart from nothing; none where it is already so.</summary>
    public static Decision<TFact> Of<TFact>(ReadOnlySpan<TFact> facts)
        where TFact : Fact => new Decision<TFact>.Accepted([.. facts], []);
}
