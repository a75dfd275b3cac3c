using Discharge.Faults;
using Discharge.Faults.Checking;
using Discharge.Faults.Cycling;
using Discharge.Faults.Ledgers;

namespace Discharge.Api.Tests.Faults;

/// <summary>Whatever does not hold after a cycle is said with the seed that has the cycle again.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CyclesTests
{
    [Test]
    public async Task A_count_that_is_not_as_it_has_to_be_is_said_with_the_seed_of_its_cycle() =>
        Assert.That(await FailedAsync(seed => new(new Findings().Count("cycles", 1).None("deadlocks", seed == 8 ? 2 : 0), [], [])), Is.EqualTo(["8: deadlocks: 2"]));

    [Test]
    public async Task What_speaks_against_an_invariant_is_said_with_the_seed_of_its_cycle() =>
        Assert.That(await FailedAsync(seed => new(new Findings().Count("cycles", 1), seed == 9 ? ["I1: an entry is gone"] : [], [])), Is.EqualTo(["9: I1: an entry is gone"]));

    [Test]
    public async Task A_cycle_that_breaks_off_is_said_with_its_seed_and_is_the_last() =>
        Assert.That(await FailedAsync(seed => seed == 7 ? throw new InvalidOperationException("no node") : new(new Findings(), [], [])), Is.EqualTo(["7: it broke off: no node"]));

    [Test]
    public void Where_nothing_was_acknowledged_it_says_nothing_that_nothing_was_lost()
    {
        using var ledger = LedgerFile.New();
        var client = new LedgerClient(ledger, () => throw new InvalidOperationException("Nobody sends anything."), TimeSpan.Zero);
        var before = new OnRecordBefore(0, "0", 0, "0");
        var nothing = new Evidence(
            [], new Dictionary<Guid, StoredCase>(), [], Array.Empty<StoredLook>().ToLookup(look => look.Path), new(0, DateTime.UtcNow, before), before, new Dictionary<string, long>(), [], DateTimeOffset.UtcNow);

        Assert.That(Cycle.Judge(nothing, client, Goals.Lateness, Goals.Answered, []).Against, Is.EqualTo(["cycles in which nothing was acknowledged: 1"]));
    }

    private static async Task<IEnumerable<string>> FailedAsync(Func<int, CycleResult> cycle)
    {
        var found = await Cycles.RunAsync(new Plan(new Size(3), Seed: 7), one => Task.FromResult(cycle(one.Seed)));
        Assert.That(found.Hold, Is.False);
        return found.FailedCycles.Select(failed => $"{failed.Seed}: {string.Join("; ", failed.Why)}");
    }
}
