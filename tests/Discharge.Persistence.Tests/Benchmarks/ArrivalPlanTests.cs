using Discharge.Benchmarks.Load;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class ArrivalPlanTests
{
    private static readonly TimeSpan Ten = TimeSpan.FromSeconds(10);

    [Test]
    public void Constant_arrivals_come_at_equal_distances() =>
        Assert.That(ArrivalPlan.Constant(4, TimeSpan.FromSeconds(1)).Select(at => at.TotalMilliseconds), Is.EqualTo([0, 250, 500, 750]));

    [Test]
    public void Poisson_arrivals_come_in_order_and_within_the_time() =>
        Assert.That(ArrivalPlan.Poisson(1_000, Ten, seed: 1), Is.Ordered.And.All.InRange(TimeSpan.Zero, Ten));

    [Test]
    public void Poisson_arrivals_are_as_many_as_asked_for_within_four_deviations() =>
        Assert.That(ArrivalPlan.Poisson(1_000, Ten, seed: 1), Has.Length.EqualTo(10_000).Within(400));

    [Test]
    public void The_same_seed_is_the_same_plan_and_another_is_not()
    {
        var plan = ArrivalPlan.Poisson(100, Ten, seed: 5);
        Assert.That(ArrivalPlan.Poisson(100, Ten, seed: 5), Is.EqualTo(plan));
        Assert.That(ArrivalPlan.Poisson(100, Ten, seed: 6), Is.Not.EqualTo(plan));
    }
}
