using System.Globalization;
using Discharge.Benchmarks.Harness;

namespace Discharge.Faults;

/// <summary>What was found after a fault: each thing counted, with what it has to be, and each thing measured, with what it is to reach.</summary>
internal sealed class Findings
{
    private readonly OrderedDictionary<string, Finding> _found = [];
    private readonly OrderedDictionary<Goal, List<double>> _measured = [];
    private readonly List<FailedCycle> _failed = [];

    /// <summary>Whether everything is as it has to be.</summary>
    public bool Hold => _failed is [] && _found.Values.All(finding => finding.Holds);

    /// <summary>Whether all that was measured is as good as it is meant to be.</summary>
    public bool ReachGoals => Measures.All(measure => measure.IsReached is not false);

    /// <summary>What was counted.</summary>
    public IReadOnlyList<Finding> All => [.. _found.Values];

    /// <summary>What is not as it has to be, each in a sentence.</summary>
    public IReadOnlyList<string> Against => [.. _found.Values.Where(finding => !finding.Holds).Select(finding => $"{finding.What}: {finding.Found}")];

    /// <summary>What was measured.</summary>
    public IReadOnlyList<Measure> Measures => [.. _measured.Where(measured => measured.Value is not []).Select(measured => new Measure(
        measured.Key.What, measured.Key.Unit, measured.Value.Count, Figure.Median(measured.Value), measured.Value.Max(), measured.Key.Most))];

    /// <summary>The cycles that failed.</summary>
    public IReadOnlyList<FailedCycle> FailedCycles => _failed;

    /// <summary>A cycle failed; its seed has it again.</summary>
    public Findings Failed(int seed, IReadOnlyList<string> why)
    {
        _failed.Add(new(seed, why));
        return this;
    }

    /// <summary>A count that is good to know and may be as it is.</summary>
    public Findings Count(string what, long count) => Keep(new(what, new() { [string.Empty] = count }));

    /// <summary>Counts of one thing by its kinds.</summary>
    public Findings Tally(string what, IEnumerable<(string Kind, long Count)> counts) =>
        Keep(new(what, new(counts.GroupBy(one => one.Kind).ToDictionary(kind => kind.Key, kind => kind.Sum(one => one.Count)), StringComparer.Ordinal)));

    /// <summary>A count that has to be nought.</summary>
    public Findings None(string what, long count) => Equal(what, count, 0);

    /// <summary>A count that has to be another.</summary>
    public Findings Equal(string what, long count, long expected) => Keep(new(what, new() { [string.Empty] = count }) { Expected = expected });

    /// <summary>A count that must not be nought: where it is, the fault was not felt, and nothing else that is found says anything.</summary>
    public Findings Some(string what, long count) => Keep(new(what, new() { [string.Empty] = count }) { IsNeeded = true });

    /// <summary>Figures that are to stay below a goal.</summary>
    public Findings Measured(Goal goal, params IEnumerable<double> figures)
    {
        (_measured.TryGetValue(goal, out var known) ? known : _measured[goal] = []).AddRange(figures);
        return this;
    }

    /// <summary>What was found another time is found too.</summary>
    public Findings Add(Findings others)
    {
        foreach (var finding in others._found.Values)
        {
            Keep(finding);
        }

        foreach (var (goal, figures) in others._measured)
        {
            Measured(goal, figures);
        }

        _failed.AddRange(others._failed);
        return this;
    }

    /// <summary>Prints them, those that do not hold or that miss their goal marked.</summary>
    public void Print(TextWriter to)
    {
        foreach (var (seed, why) in _failed)
        {
            to.WriteLine($"   !! seed {seed}");
            foreach (var reason in why.Take(10))
            {
                to.WriteLine($"      {reason}");
            }
        }

        foreach (var finding in All)
        {
            to.WriteLine($"   {(finding.Holds ? "  " : "!!")} {finding.What,-90} {finding.Found}");
        }

        foreach (var measure in Measures)
        {
            to.WriteLine($"   {(measure.IsReached is false ? "!!" : "  ")} {measure.What,-90} {measure.Found}{(measure.Most is null ? "" : $", goal at most {measure.Goal}: {measure.Reached}")}");
        }

        to.WriteLine($"   {(Hold ? "It holds." : "It does not hold.")}{(ReachGoals ? "" : " A goal is not reached.")}");
    }

    private Findings Keep(Finding finding)
    {
        _found[finding.What] = _found.TryGetValue(finding.What, out var known) ? known.And(finding) : finding;
        return this;
    }
}

/// <summary>One thing that was counted.</summary>
/// <param name="What">What it is.</param>
/// <param name="Counts">How many of each kind; where there is but one, its name is empty.</param>
internal sealed record Finding(string What, SortedDictionary<string, long> Counts)
{
    /// <summary>What it has to be; null where it may be anything.</summary>
    public long? Expected { get; init; }

    /// <summary>Whether it must not be nought.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Whether it is as it has to be.</summary>
    public bool Holds => (Expected is null || Counts.Values.Sum() == Expected) && (!IsNeeded || Counts.Values.Sum() > 0);

    /// <summary>The counts, in words.</summary>
    public string Found => Counts.Count == 0 ? "none" : string.Join(", ", Counts.Select(kind => Of(kind.Key, kind.Value)));

    /// <summary>With what was found of the same another time.</summary>
    public Finding And(Finding other) => this with
    {
        Counts = new(Counts.Concat(other.Counts).GroupBy(kind => kind.Key).ToDictionary(kind => kind.Key, kind => kind.Sum(one => one.Value)), StringComparer.Ordinal),
        Expected = Expected + other.Expected,
    };

    private string Of(string kind, long count) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0}{(Expected is > 0 and var expected ? $" of {expected:#,0}" : "")}{(kind is "" ? "" : $" {kind}")}");
}

/// <summary>What a measured thing is to stay below.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Most">What it is to stay below, the worst of all too; null where nothing is said.</param>
/// <param name="Unit">The unit of both.</param>
internal sealed record Goal(string What, double? Most, string Unit = "s");

/// <summary>One thing that was measured, beside its goal. A goal missed is no defect, and is said all the same.</summary>
/// <param name="What">What it is.</param>
/// <param name="Unit">The unit of the figures.</param>
/// <param name="Times">How often it was measured.</param>
/// <param name="Median">The one in the middle.</param>
/// <param name="Worst">The largest.</param>
/// <param name="Most">The goal.</param>
internal sealed record Measure(string What, string Unit, int Times, double Median, double Worst, double? Most)
{
    /// <summary>Whether the worst is within the goal; null where there is none.</summary>
    public bool? IsReached => Most is null ? null : Worst <= Most;

    /// <summary>The figures, in words.</summary>
    public string Found => string.Create(CultureInfo.InvariantCulture, $"median {Median:0.##} {Unit}, worst {Worst:0.##} {Unit}, of {Times:#,0}");

    /// <summary>The goal, in words.</summary>
    public string Goal => Most is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{Most:0.##} {Unit}");

    /// <summary>Whether it is reached, in words.</summary>
    public string Reached => IsReached switch { null => "", true => "reached", false => "not reached" };
}

/// <summary>A cycle after which something did not hold.</summary>
/// <param name="Seed">What has it again.</param>
/// <param name="Why">What did not hold.</param>
internal sealed record FailedCycle(int Seed, IReadOnlyList<string> Why);
