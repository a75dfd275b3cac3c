namespace Discharge.Faults.Checking;

/// <summary>I4: the versions of a case run from 1 without a gap to the one its stream names, and were recorded in that order; what was sent for a version went in on that version.</summary>
internal static class VersionsWithoutGap
{
    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.SelectMany(Against).Concat(InView(evidence));

    // What the watch would have recorded comes first in the same breath, and belongs to it.
    private static IEnumerable<string> InView(Evidence evidence) =>
        from told in evidence.Ledger
        where told is { Ack: not null, First.IfMatch: not null, Recorded: not [] }
        let version = told.Recorded.Min(entry => entry.Version) - 1
        // Whoever opens a case has none of its versions in view.
        where version > 0 && $"\"{version}\"" != told.First.IfMatch
        select $"{told.Key} ({told.First.Path}) was sent for version {told.First.IfMatch} and went in on \"{version}\"";


    private static IEnumerable<string> Against(StoredCase one)
    {
        var versions = one.Events.Select(entry => entry.Version).ToArray();
        if (!versions.SequenceEqual(Enumerable.Range(1, versions.Length).Select(version => (long)version)))
        {
            yield return $"{one.Id} has the versions {string.Join(", ", versions)}";
        }

        // An append that failed may leave an empty stream behind.
        if ((one.Version ?? 0) != versions.LastOrDefault())
        {
            yield return $"{one.Id} says it has version {one.Version} and has {versions.LastOrDefault()}";
        }

        if (one.Events.Zip(one.Events.Skip(1)).FirstOrDefault(pair => pair.Second.RecordedAt < pair.First.RecordedAt || pair.Second.Sequence <= pair.First.Sequence) is ({ } first, { } second))
        {
            yield return $"{one.Id}: entry {second.Version} is recorded before entry {first.Version}";
        }
    }
}
