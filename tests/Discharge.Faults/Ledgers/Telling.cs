namespace Discharge.Faults.Ledgers;

/// <summary>What a ledger comes to: what became of the commands, and with what the sendings were answered.</summary>
internal static class Telling
{
    /// <summary>Adds it to what was found.</summary>
    public static Findings Tell(this Findings findings, IReadOnlyList<Told> ledger) => findings
        .Tally("commands, by what became of them", ledger.Select(told => (told.IsOpen ? "never known" : told.IsRefused ? "refused" : "acknowledged", 1L)))
        .Tally("commands of which that was not known at first, and was once they were sent again", ledger.Where(told => !told.IsOpen && told.Lines.OfType<Unknown>().Any()).Select(told => (told.IsRefused ? "refused" : "acknowledged", 1L)))
        .Tally("sendings, by how they were answered", ledger.SelectMany(told => told.Lines).Select(With).OfType<string>().Select(answer => (answer, 1L)));

    private static string? With(Line line) => line switch
    {
        Answered answered => $"with {answered.Status}",
        Unknown { Status: { } status } => $"with {status}",
        Unknown => "not at all",
        _ => null,
    };
}
