namespace Discharge.Faults.Cycling;

/// <summary>One cycle after another, each from a seed of its own, and what they come to.</summary>
internal static class Cycles
{
    /// <summary>Runs as many as the plan says.</summary>
    /// <param name="plan">How many, and the seed of the first; the second has the next, and so on.</param>
    /// <param name="run">Runs the cycle of a plan, which says its seed.</param>
    public static async Task<Findings> RunAsync(Plan plan, Func<Plan, Task<CycleResult>> run)
    {
        var findings = new Findings();
        for (var cycle = 0; cycle < plan.Cycles; cycle++)
        {
            var one = plan with { Seed = unchecked(plan.Seed + cycle), Size = plan.Size with { Cycles = 1 } };
            CycleResult result;
            try
            {
                result = await run(one);
            }
            catch (Exception broke) when (broke is not OutOfMemoryException)
            {
                // The house is no longer whole, so nothing more can be learnt in it; what was learnt before stays.
                Console.WriteLine($"   !! seed {one.Seed}: {broke}");
                findings.Failed(one.Seed, [$"it broke off: {broke.Message}"]);
                break;
            }

            findings.Add(result.Found);
            if (result.Against is not [])
            {
                Console.WriteLine($"   !! seed {one.Seed}\n      {string.Join("\n      ", result.Against.Concat(result.Told))}");
                findings.Failed(one.Seed, result.Against);
            }

            if ((cycle + 1) % Math.Max(1, plan.Cycles / 10) == 0)
            {
                Console.WriteLine($"   {cycle + 1} of {plan.Cycles} cycles, {findings.FailedCycles.Count} failed");
            }
        }

        return findings;
    }
}
