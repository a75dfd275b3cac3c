namespace Discharge.Faults.Checking;

/// <summary>I4: the versions of a case run from 1 without a gap to the one its stream names, and were recorded in that order.</summary>
internal static class VersionsWithoutGap
{
    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.SelectMany(Against);

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
