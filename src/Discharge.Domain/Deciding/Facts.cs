using System.Collections.Immutable;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>The standing facts of a stream in order of occurrence, then of recording. A case's state is this list and what follows from it.</summary>
/// <typeparam name="TFact">The kind of fact that makes up the stream.</typeparam>
public sealed class Facts<TFact>
    where TFact : Fact
{
    private readonly ImmutableArray<Entry> _entries;

    // Where each kind of fact stands first and last, among these entries and those that come after them. A case is asked for single facts hundreds of times each time it is looked at, and has
    // none of most kinds.
    private readonly Lazy<Dictionary<Type, (int First, int Last)>> _places;

    private Facts(ImmutableArray<Entry> inOrder) => (_entries, _places) = (inOrder, new(() => PlacesIn(inOrder)));

    private Facts(Facts<TFact> all, int occurred) => (_entries, _places) = (all._entries[..occurred], all._places);

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

        return occurred == _entries.Length ? this : new(this, occurred);
    }

    /// <summary>Whether a fact of this kind stands.</summary>
    public bool Any<T>()
        where T : TFact => Stands(typeof(T), out _);

    /// <summary>All facts of this kind.</summary>
    public IEnumerable<T> All<T>()
        where T : TFact => Any<T>() ? _entries.Select(entry => entry.Fact).OfType<T>() : [];

    /// <summary>The first fact of this kind, or null where there is none.</summary>
    public T? First<T>()
        where T : TFact => Stands(typeof(T), out var place) ? (T)_entries[place.First].Fact : null;

    /// <summary>The last fact of this kind, or null where there is none.</summary>
    public T? Last<T>()
        where T : TFact
    {
        // The last of its kind may be among those that come after.
        for (var index = Stands(typeof(T), out var place) ? Math.Min(place.Last, _entries.Length - 1) : -1; index >= place.First; index--)
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

    private bool Stands(Type kind, out (int First, int Last) place) => _places.Value.TryGetValue(kind, out place) && place.First < _entries.Length;

    private static Dictionary<Type, (int First, int Last)> PlacesIn(ImmutableArray<Entry> entries)
    {
        var places = new Dictionary<Type, (int First, int Last)>();
        for (var index = 0; index < entries.Length; index++)
        {
            // A fact is of each kind that its own kind is derived from, too.
            for (var kind = entries[index].Fact.GetType(); kind is not null; kind = kind.BaseType)
            {
                places[kind] = (places.TryGetValue(kind, out var place) ? place.First : index, index);
            }
        }

        return places;
    }
}
