using System.Globalization;
using Discharge.Faults.Reporting;
using Discharge.Faults.Suites;

namespace Discharge.Faults;

/// <summary>What is to be done to the service, how often, and from which seed.</summary>
/// <param name="Cases">How many cases; how many cycles, where it goes in cycles.</param>
/// <param name="Seed">What the random choices start from, printed so that a failure can be had again.</param>
/// <param name="IsQuick">Whether it is the short form, in which nothing is waited for longer than it takes to show.</param>
public sealed record Plan(int Cases, int Seed, bool IsQuick = false)
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
    private const string SteppedClocksName = "stepped-clocks";

    private static readonly Suite[] All =
    [
        new("planted", "R21: defects are planted in what is stored, told and answered, and the service is made to misbehave; the checker has to see each.", 1, 1, PlantedDefects.RunAsync),
        new("killed-node", "R1: the node is killed while sixteen people work, and started again.", 40, 3, KilledNode.RunAsync),
        new("one-of-two", "R2: one of two nodes is killed, or frozen and continued, while people work.", 40, 3, OneOfTwo.RunAsync),
        new("database-stopped", "R3: the database is stopped at once, its main process killed, or one of its sessions.", 50, 3, DatabaseStopped.RunAsync),
        new("lost-answers", "R4: the database commits and its answer is lost on the way, or the commit is.", 60, 4, LostAnswers.RunAsync),
        new("lost-connections", "R5: connections are reset, go silent, drip or are ended, under a pool that is too small.", 40, 4, LostConnections.RunAsync),
        new("repeats", "R8: every command comes one to three times at once, and some come again later.", 60, 4, Repeats.RunAsync),
        new("poison", "R9: a case that cannot be read has a clock that is due, and somebody sends ten megabytes.", 20, 2, Poison.RunAsync),
        new("conflicts", "R10: sixteen people write to one case, much of it in each other's way, while its clock falls due.", 60, 4, Conflicts.RunAsync),
        new("corruption", "R12: entries in the store are unknown or broken.", 1, 1, Corruption.RunAsync),
        new("shutdown", "R15: nodes are asked to end, one after the other, while people work.", 20, 2, Shutdown.RunAsync),
        new("two-nodes", "R2: clocks fall due on two nodes: one is killed and started again, the other frozen and continued.", 10_000, 400, TwoNodes.RunAsync),
        new("completion-race", "R10: a visit is recorded in the very moment in which its clock falls due.", 10_000, 500, CompletionRace.RunAsync),
        new("place-race", "R10: a thousand people want eight places at one moment, and one of two nodes is killed in the middle.", 20, 2, PlaceRace.RunAsync),
        new(SteppedClocksName, "R7: nodes whose wall clocks are ten minutes and a day off, either way.", 200, 40, SteppedClocks.RunAsync),
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
            if (suite.Name == SteppedClocksName && names.Contains("all") && !FakeTime.IsThere)
            {
                Console.WriteLine($"\n== {suite.Name} is left out: libfaketime is not installed (apt-get install faketime).");
                continue;
            }

            var plan = new Plan(cycles ?? (isShort ? suite.Quick : suite.Full), seed ?? Random.Shared.Next(1_000_000_000), isShort);
            Console.WriteLine($"\n== {suite.Name}: {suite.What}\n   seed {plan.Seed}");
            var start = DateTime.UtcNow;
            var findings = await TryAsync(suite, plan);
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

    // One that breaks off keeps none of the others from running.
    private static async Task<Findings> TryAsync(Suite suite, Plan plan)
    {
        try
        {
            return await suite.Run(plan);
        }
        catch (Exception broke) when (broke is not OutOfMemoryException)
        {
            Console.WriteLine($"   !! {broke}");
            return new Findings().Failed(plan.Seed, [$"it broke off: {broke.Message}"]);
        }
    }

    private static int? Number(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var place && place + 1 < args.Length ? int.Parse(args[place + 1], CultureInfo.InvariantCulture) : null;
}
