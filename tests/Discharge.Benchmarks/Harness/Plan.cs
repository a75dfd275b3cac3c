using System.CommandLine;
using System.CommandLine.Parsing;

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
    /// <summary>The folder for what is less than the whole.</summary>
    public const string Part = "part";

    // A shorter measurement says little of what comes between.
    private const int LeastSeconds = 2;

    private const int PatienceWithLateness = 4;

    private static readonly Plan Whole = new(5, 6, 1_000_000, 250_000, 40, 40_000, 5, TimeSpan.FromSeconds(30), []);

    private static readonly Option<bool> Quick = new("--quick") { Description = "A smaller database and one short pair each: to see that all of it works, not what comes out." };

    private static readonly Option<int?> OtherPairs = CommandLine.Number("--pairs", "How often product and floor are measured, in turn.", most: 1_000);

    private static readonly Option<int?> OtherSeconds = CommandLine.Number("--seconds", "How long one measurement lasts.", most: 3_600);

    private static readonly Option<int?> OtherClocks = CommandLine.Number("--clocks", "How many clocks run.", most: 10_000_000);

    private static readonly Option<int?> OtherBacklog = CommandLine.Number("--backlog", "How many clocks are overdue after an outage.", most: 10_000_000);

    private static readonly Option<string[]> Parts = new("--only")
    {
        Description = "Only these parts, such as g3,g4.",
        HelpName = "part,...",
        CustomParser = given => given.Tokens[^1].Value.Split(',', StringSplitOptions.TrimEntries),
    };

    /// <summary>What can be said of it on the command line.</summary>
    internal static IEnumerable<Option> Options => [Quick, OtherPairs, OtherSeconds, OtherClocks, OtherBacklog, Parts];

    /// <summary>The parts that are asked for by name.</summary>
    internal static IReadOnlyList<string> PartsAskedFor(SymbolResult asked) => asked.GetResult(Parts) is { Tokens: [_, ..] } ? asked.GetValue(Parts) ?? [] : [];

    /// <summary>What the command line asks for.</summary>
    internal static Plan Of(ParseResult asked)
    {
        var full = asked.GetValue(Quick) ? new Plan(1, 1, 20_000, 5_000, 4, 4_000, 0, TimeSpan.Zero, []) : Whole;
        return new(
            asked.GetValue(OtherPairs) ?? full.Pairs,
            asked.GetValue(OtherSeconds) ?? full.Seconds,
            asked.GetValue(OtherClocks) ?? full.Clocks,
            asked.GetValue(OtherBacklog) ?? full.Backlog,
            full.Wards,
            full.Cases,
            full.Again,
            full.Patience,
            PartsAskedFor(asked.CommandResult));
    }

    /// <summary>Whether it is to show that all of it works, and not what comes out.</summary>
    public bool IsQuick => Patience == TimeSpan.Zero;

    /// <summary>The same where it counts when each request is sent: more pairs may be taken again, since a machine that stands still for some milliseconds a few times a second makes most of them say nothing.</summary>
    public Plan Patient => this with { Again = Again * PatienceWithLateness };

    /// <summary>The folder for its reports: what is quick, or less than the whole, is not to stand where the whole that counts did.</summary>
    public string Folder => IsQuick ? "quick" : Only is [] && Pairs >= Whole.Pairs && Seconds >= LeastSeconds && Clocks >= Whole.Clocks && Backlog >= Whole.Backlog ? string.Empty : Part;

    /// <summary>Whether a part of a suite is to be run.</summary>
    public bool Asks(string part) => Only is [] || Only.Contains(part);

    /// <summary>Whether a suite of such parts is to be run. Of what a suite does without parts, no part can be asked for.</summary>
    public bool AsksAnyOf(IEnumerable<string> parts) => Only is [] || parts.Any(Asks);
}
