namespace Discharge.Faults.Ledgers;

/// <summary>What a ledger comes to: what became of the commands, and with what the sendings were answered.</summary>
internal static class Telling
{
    private const string Sendings = "sendings, by how they were answered";

    /// <summary>How many sendings were answered with a status.</summary>
    public static long AnsweredWith(this Findings findings, int status) => findings.All.FirstOrDefault(finding => finding.What == Sendings)?.Counts.GetValueOrDefault($"with {status}") ?? 0;

    /// <summary>How many sendings there were.</summary>
    public static long Sent(this Findings findings) => findings.All.FirstOrDefault(finding => finding.What == Sendings)?.Counts.Values.Sum() ?? 0;

    /// <summary>Adds it to what was found.</summary>
    public static Findings Tell(this Findings findings, IReadOnlyList<Told> ledger) => findings
        .Tally("commands, by what became of them", ledger.Select(told => (told.IsOpen ? "never known" : told.IsRefused ? "refused" : "acknowledged", 1L)))
        .Tally("commands of which that was not known at first, and was once they were sent again", ledger.Where(told => !told.IsOpen && told.Lines.OfType<Unknown>().Any()).Select(told => (told.IsRefused ? "refused" : "acknowledged", 1L)))
        .Tally(Sendings, ledger.SelectMany(told => told.Lines).Select(With).OfType<string>().Select(answer => (answer, 1L)));

    private static string? With(Line line) => line switch
    {
        Answered answered => $"with {answered.Status}",
        Unknown { Status: { } status } => $"with {status}",
        Unknown => "not at all",
        _ => null,
    };
}
