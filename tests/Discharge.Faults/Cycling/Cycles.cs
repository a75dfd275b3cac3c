using Discharge.EmbeddedPostgres;
using Npgsql;

namespace Discharge.Faults.Cycling;

/// <summary>One cycle after another, each from a seed of its own, and what they come to.</summary>
internal static class Cycles
{
    /// <summary>Runs as many as the plan says.</summary>
    /// <param name="plan">How many, and the seed of the first; the second has the next, and so on.</param>
    /// <param name="findings">What was found besides.</param>
    /// <param name="run">Runs the cycle of a seed.</param>
    public static async Task<Findings> RunAsync(Plan plan, Findings findings, Func<int, Task<CycleResult>> run)
    {
        var results = new List<CycleResult>();
        for (var cycle = 0; cycle < plan.Cycles; cycle++)
        {
            var seed = unchecked(plan.Seed + cycle);
            CycleResult result;
            try
            {
                result = await run(seed);
            }
            catch (Exception broke) when (broke is NpgsqlException or TimeoutException or HttpRequestException or InvalidOperationException or PrivatePostgresException)
            {
                // The house is no longer whole, so nothing more can be learnt in it; what was learnt before stays.
                Console.WriteLine($"   !! seed {seed}: {broke}");
                findings.Failed(seed, [$"it broke off: {broke.Message}"]);
                break;
            }

            results.Add(result);
            if (result.Violations is not [])
            {
                Console.WriteLine($"   !! seed {seed}\n      {string.Join("\n      ", result.Violations.Select(violation => $"{violation.Code}: {violation.What}").Concat(result.Told))}");
                findings.Failed(seed, [.. result.Violations.Select(violation => $"{violation.Code}: {violation.What}")]);
            }

            if ((cycle + 1) % Math.Max(1, plan.Cycles / 10) == 0)
            {
                Console.WriteLine($"   {cycle + 1} of {plan.Cycles} cycles, {results.Sum(one => one.Commands)} commands, {results.Sum(one => one.Unknown)} sendings unanswered, {results.Count(one => one.Violations is not [])} cycles failed");
            }
        }

        return Sum(findings, results);
    }

    private static Findings Sum(Findings findings, List<CycleResult> results)
    {
        findings
            .Note("cycles", $"{results.Count}")
            .Note("commands, sendings", $"{results.Sum(one => one.Commands)}, {results.Sum(one => one.Sendings)}")
            .Note("sendings without a definite answer, each sent again until it had one", $"{results.Sum(one => one.Unknown)}")
            .Note("commands refused", string.Join(", ", results.SelectMany(one => one.Refused).CountBy(status => status).OrderBy(status => status.Key).Select(status => $"{status.Value} with {status.Key}")))
            .Note("events stored, breaches among them", $"{results.Sum(one => one.Events)}, {results.Sum(one => one.Breaches)}")
            .Note("answers to questions replayed", $"{results.Sum(one => one.Served)}")
            .Note("longest wait for an answer, latest breach", $"{results.Select(one => one.Slowest).DefaultIfEmpty().Max().TotalSeconds:0.0} s, {results.Select(one => one.Lateness).DefaultIfEmpty().Max().TotalSeconds:0.0} s");
        foreach (var invariant in Checking.Invariant.All)
        {
            findings.None($"{invariant.Code}: {invariant.Sentence} Cycles against it", results.Count(one => one.Violations.Any(violation => violation.Code == invariant.Code)));
        }

        return findings.None("sendings answered with 500 or another such status than 503", results.Sum(one => one.Broken));
    }
}
