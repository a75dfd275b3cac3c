using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Discharge.Benchmarks.Harness;
using Discharge.EmbeddedPostgres;

namespace Discharge.Faults.Reporting;

/// <summary>What the suites found when they were last run, as it is written down: JSON, and Markdown to read. A suite that is run takes the place of what it found before.</summary>
/// <param name="form">Which form was run, long or short.</param>
internal sealed class Report(string form)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _folder = Path.Combine(PrivatePostgres.FindCloneRoot(), "tests", "Discharge.Faults", "Reports");

    /// <summary>Adds what a suite found.</summary>
    public async Task AddAsync(Suite suite, Plan plan, Findings findings, TimeSpan took)
    {
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, $"{form}.json");
        var runs = File.Exists(file) ? JsonSerializer.Deserialize<SortedDictionary<string, Run>>(await File.ReadAllTextAsync(file), Json)! : new(StringComparer.Ordinal);
        var facts = Machine.Facts(Path.GetTempPath()).Append(("PostgreSQL", await FaultyDatabase.VersionAsync())).ToDictionary(fact => fact.Item1, fact => fact.Item2);
        runs[suite.Name] = new(suite.What, plan.Seed, findings.Hold, (int)took.TotalSeconds, facts, findings.All, findings.FailedCycles);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(runs, Json) + '\n');
        await File.WriteAllTextAsync(Path.Combine(_folder, $"{form}.md"), Markdown(runs));
    }

    private string Markdown(SortedDictionary<string, Run> runs)
    {
        var text = new StringBuilder($"# Faults, {form} form\n\n| suite | holds | seed | seconds |\n|---|---|---|---|\n");
        foreach (var (name, run) in runs)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{name}](#{name}) | {(run.Holds ? "yes" : "**no**")} | {run.Seed} | {run.Seconds} |\n");
        }

        foreach (var (name, run) in runs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{run.What}\n\n| | |\n|---|---|\n");
            foreach (var finding in run.Findings)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {finding.What} | {(finding.Holds ? finding.Found : $"**{finding.Found}**")} |\n");
            }

            foreach (var failed in run.FailedCycles)
            {
                text.Append(CultureInfo.InvariantCulture, $"\nSeed {failed.Seed}: {string.Join("; ", failed.Why.Take(5))}\n");
            }

            text.Append(CultureInfo.InvariantCulture, $"\nOn {string.Join("; ", run.Machine.Select(fact => $"{fact.Key}: {fact.Value}"))}.\n");
        }

        return text.ToString();
    }

    /// <summary>One run of a suite.</summary>
    internal sealed record Run(
        string What, int Seed, bool Holds, int Seconds, IReadOnlyDictionary<string, string> Machine, IReadOnlyList<Finding> Findings, IReadOnlyList<FailedCycle> FailedCycles);
}
