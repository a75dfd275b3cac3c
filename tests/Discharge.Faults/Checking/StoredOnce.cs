using Discharge.Domain.People;
using Discharge.Persistence.Handovers;

namespace Discharge.Faults.Checking;

/// <summary>I2: what is stored was sent and not refused; all that came of one key is in one case, once; every answer to a key is the same.</summary>
internal static class StoredOnce
{
    /// <summary>Who records what nobody sent.</summary>
    public const string Watch = "clock-watch";

    public static IEnumerable<string> Against(Evidence evidence)
    {
        var sent = evidence.Ledger.ToDictionary(told => told.Key);
        var stored = evidence.Cases.Values.SelectMany(one => one.Events.Select(entry => (Case: one.Id, Entry: entry)))
            .Where(entry => entry.Entry.Sequence > evidence.Since.Sequence && !IsByItself(evidence, entry.Case, entry.Entry)).ToLookup(entry => entry.Entry.Correlation);
        var hashes = evidence.Ledger.Select(told => told.KeyHash).ToHashSet();
        return
        [
            .. from command in stored
               where !sent.ContainsKey(command.Key)
               select $"{command.Count()} entries came of {command.Key}, which nobody sent",
            .. from command in stored
               where command.Select(entry => entry.Case).Distinct().Count() > 1
               select $"{command.Key} is stored in {command.Select(entry => entry.Case).Distinct().Count()} cases",
            // One command records one fact, and beside it only what the watch would.
            .. from command in stored
               where command.Count(entry => entry.Entry.By != Watch) > 1
               select $"{command.Key} is stored {command.Count(entry => entry.Entry.By != Watch)} times in {command.First().Case}",
            .. from told in evidence.Ledger
               where told.Ack is not null
               let more = stored[told.Key].Select(entry => entry.Entry.Version).Except(told.Recorded.Select(entry => entry.Version)).ToArray()
               where more is not []
               select $"{told.Key}: entries {string.Join(", ", more)} came of it and were not acknowledged",
            .. from one in evidence.Cases.Values
               where one.IsReadable
               let handed = one.HistoryTo(one.Events.Count).Standing.Where(entry => entry.RecordedBy.Id == Actor.HandOvers.Id).ToArray()
               from again in handed.Where(entry => handed.Any(earlier => earlier.Version < entry.Version && earlier.Fact.SaysTheSameAs(entry.Fact)))
               select $"entry {again.Version} of {one.Id} was handed over to it before, and stands twice",
            .. from answer in evidence.Answers
               where !hashes.Contains(answer.KeyHash)
               select $"an answer is kept under {answer.KeyHash[..12]}, which is the key of nothing that was sent: {answer.Body}",
            .. from told in evidence.Ledger
               let otherwise = told.AnsweredOtherwise.FirstOrDefault()
               where otherwise is not null
               select $"{told.Key} ({told.First.Path}) was acknowledged with {told.Ack!.Status} and {told.Ack.Body}, and also answered {otherwise.Status} and {otherwise.Body}",
            .. from told in evidence.Ledger
               where told.IsMeaningless && told.Answers.Any(answer => answer.Status != 400)
               select $"{told.Key} ({told.First.Path}) was answered with {string.Join(", ", told.Answers.Select(answer => answer.Status).Distinct())}, although what cannot be understood once never can",
            .. from told in evidence.Ledger
               where told.IsOpen
               select $"{told.Key} ({told.First.Path}): nobody knows what became of it",
        ];
    }

    // What the watch records, and what is handed over between a discharge and the reablement case that follows from it.
    private static bool IsByItself(Evidence evidence, Guid id, StoredEvent entry) =>
        entry.Correlation == Watch || ((entry.By == Actor.HandOvers.Id || entry.By == Watch) && Guid.TryParse(entry.Correlation, out var from) && evidence.Cases.ContainsKey(from)
            && (id == HandOvers.CaseOf(from) || from == HandOvers.CaseOf(id)));
}
