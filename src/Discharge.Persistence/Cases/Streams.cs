using System.Collections.Immutable;
using Discharge.Domain.Deciding;

namespace Discharge.Persistence.Cases;

/// <summary>The streams of one joint command. Places are locked before cases, and each in the order of their ids, so that no two commands ever wait for each other.</summary>
/// <param name="Places">The places.</param>
/// <param name="Cases">The cases.</param>
public sealed record Streams(ImmutableSortedSet<Guid> Places, ImmutableSortedSet<Guid> Cases)
{
    /// <summary>All of them, in the order in which they are locked.</summary>
    public Guid[] InOrder => [.. Places, .. Cases];

    /// <summary>A place and the case that takes it.</summary>
    public static Streams Of(Guid place, Guid @case) => new([place], [@case]);

    /// <summary>One place.</summary>
    public static Streams OfPlace(Guid place) => new([place], []);

    /// <summary>One case.</summary>
    public static Streams OfCase(Guid @case) => new([], [@case]);

    /// <summary>These, and those that a stream among them shares a fact with: cases with a place, places with a case.</summary>
    internal Streams SharingWith(Guid stream, IEnumerable<Guid> others) => Places.Contains(stream) ? this with { Cases = Cases.Union(others) } : this with { Places = Places.Union(others) };
}

/// <summary>The histories of the streams that a joint command holds.</summary>
/// <param name="histories">The histories, by stream.</param>
public sealed class Held(IReadOnlyDictionary<Guid, History> histories)
{
    /// <summary>The history of a stream, empty where there is no such stream.</summary>
    public History this[Guid stream] => histories.GetValueOrDefault(stream, History.Empty);
}

/// <summary>What a joint command comes to in all its streams: facts for each, or one refusal for all.</summary>
public abstract record JointVerdict
{
    private JointVerdict()
    {
    }

    /// <summary>To record these facts in these streams.</summary>
    public sealed record Accepted(IReadOnlyList<(Guid Stream, IReadOnlyList<Fact> Facts)> In) : JointVerdict;

    /// <summary>To record nothing in any.</summary>
    public sealed record Refused(Refusal Refusal) : JointVerdict;

    /// <summary>The verdicts of several streams as one: the first that refuses refuses for all.</summary>
    public static JointVerdict Of(params (Guid Stream, Verdict Verdict)[] verdicts) =>
        verdicts.Select(given => given.Verdict).OfType<Verdict.Refused>().FirstOrDefault() is { } refused
            ? new Refused(refused.Refusal)
            : new Accepted([.. verdicts.Select(given => (given.Stream, ((Verdict.Accepted)given.Verdict).Facts))]);
}
