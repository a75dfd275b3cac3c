namespace Discharge.Faults;

/// <summary>What was found after a fault: each thing counted, with what it has to be.</summary>
public sealed class Findings
{
    private readonly List<(string What, string Found, bool Holds)> _found = [];

    /// <summary>Whether everything is as it has to be.</summary>
    public bool Hold => _found.All(finding => finding.Holds);

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
        foreach (var (what, found, holds) in _found)
        {
            to.WriteLine($"   {(holds ? "  " : "!!")} {what,-60} {found}");
        }

        to.WriteLine(Hold ? "   It holds." : "   It does not hold.");
    }

    private Findings Add(string what, string found, bool holds)
    {
        _found.Add((what, found, holds));
        return this;
    }
}
