using System.Globalization;

namespace Discharge.Faults;

/// <summary>What is to be done to the service, how often, and from which seed.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="Seed">What the random choices start from, printed so that a failure can be had again.</param>
public sealed record Plan(int Cases, int Seed);

/// <summary>The faults that can be inflicted, by name.</summary>
public static class Suite
{
    private static readonly SortedDictionary<string, (string What, int Cases, Func<Plan, Task<Findings>> Run)> All = new(StringComparer.Ordinal)
    {
        ["two-nodes"] = ("Two nodes on one database while 10,000 clocks fall due: one is killed and started again, the other frozen and continued.", 10_000, TwoNodes.RunAsync),
        ["completion-race"] = ("A visit is recorded in the very moment in which its clock falls due, 10,000 times.", 10_000, CompletionRace.RunAsync),
        ["stepped-clocks"] = ("Nodes whose wall clocks are ten minutes and a day off, either way.", 200, SteppedClocks.RunAsync),
    };

    /// <summary>Runs the suites that are named, or says which there are.</summary>
    /// <returns>0 where every finding holds, 1 where one does not, 2 where there is nothing to run.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var names = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        var seed = Number(args, "--seed") ?? Random.Shared.Next();
        if (names is [] || names.Any(name => name is not "all" && !All.ContainsKey(name)))
        {
            Console.WriteLine("dotnet run -c Release --project tests/Discharge.Faults -- <suite>... [--cases <n>] [--seed <n>]\n");
            foreach (var (name, suite) in All)
            {
                Console.WriteLine($"  {name,-16} {suite.What}");
            }

            Console.WriteLine("  all              All of them.");
            return 2;
        }

        var holds = true;
        foreach (var (name, suite) in All.Where(suite => names.Contains("all") || names.Contains(suite.Key)))
        {
            Console.WriteLine($"\n== {name}: {suite.What}\n   seed {seed}");
            var findings = await suite.Run(new Plan(Number(args, "--cases") ?? suite.Cases, seed));
            findings.Print(Console.Out);
            holds &= findings.Hold;
        }

        return holds ? 0 : 1;
    }

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var place && place + 1 < args.Length ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : null;
}
