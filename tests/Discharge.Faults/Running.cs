using System.CommandLine;
using System.Diagnostics;
using Discharge.Benchmarks.Harness;
using Discharge.Faults.Reporting;

namespace Discharge.Faults;

/// <summary>Runs suites by name and reports what they found.</summary>
internal static class Running
{
    /// <summary>The seed. Each cycle has the one after that of the cycle before, and after the greatest comes the least; whichever is printed has its cycle again.</summary>
    internal static Option<int?> Seed { get; } = CommandLine.Number("--seed", "What all that is done follows from; no report is written.", least: int.MinValue);

    /// <summary>Runs the suites that are named, or says what is wrong with what is asked for.</summary>
    /// <returns>0 where all holds and every goal is reached, 1 where something does not hold or a report could not be written, 2 where nothing was run, 3 where all holds and a goal is not reached.</returns>
    public static Task<int> RunAsync(string[] args)
    {
        var named = new Argument<string[]>("suite")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = string.Join('\n', Suite.All.Select(suite => $"{suite.Name}: {suite.What}").Append("all: all of them")),
        };
        named.AcceptOnlyFromAmong([.. Suite.All.Select(suite => suite.Name), "all"]);
        var isShort = new Option<bool>("--short") { Description = "A few cycles of each." };
        var cycles = CommandLine.Number("--cycles", "How many cycles instead; no report is written.");
        var command = new RootCommand("Does to nodes, connections and the database what can happen to them, and checks that nothing is lost.") { named, isShort, cycles, Seed };
        command.SetAction((asked, _) => RunAsync(asked.GetValue(named)!, asked.GetValue(Seed), asked.GetValue(cycles), asked.GetValue(isShort)));
        return command.RunAsync(args);
    }

    private static async Task<int> RunAsync(string[] names, int? seed, int? cycles, bool isShort)
    {
        using var alone = Clone.Alone(Clone.Own("Discharge.Faults"));
        if (alone is null)
        {
            await Console.Error.WriteLineAsync("Another run of the faults is under way in this clone, and each would stop the other's database. Wait for its end.");
            return 2;
        }

        // A cycle had again by its seed is no run of the suite.
        var report = seed is null && cycles is null ? new Report(Report.Folder, isShort ? "short" : "long") : null;
        if (report is not null && await report.WrongAsync() is { } wrong)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 2;
        }

        Console.WriteLine($"PostgreSQL {await FaultyDatabase.VersionAsync()}");
        Node.Folder = await Published.MakeAsync("src/Discharge.Api", Clone.Own("Discharge.Faults", "published"));
        var (all, found, isKept) = (Stopwatch.StartNew(), new List<Findings>(), true);
        foreach (var suite in Suite.All.Where(suite => names.Contains("all") || names.Contains(suite.Name)))
        {
            if (suite.Name == Suite.SteppedClocksName && names.Contains("all") && !FakeTime.IsThere)
            {
                Console.WriteLine($"\n== {suite.Name} is left out: libfaketime is not installed (apt-get install faketime).");
                continue;
            }

            var size = isShort ? suite.Quick : suite.Full;
            var plan = new Plan(cycles is null ? size : size with { Cycles = cycles.Value }, seed ?? Random.Shared.Next(1_000_000_000), isShort);
            Console.WriteLine($"\n== {suite.Name}: {suite.What}\n   seed {plan.Seed}");
            var took = Stopwatch.StartNew();
            var findings = await TryAsync(suite, plan);
            await CommandLine.UnlessEndingAsync();
            findings.Print(Console.Out);
            foreach (var again in Again(plan, findings))
            {
                Console.WriteLine($"   Again: {suite.Name}{(isShort ? " --short" : "")} --cycles {again.Cycles} --seed {again.Seed}");
            }

            Console.WriteLine($"   It took {took.Elapsed.TotalSeconds:0} s.");
            found.Add(findings);

            isKept &= report is null || await CommandLine.KeptAsync(() => report.AddAsync(suite, plan, findings, took.Elapsed));
        }

        Console.WriteLine($"\nAll of it took {all.Elapsed.TotalSeconds:0} s. {(found.TrueForAll(one => one.Hold) ? "It holds." : "It does not hold.")} {(found.TrueForAll(one => one.ReachGoals) ? "Every goal is reached." : "A goal is not reached.")}");
        return !isKept || !found.TrueForAll(one => one.Hold) ? 1 : found.TrueForAll(one => one.ReachGoals) ? 0 : 3;
    }

    // What no cycle alone is to blame for, all of them have again.
    private static IEnumerable<(int Seed, int Cycles)> Again(Plan plan, Findings findings) => findings switch
    {
        { Hold: true } => [],
        { FailedCycles: [] } => [(plan.Seed, plan.Cycles)],
        _ => findings.FailedCycles.Select(failed => (failed.Seed, 1)),
    };

    // One that breaks off keeps none of the others from running.
    private static async Task<Findings> TryAsync(Suite suite, Plan plan)
    {
        try
        {
            return await suite.Run(plan);
        }
        catch (Exception broke) when (broke is not OutOfMemoryException)
        {
            await CommandLine.UnlessEndingAsync();
            Console.WriteLine($"   !! {broke}");
            return new Findings().Failed(plan.Seed, [$"it broke off: {broke.Message}"]);
        }
    }
}
