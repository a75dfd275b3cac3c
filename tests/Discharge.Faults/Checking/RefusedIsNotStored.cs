namespace Discharge.Faults.Checking;

/// <summary>I3: a command that was refused for certain has left nothing: no entry, no answer kept. Nor is anybody told that it lost every race while the same command, sent beside it, was done.</summary>
internal static class RefusedIsNotStored
{
    public static IEnumerable<string> Against(Evidence evidence)
    {
        var stored = evidence.Cases.Values.SelectMany(one => one.Events).ToLookup(entry => entry.Correlation);
        var kept = evidence.Answers.ToLookup(answer => answer.KeyHash);
        return
        [
            .. from told in evidence.Ledger
               where told.IsRefused && stored[told.Key].Any()
               select $"{told.Key} ({told.First.Path}) was refused with {told.Answers.First().Status} and {stored[told.Key].Count()} entries came of it",
            .. from told in evidence.Ledger
               where told.IsRefused && kept[told.KeyHash].Any()
               select $"{told.Key} ({told.First.Path}) was refused with {told.Answers.First().Status} and an answer is kept for it",
            .. from told in evidence.Ledger
               where told.OvertakenByItself.Any()
               select $"{told.Key} ({told.First.Path}) was told that it lost every race, and sent beside that it was acknowledged with {told.Ack!.Status} and {told.Ack.Body}",
            // Whoever was told so sends it again later at the earliest.
            .. from told in evidence.Ledger
               where told.Ack is not null
               from overtaken in told.Answers.Where(answer => answer.IsOvertaken)
               let before = stored[told.Key].FirstOrDefault(entry => entry.RecordedAt < overtaken.At)
               where before is not null
               select $"{told.Key} ({told.First.Path}) was told at {overtaken.At:O} that it lost every race, and entry {before.Version} had come of it at {before.RecordedAt:O}",
        ];
    }
}
