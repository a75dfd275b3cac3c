using System.Collections.Immutable;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>The standing facts of a stream in order of occurrence, then of recording. A case's state is this list and what follows from it.</summary>
/// <typeparam name="TFact">The kind of fact that makes up the stream.</typeparam>
public sealed class Facts<TFact>
    where TFact : Fact
{
    private readonly ImmutableArray<Entry> _entries;

    private Facts(ImmutableArray<Entry> inOrder) => _entries = inOrder;

    /// <summary>The entries behind the facts, in the same order.</summary>
    public ImmutableArray<Entry> Entries => _entries;

    /// <summary>The facts that had occurred by a moment, itself included.</summary>
    public Facts<TFact> AsOf(Instant moment)
    {
        // In order of occurrence, so what had not occurred yet is the end of the list.
        var occurred = _entries.Length;
        while (occurred > 0 && _entries[occurred - 1].Fact.OccurredAt > moment)
        {
            occurred--;
        }

        return occurred == _entries.Length ? this : new(_entries[..occurred]);
    }

    /// <summary>Whether a fact of this kind stands.</summary>
    public bool Any<T>()
        where T : TFact => First<T>() is not null;

    /// <summary>All facts of this kind. Of most kinds a case has none.</summary>
    public IEnumerable<T> All<T>()
        where T : TFact => Any<T>() ? _entries.Select(entry => entry.Fact).OfType<T>() : [];

    /// <summary>The first fact of this kind, or null where there is none.</summary>
    public T? First<T>()
        where T : TFact
    {
        // A case is asked for single facts many times over each time it is looked at, so these two loops are worth their lines.
        foreach (var entry in _entries)
        {
            if (entry.Fact is T fact)
            {
                return fact;
            }
        }

        return null;
    }

    /// <summary>The last fact of this kind, or null where there is none.</summary>
    public T? Last<T>()
        where T : TFact
    {
        for (var index = _entries.Length - 1; index >= 0; index--)
        {
            if (_entries[index].Fact is T fact)
            {
                return fact;
            }
        }

        return null;
    }

    /// <summary>The entries whose fact is of this kind.</summary>
    public IEnumerable<Entry> EntriesOf<T>()
        where T : TFact => Any<T>() ? _entries.Where(entry => entry.Fact is T) : [];

    /// <summary>Whether a fact that says the same already stands.</summary>
    public bool Say(TFact fact) => _entries.Any(entry => entry.Fact.SaysTheSameAs(fact));

    internal static Facts<TFact> Of(IEnumerable<Entry> standing) =>
        new([.. standing.Where(entry => entry.Fact is TFact).OrderBy(entry => entry.Fact.OccurredAt).ThenBy(entry => entry.Version)]);
}
