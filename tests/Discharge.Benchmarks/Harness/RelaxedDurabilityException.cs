namespace Discharge.Benchmarks.Harness;

/// <summary>The server would lose what it has committed when the power goes, so whatever it does quickly proves nothing.</summary>
/// <param name="setting">The setting that is relaxed.</param>
public sealed class RelaxedDurabilityException(string setting) : Exception($"{setting} is not on, so a run would prove nothing: turn it on.")
{
    private static readonly string[] Needed = ["fsync", "synchronous_commit", "full_page_writes"];

    /// <summary>Refuses settings under which a commit is not a commit.</summary>
    public static void ThrowIfRelaxed(IReadOnlyDictionary<string, string> settings)
    {
        if (Needed.FirstOrDefault(setting => settings[setting] != "on") is { } relaxed)
        {
            throw new RelaxedDurabilityException(relaxed);
        }
    }
}
