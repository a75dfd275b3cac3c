namespace Discharge.Faults.Checking;

/// <summary>I3: a command that was refused for certain has left nothing: no entry, no answer kept.</summary>
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
        ];
    }
}
