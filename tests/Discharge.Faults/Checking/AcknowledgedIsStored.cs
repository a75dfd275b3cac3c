using Discharge.Faults.Ledgers;

namespace Discharge.Faults.Checking;

/// <summary>I1: what was acknowledged is stored, entry for entry, and its answer is kept to the letter.</summary>
internal static class AcknowledgedIsStored
{
    public static IEnumerable<string> Against(Evidence evidence)
    {
        var kept = evidence.Answers.ToLookup(answer => answer.KeyHash);
        return
            from told in evidence.Ledger
            where told.Ack is not null
            from what in Entries(evidence, told).Concat(Answer([.. kept[told.KeyHash]], told.Ack!))
            select $"{told.Key} ({told.First.Path}): {what}";
    }

    private static IEnumerable<string> Entries(Evidence evidence, Told told)
    {
        var stored = evidence.Cases.TryGetValue(told.Case!.Value, out var found) ? found.Events : [];
        foreach (var (version, name) in told.Recorded)
        {
            switch (stored.FirstOrDefault(entry => entry.Version == version))
            {
                case null:
                    yield return $"entry {version}, {name}, was acknowledged and is not there";
                    break;
                case var entry when entry.Type != name:
                    yield return $"entry {version} was acknowledged as {name} and is {entry.Type}";
                    break;
                case var entry when entry.Correlation != told.Key:
                    yield return $"entry {version}, {name}, came of {entry.Correlation}";
                    break;
            }
        }

        if (stored.Count == 0 || stored[^1].Version < told.Version)
        {
            yield return $"version {told.Version} was acknowledged and the case has {(stored.Count == 0 ? 0 : stored[^1].Version)}";
        }
    }

    private static IEnumerable<string> Answer(IReadOnlyList<KeptAnswer> kept, Answered ack) => kept switch
    {
        [] => ["its answer is not kept"],
        [var one] when one.Body != ack.Body || one.Location != ack.Location || one.Status != ack.Status || ack.ETag?.StartsWith($"\"{one.Version}.", StringComparison.Ordinal) is false => ["the answer kept is not the one that was given"],
        [_] => [],
        _ => ["more than one answer is kept"],
    };
}
