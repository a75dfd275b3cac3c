using Discharge.Domain.Timelines;
using Discharge.Faults.Ledgers;
using Discharge.Persistence.Cases;

namespace Discharge.Faults.Checking;

/// <summary>I1: what was acknowledged is stored, entry for entry, and its answer is kept to the letter, for this request and no other.</summary>
internal static class AcknowledgedIsStored
{
    // Longer than anybody waits for the answer to a command that is sent until it is known what became of it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static IEnumerable<string> Against(Evidence evidence)
    {
        var kept = evidence.Answers.ToLookup(answer => answer.KeyHash);
        return
        [
            .. evidence.Before.Against(evidence.Since.Before),
            .. from told in evidence.Ledger
               where told.Ack is not null
               from what in Entries(evidence, told).Concat(Content(evidence, told)).Concat(Answer(told, [.. kept[told.KeyHash]]))
               select $"{told.Key} ({told.First.Path}): {what}",
        ];
    }

    // What the entry says, and what the answer says of the case as it was then.
    private static IEnumerable<string> Content(Evidence evidence, Told told)
    {
        if (told.Recorded is not [var first, ..] || !evidence.Cases.TryGetValue(told.Case!.Value, out var one) || !one.IsReadable || one.Events.FirstOrDefault(entry => entry.Version == first.Version) is not { } entry)
        {
            return [];
        }

        var history = one.HistoryTo(told.Version);
        var now = CaseNow.Of(one.Type, RuleBook.Standard, one.Id, history, entry.Entry!.RecordedAt);
        var answer = CommandAnswer.For(one.Type, now, [.. history.Entries.Where(recorded => told.Recorded.Any(of => of.Version == recorded.Version))]).ToJson();
        return [.. SaidAsSent.Against(told, entry, one), .. answer == told.Ack!.Body ? Array.Empty<string>() : [$"it was answered with {told.Ack.Body}, and by the events it would be {answer}"]];
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
                case var entry when entry.RecordedAt < told.First.At - Evidence.Apart || entry.RecordedAt > told.Ack!.At + Evidence.Apart:
                    yield return $"entry {version}, {name}, was sent at {told.First.At:O}, acknowledged at {told.Ack!.At:O} and recorded at {entry.RecordedAt:O}";
                    break;
            }
        }

        if (stored.Count == 0 || stored[^1].Version < told.Version)
        {
            yield return $"version {told.Version} was acknowledged and the case has {(stored.Count == 0 ? 0 : stored[^1].Version)}";
        }
    }

    private static IEnumerable<string> Answer(Told told, IReadOnlyList<KeptAnswer> kept) => kept switch
    {
        [] => ["its answer is not kept"],
        [var one] when (one.AnsweredAt - told.Ack!.At).Duration() > Longest => [$"the answer is kept from {one.AnsweredAt:O} on, and was given at {told.Ack.At:O}"],
        [var one] when one.RequestHash != told.RequestHash => ["the answer kept is that to another request"],
        [var one] when (one.Body, one.Location, one.Status) != (told.Ack!.Body, told.Ack.Location, told.Ack.Status) || told.Ack.ETag?.StartsWith($"\"{one.Version}.", StringComparison.Ordinal) is not true => ["the answer kept is not the one that was given"],
        [_] => [],
        _ => ["more than one answer is kept"],
    };
}
