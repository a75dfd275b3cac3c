using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Discharge.Benchmarks.Harness;
using Discharge.EmbeddedPostgres;

namespace Discharge.Faults.Reporting;

/// <summary>What each suite found when it was last run whole, as it is written down: JSON, and Markdown to read. A suite that is run takes the place of what it found before, and of nothing else.</summary>
/// <param name="folder">Where it lies.</param>
/// <param name="form">Which form was run, long or short.</param>
internal sealed class Report(string folder, string form)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _file = Path.Combine(folder, $"{form}.json");
    private readonly Lazy<Task<string>> _commit = new(Clone.CommitAsync);

    /// <summary>Where the reports of the repository lie.</summary>
    public static string Folder => Path.Combine(PrivatePostgres.FindCloneRoot(), "tests", "Discharge.Faults", "Reports");

    /// <summary>Why nothing can be added to what is there; null where it can.</summary>
    public async Task<string?> WrongAsync()
    {
        try
        {
            await RunsAsync();
            return null;
        }
        catch (JsonException broken)
        {
            return $"{_file} cannot be read, and what it says of other suites would be lost. Mend it, or take it away: {broken.Message}";
        }
    }

    /// <summary>Adds what a suite found.</summary>
    public async Task AddAsync(Suite suite, Plan plan, Findings findings, TimeSpan took)
    {
        Directory.CreateDirectory(folder);
        var runs = await RunsAsync();
        var facts = Machine.Facts(Path.GetTempPath()).Append(("PostgreSQL", await FaultyDatabase.VersionAsync())).ToDictionary(fact => fact.Item1, fact => fact.Item2);
        runs[suite.Name] = new(
            suite.What, await _commit.Value, plan.Seed, plan.Cycles, findings.Hold, findings.ReachGoals, (int)took.TotalSeconds, facts, [.. findings.All.Select(finding => new Line(finding.What, finding.Found, finding.Holds))], findings.Measures, findings.FailedCycles);
        await WriteAsync(_file, JsonSerializer.Serialize(runs, Json) + '\n');
        await WriteAsync(Path.ChangeExtension(_file, "md"), Markdown(form, runs));
    }

    /// <summary>The report to read.</summary>
    public static string Markdown(string form, IReadOnlyDictionary<string, Run> runs)
    {
        var text = new StringBuilder($"# Faults, {form} form\n\n| suite | holds | goals | cycles | seconds | seed | commit |\n|---|---|---|---|---|---|---|\n");
        foreach (var (name, run) in runs)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{name}](#{name}) | {YesOr("no", run.Holds)} | {(run.Measures.Any(measure => measure.Most is not null) ? run.ReachesGoals ? "reached" : "**not reached**" : "")} | {run.Cycles} | {run.Seconds} | {run.Seed} | {run.Commit} |\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n{runs.Values.Sum(run => run.Cycles)} cycles in {runs.Values.Sum(run => run.Seconds)} seconds.\n\n| suite | measured | median | worst | goal | |\n|---|---|---|---|---|---|\n");
        foreach (var (name, measure) in runs.SelectMany(run => run.Value.Measures.Where(measure => measure.Most is not null).Select(measure => (run.Key, measure))))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {measure.What} | {measure.Median:0.##} {measure.Unit} | {measure.Worst:0.##} {measure.Unit} | at most {measure.Goal} | {(measure.IsReached is false ? $"**{measure.Reached}**" : measure.Reached)} |\n");
        }

        foreach (var (name, run) in runs)
        {
            Tell(text, name, run);
        }

        return text.ToString();
    }

    private async Task<SortedDictionary<string, Run>> RunsAsync() =>
        File.Exists(_file) ? JsonSerializer.Deserialize<SortedDictionary<string, Run>>(await File.ReadAllTextAsync(_file), Json) ?? throw new JsonException("It says null.") : new(StringComparer.Ordinal);

    // Whole or not at all: the next run adds to it.
    private static async Task WriteAsync(string file, string text)
    {
        await File.WriteAllTextAsync($"{file}.new", text);
        File.Move($"{file}.new", file, overwrite: true);
    }

    private static void Tell(StringBuilder text, string name, Run run)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{run.What}\n\n| | |\n|---|---|\n");
        foreach (var finding in run.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {finding.What} | {(finding.Holds ? finding.Found : $"**{finding.Found}**")} |\n");
        }

        foreach (var measure in run.Measures)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {measure.What} | {measure.Found} |\n");
        }

        foreach (var failed in run.FailedCycles)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nSeed {failed.Seed}: {string.Join("; ", failed.Why.Take(5))}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nOn {string.Join("; ", run.Machine.Select(fact => $"{fact.Key}: {fact.Value}"))}.\n");
    }

    private static string YesOr(string no, bool yes) => yes ? "yes" : $"**{no}**";

    /// <summary>One run of a suite.</summary>
    internal sealed record Run(
        string What,
        string Commit,
        int Seed,
        int Cycles,
        bool Holds,
        bool ReachesGoals,
        int Seconds,
        IReadOnlyDictionary<string, string> Machine,
        IReadOnlyList<Line> Findings,
        IReadOnlyList<Measure> Measures,
        IReadOnlyList<FailedCycle> FailedCycles);

    /// <summary>One thing that was found, in words.</summary>
    internal sealed record Line(string What, string Found, bool Holds);
}
