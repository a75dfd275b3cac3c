using System.Globalization;

namespace Discharge.Faults.Checking;

/// <summary>I4: the versions of a case run from 1 without a gap to the one its stream names, and were recorded in that order; what was sent for a version went in on that version.</summary>
internal static class VersionsWithoutGap
{
    public static IEnumerable<string> Against(Evidence evidence) => evidence.Cases.Values.SelectMany(Against).Concat(InView(evidence));

    // What the watch records follows from what the sender had in view, and whoever opens a case has none of its versions in view.
    private static IEnumerable<string> InView(Evidence evidence) =>
        from told in evidence.Ledger
        where told is { Ack: not null, First.IfMatch: not null, Recorded: not [] }
        let seen = long.Parse(told.First.IfMatch!.Trim('"'), CultureInfo.InvariantCulture)
        let before = told.Recorded.Min(entry => entry.Version) - 1
        let others = evidence.Cases.TryGetValue(told.Case!.Value, out var one) ? one.Events.Where(entry => entry.Version > seen && entry.Version <= before && entry.By != StoredOnce.Watch) : []
        where before > 0 && (seen > before || others.Any())
        select $"{told.Key} ({told.First.Path}) was sent for version {seen} and went in on {before}";

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
