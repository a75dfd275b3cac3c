using System.CommandLine;
using Discharge.Benchmarks.Harness;
using Discharge.Faults;
using Discharge.Faults.Cycling;

namespace Discharge.Api.Tests.Faults;

public sealed class RunningTests
{
    [TestCase("")]
    [TestCase("repeat")]
    [TestCase("repeats --shrot")]
    [TestCase("repeats --short --cycles 0")]
    [TestCase("repeats --short --cycles -1")]
    [TestCase("repeats --short --cycles")]
    [TestCase("repeats --short --seed abc")]
    [TestCase("repeats --short --seed 99999999999")]
    public async Task What_cannot_be_done_is_not_begun_and_is_not_said_to_hold(string arguments) =>
        Assert.That(await Running.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)), Is.EqualTo(2));

    [Test]
    public async Task Nothing_is_run_while_others_are_run_in_the_same_clone()
    {
        using var others = Clone.Alone(Clone.Own("Discharge.Faults"));
        var (before, said) = (Console.Error, new StringWriter());
        Console.SetError(said);
        try
        {
            Assert.That(await Running.RunAsync(["repeats", "--short"]), Is.EqualTo(2));
        }
        finally
        {
            Console.SetError(before);
        }

        Assert.That(said.ToString(), Does.Contain("Another run of the faults is under way in this clone"));
    }

    [Test]
    public async Task Whatever_seed_is_said_of_a_cycle_can_be_asked_for()
    {
        var said = new List<int>();
        await Cycles.RunAsync(new Plan(new Size(2), int.MaxValue), one =>
        {
            said.Add(one.Seed);
            return Task.FromResult(new CycleResult(new Findings(), [], []));
        });

        Assert.That(said.Select(seed => new RootCommand { Running.Seed }.Parse($"--seed {seed}").GetValue(Running.Seed)), Is.EqualTo(new[] { int.MaxValue, int.MinValue }));
    }
}
