using System.Globalization;

namespace Discharge.Benchmarks.Harness;

/// <summary>How much is measured.</summary>
/// <param name="Pairs">How often product and floor are measured, in turn.</param>
/// <param name="Seconds">How long one measurement lasts.</param>
/// <param name="Clocks">How many clocks run.</param>
/// <param name="Backlog">How many are overdue after an outage.</param>
/// <param name="Wards">How many wards of 500 people there are.</param>
/// <param name="Cases">How many cases are shown anew.</param>
/// <param name="Again">How many pairs at the most are taken again because others had used the machine meanwhile.</param>
/// <param name="Patience">How long a measurement waits for a quiet machine before it begins all the same.</param>
/// <param name="Only">The parts of a suite that are run, such as "g3"; all where none is named.</param>
public sealed record Plan(int Pairs, int Seconds, int Clocks, int Backlog, int Wards, int Cases, int Again, TimeSpan Patience, IReadOnlyList<string> Only)
{
    /// <summary>What the arguments ask for.</summary>
    public static Plan Of(string[] args)
    {
        var full = args.Contains("--quick") ? new Plan(1, 1, 20_000, 5_000, 4, 4_000, 0, TimeSpan.Zero, []) : new Plan(5, 6, 1_000_000, 250_000, 40, 40_000, 5, TimeSpan.FromSeconds(30), []);
        return new(
            Number(args, "--pairs") ?? full.Pairs,
            Number(args, "--seconds") ?? full.Seconds,
            Number(args, "--clocks") ?? full.Clocks,
            Number(args, "--backlog") ?? full.Backlog,
            full.Wards,
            full.Cases,
            full.Again,
            full.Patience,
            args is [.., _] && Array.IndexOf(args, "--only") is >= 0 and var place && place + 1 < args.Length ? args[place + 1].Split(',') : []);
    }

    /// <summary>Whether it is to show that all of it works, and not what comes out.</summary>
    public bool IsQuick => Patience == TimeSpan.Zero;

    /// <summary>The folder for its reports: what is quick, or a part, is not to stand where the whole that counts did.</summary>
    public string Folder => IsQuick ? "quick" : Only is [] ? string.Empty : "part";

    /// <summary>Whether a part of a suite is to be run.</summary>
    public bool Asks(string part) => Only is [] || Only.Contains(part);

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var place && place + 1 < args.Length ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : null;
}
