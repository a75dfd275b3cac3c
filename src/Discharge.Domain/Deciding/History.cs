using System.Collections.Immutable;
using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Deciding;

/// <summary>Everything ever recorded in one stream, in order of recording, withdrawn entries included.</summary>
public sealed class History
{
    private readonly ImmutableHashSet<long> _withdrawn;

    // Asked for many times, of one kind in one stream, and put in order once.
    private object? _facts;

    private History(ImmutableArray<Entry> entries)
    {
        Entries = entries;
        _withdrawn = WithdrawnIn(entries);
        Standing = _withdrawn.IsEmpty ? entries : entries.RemoveAll(entry => _withdrawn.Contains(entry.Version));
    }

    /// <summary>A stream in which nothing has been recorded.</summary>
    public static History Empty { get; } = new([]);

    /// <summary>All entries, in order of recording.</summary>
    public ImmutableArray<Entry> Entries { get; }

    /// <summary>The entries that stand: all but those withdrawn as entered in error. A withdrawal can itself be withdrawn; what it took away then stands again.</summary>
    public ImmutableArray<Entry> Standing { get; }

    /// <summary>The version of the last entry, 0 where there is none.</summary>
    public long Version => Entries.IsEmpty ? 0 : Entries[^1].Version;

    /// <summary>The history made of these entries, which come in order of recording.</summary>
    public static History Of(params IEnumerable<Entry> entries) => new([.. entries]);

    /// <summary>Whether the entry of this version is on record and stands.</summary>
    public bool Stands(long version) => Standing.Any(entry => entry.Version == version);

    /// <summary>This history with more recorded at its end.</summary>
    public History With(params IEnumerable<Entry> recorded) => new(Entries.AddRange(recorded));

    /// <summary>What was known at a moment: the entries recorded up to and including it.</summary>
    public History KnownAt(Instant moment) => new(Entries.RemoveAll(entry => entry.RecordedAt > moment));

    /// <summary>What had happened by a moment, with all that is known now: the entries whose facts occurred up to and including it, and whatever takes one of them away.</summary>
    public History AsOf(Instant moment)
    {
        var kept = new HashSet<long>();
        return new(Entries.RemoveAll(entry => !(Belongs(entry.Fact) && kept.Add(entry.Version))));

        bool Belongs(Fact fact) => fact switch
        {
            EntryWithdrawn withdrawal => kept.Contains(withdrawal.Entry),
            BreachWithdrawn withdrawal => kept.Contains(withdrawal.Breach),
            _ => fact.OccurredAt <= moment,
        };
    }

    /// <summary>The standing facts of one kind of stream, in order of occurrence, then of recording.</summary>
    /// <typeparam name="TFact">The kind of fact that makes up the stream.</typeparam>
    public Facts<TFact> Facts<TFact>()
        where TFact : Fact => _facts as Facts<TFact> ?? (Facts<TFact>)(_facts = Deciding.Facts<TFact>.Of(Standing));

    // A withdrawal always comes after what it withdraws, so walking backwards meets every withdrawal before its object.
    private static ImmutableHashSet<long> WithdrawnIn(ImmutableArray<Entry> entries)
    {
        var withdrawn = ImmutableHashSet<long>.Empty;
        for (var index = entries.Length - 1; index >= 0; index--)
        {
            if (entries[index] is { Fact: EntryWithdrawn withdrawal, Version: var version } && !withdrawn.Contains(version))
            {
                withdrawn = withdrawn.Add(withdrawal.Entry);
            }
        }

        return withdrawn;
    }
}
