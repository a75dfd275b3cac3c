namespace Discharge.Faults;

/// <summary>What was found after a fault: each thing counted, with what it has to be.</summary>
public sealed class Findings
{
    private readonly List<Finding> _found = [];
    private readonly List<FailedCycle> _failed = [];

    /// <summary>Whether everything is as it has to be.</summary>
    public bool Hold => _failed is [] && _found.All(finding => finding.Holds);

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> All => _found;

    /// <summary>The cycles that failed.</summary>
    public IReadOnlyList<FailedCycle> FailedCycles => _failed;

    /// <summary>A cycle failed; its seed has it again.</summary>
    public Findings Failed(int seed, IReadOnlyList<string> why)
    {
        _failed.Add(new(seed, why));
        return this;
    }

    /// <summary>A count that has to be nought.</summary>
    public Findings None(string what, long count) => Add(what, $"{count}", count == 0);

    /// <summary>A count that has to be another.</summary>
    public Findings Equal(string what, long count, long expected) => Add(what, $"{count} of {expected}", count == expected);

    /// <summary>A figure that must not be above another.</summary>
    public Findings AtMost(string what, double figure, double most, string unit) => Add(what, $"{figure:0.###} {unit} (at most {most:0.###})", figure <= most);

    /// <summary>Something that is good to know and may be as it is.</summary>
    public Findings Note(string what, string found) => Add(what, found, holds: true);

    /// <summary>Prints them, those that do not hold marked.</summary>
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

        foreach (var (what, found, holds) in _found)
        {
            to.WriteLine($"   {(holds ? "  " : "!!")} {what,-60} {found}");
        }

        to.WriteLine(Hold ? "   It holds." : "   It does not hold.");
    }

    private Findings Add(string what, string found, bool holds)
    {
        _found.Add(new(what, found, holds));
        return this;
    }
}

/// <summary>One thing that was found.</summary>
/// <param name="What">What it is.</param>
/// <param name="Found">What was found.</param>
/// <param name="Holds">Whether it is as it has to be.</param>
public sealed record Finding(string What, string Found, bool Holds);

/// <summary>A cycle after which something did not hold.</summary>
/// <param name="Seed">What has it again.</param>
/// <param name="Why">What did not hold.</param>
public sealed record FailedCycle(int Seed, IReadOnlyList<string> Why);
