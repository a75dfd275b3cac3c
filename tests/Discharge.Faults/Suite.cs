using System.Globalization;
using Discharge.Faults.Reporting;
using Discharge.Faults.Suites;

namespace Discharge.Faults;

/// <summary>What is to be done to the service, how often, and from which seed.</summary>
/// <param name="Cases">How many cases; how many cycles, where it goes in cycles.</param>
/// <param name="Seed">What the random choices start from, printed so that a failure can be had again.</param>
public sealed record Plan(int Cases, int Seed)
{
    /// <summary>How many cycles.</summary>
    public int Cycles => Cases;
}

/// <summary>One kind of fault.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="What">What is done, in a sentence.</param>
/// <param name="Full">How many cycles or cases in the long form.</param>
/// <param name="Quick">How many in the short one.</param>
/// <param name="Run">Does it.</param>
public sealed record Suite(string Name, string What, int Full, int Quick, Func<Plan, Task<Findings>> Run)
{
    private static readonly Suite[] All =
    [
        new("killed-node", "The node is killed while sixteen people work, and started again.", 60, 4, KilledNode.RunAsync),
        new("two-nodes", "Two nodes on one database while clocks fall due: one is killed and started again, the other frozen and continued.", 10_000, 400, TwoNodes.RunAsync),
        new("completion-race", "A visit is recorded in the very moment in which its clock falls due.", 10_000, 500, CompletionRace.RunAsync),
        new("stepped-clocks", "Nodes whose wall clocks are ten minutes and a day off, either way.", 200, 40, SteppedClocks.RunAsync),
    ];

    /// <summary>Runs the suites that are named, or says which there are.</summary>
    /// <returns>0 where every finding holds, 1 where one does not, 2 where there is nothing to run.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var names = args.TakeWhile(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
        if (names is [] || names.Any(name => name is not "all" && !All.Any(suite => suite.Name == name)))
        {
            Console.WriteLine("dotnet run -c Release --project tests/Discharge.Faults -- <suite>... [--short] [--cycles <n>] [--seed <n>]\n");
            foreach (var suite in All)
            {
                Console.WriteLine($"  {suite.Name,-18} {suite.What}");
            }

            Console.WriteLine("  all                All of them.");
            return 2;
        }

        var (seed, cycles, isShort) = (Number(args, "--seed"), Number(args, "--cycles"), args.Contains("--short"));
        var report = new Report(isShort ? "short" : "long");
        var holds = true;
        foreach (var suite in All.Where(suite => names.Contains("all") || names.Contains(suite.Name)))
        {
            var plan = new Plan(cycles ?? (isShort ? suite.Quick : suite.Full), seed ?? Random.Shared.Next(1_000_000_000));
            Console.WriteLine($"\n== {suite.Name}: {suite.What}\n   seed {plan.Seed}");
            var start = DateTime.UtcNow;
            var findings = await suite.Run(plan);
            findings.Print(Console.Out);
            holds &= findings.Hold;

            // A cycle had again by its seed is no run of the suite.
            if (seed is null && cycles is null)
            {
                await report.AddAsync(suite, plan, findings, DateTime.UtcNow - start);
            }
        }

        return holds ? 0 : 1;
    }

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var place && place + 1 < args.Length ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : null;
}
