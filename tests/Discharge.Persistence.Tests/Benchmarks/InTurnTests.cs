using Discharge.Benchmarks.Harness;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class InTurnTests
{
    [Test]
    public async Task A_pair_in_which_the_caller_itself_was_late_is_taken_again_and_counted()
    {
        var runs = 0;

        // However busy the machine is meanwhile, which has others taken again, the first does not stay.
        var taken = await InTurn.TakeAllAsync(["x"], One(again: 3), () => Task.FromResult(new Measured(++runs) { OwnLateness = runs == 1 ? 1.5 : 0 }), Floor);

        Assert.That((taken[0][0].Product, taken[0][0].OwnLateness), Is.EqualTo(((double)runs, 0.0)));
        Assert.That(taken[0][0].TakenBefore, Is.EqualTo(runs - 1).And.Positive);
    }

    [Test]
    public async Task What_failed_was_late_or_was_sent_again_is_carried_with_the_figure()
    {
        var taken = await InTurn.TakeAllAsync(["x"], One(again: 0), () => Task.FromResult(new Measured(1) { OwnLateness = 1.5, Failed = 2, Away = 3 }), Floor);

        Assert.That(taken[0][0], Has.Property("OwnLateness").EqualTo(1.5).And.Property("Failed").EqualTo(2).And.Property("Away").EqualTo(3).And.Property("AwayFromFloor").EqualTo(4));
    }

    private static Task<Measured> Floor() => Task.FromResult(new Measured(1) { Away = 4 });

    private static Plan One(int again) => PlanTests.Of("--quick --pairs 1") with { Again = again };
}
