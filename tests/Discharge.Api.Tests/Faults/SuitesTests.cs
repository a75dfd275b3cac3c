using Discharge.Faults;

namespace Discharge.Api.Tests.Faults;

/// <summary>One cycle of each fault that would lose or double something: whatever is done to it, the service holds. How fast it is afterwards is not judged here, where others are at work.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SuitesTests
{
    [TestCase("killed-node", 1, 1, Description = "R1: the only node is killed and started again")]
    [TestCase("one-of-two", 2, 3, Description = "R2: one of two nodes is killed, then one frozen until its transactions have ended, and continued")]
    [TestCase("database-stopped", 1, 3, Description = "R3: the database is stopped at once")]
    [TestCase("lost-answers", 1, 4, Description = "R4: commits and their answers are lost on the way")]
    [TestCase("repeats", 1, 5, Description = "R8: every command comes several times")]
    [TestCase("conflicts", 1, 6, Description = "R10: sixteen people write to one case")]
    [TestCase("handed-over", 2, 7, Description = "R1: the only node is killed between a discharge into reablement and the opening of its reablement case")]
    public async Task Whatever_is_done_to_it_nothing_is_lost_and_nothing_doubled(string name, int cycles, int seed)
    {
        var found = await Suite.All.Single(suite => suite.Name == name).Run(new Plan(new Size(cycles), seed, IsQuick: true));

        Assert.That(Broken(found), Is.Empty);
    }

    private static IEnumerable<string> Broken(Findings found) =>
        [.. found.FailedCycles.Select(cycle => $"seed {cycle.Seed}: {string.Join("; ", cycle.Why)}"), .. found.All.Where(finding => !finding.Holds).Select(finding => $"{finding.What}: {finding.Found}")];
}
