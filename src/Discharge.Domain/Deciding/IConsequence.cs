namespace Discharge.Domain.Deciding;

/// <summary>
/// A fact that may follow from another in the same stream, such as the bed that is given up by coming into the next. It stands as long as what it follows from: whoever withdraws the one withdraws
/// the other.
/// </summary>
public interface IConsequence
{
    /// <summary>Whether it followed from another fact, and was not said by itself. It is recorded right after that one, by the same command.</summary>
    bool Follows { get; }

    /// <summary>Whether it also follows from a fact of its own moment, which was on record before what it was recorded with.</summary>
    bool FollowsAtItsMoment(Fact cause) => false;
}

/// <summary>What follows from entries, and stands with them.</summary>
public static class Consequences
{
    /// <summary>The withdrawals that one brings along in its stream: of what followed from the entry it takes away or, where it lets an entry stand again, of the withdrawals that had taken that away.</summary>
    /// <param name="history">The stream as it is.</param>
    /// <param name="withdrawal">The withdrawal.</param>
    public static IEnumerable<EntryWithdrawn> Of(History history, EntryWithdrawn withdrawal)
    {
        if (Find(history, withdrawal.Entry) is not { } taken)
        {
            return [];
        }

        var root = taken;
        while (root.Fact is EntryWithdrawn about && Find(history, about.Entry) is { } next)
        {
            root = next;
        }

        var followed = WhatFollowed(history, root);
        return taken == root
            ? followed.Where(entry => history.Stands(entry.Version)).Select(Taking)
            : followed.Where(entry => HasItsMoment(history, entry, root.Version)).SelectMany(entry => history.Standing.Where(away => away.RecordedAt == taken.RecordedAt && away.Fact is EntryWithdrawn of && of.Entry == entry.Version)).Select(Taking);

        EntryWithdrawn Taking(Entry entry) => withdrawal with { Entry = entry.Version, Note = null, Departures = [] };
    }

    /// <summary>What followed from another entry and stands where nothing does that it followed from, or nothing of the moment at which it did.</summary>
    /// <param name="history">The stream as it would be.</param>
    public static IEnumerable<Fact> StandingAlone(History history) => history.Standing.Where(entry => entry.Fact is IConsequence { Follows: true }
        && (!HasItsMoment(history, entry) || IsAlone(history, history.Entries.Where(cause => cause.Version != entry.Version && WhatFollowed(history, cause).Contains(entry))))).Select(entry => entry.Fact);

    // Whoever left one place by coming into another has not, where they did not come into it.
    private static bool HasItsMoment(History history, Entry entry, long? standing = null) => !IsAlone(history, history.Entries.Where(cause => IsOfItsMoment(entry, cause)), standing);

    private static bool IsAlone(History history, IEnumerable<Entry> causes, long? standing = null) =>
        causes.Select(cause => cause.Version == standing || history.Stands(cause.Version)).ToArray() is [_, ..] stand && !stand.Contains(true);

    private static bool IsOfItsMoment(Entry entry, Entry cause) =>
        entry.Version != cause.Version && entry.Fact is IConsequence { Follows: true } follows && entry.Fact.OccurredAt == cause.Fact.OccurredAt && follows.FollowsAtItsMoment(cause.Fact);

    private static IEnumerable<Entry> WhatFollowed(History history, Entry cause) => history.Entries
        .SkipWhile(entry => entry.Version <= cause.Version)
        .TakeWhile(entry => entry.RecordedAt == cause.RecordedAt && entry.Fact is IConsequence { Follows: true })
        .Union(history.Entries.Where(entry => IsOfItsMoment(entry, cause)));

    private static Entry? Find(History history, long version) => history.Entries.FirstOrDefault(entry => entry.Version == version);
}
