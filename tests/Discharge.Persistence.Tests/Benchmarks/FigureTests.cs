using Discharge.Benchmarks.Harness;

namespace Discharge.Persistence.Tests.Benchmarks;

public sealed class FigureTests
{
    [Test]
    public void The_ratio_is_the_median_of_the_pairs_own_ratios_and_not_the_ratio_of_the_medians() =>
        Assert.That(Of(Goal.None, (100, 100), (50, 100), (90, 10)).Ratio, Is.EqualTo(1));

    [Test]
    public void Of_an_even_number_of_pairs_the_middle_lies_between_two() =>
        Assert.That(Of(Goal.None, (1, 1), (2, 1), (4, 1), (8, 1)).Ratio, Is.EqualTo(3));

    [TestCase(0.86, true)]
    [TestCase(0.84, false)]
    public void A_goal_for_the_ratio_is_reached_by_the_ratio(double product, bool reached) =>
        Assert.That(Of(Goal.RatioAtLeast(0.85), (product, 1)).IsReached, Is.EqualTo(reached));

    [TestCase(249, true)]
    [TestCase(251, false)]
    public void A_goal_for_the_figure_is_reached_by_the_product_whatever_its_floor_did(double product, bool reached) =>
        Assert.That(Of(Goal.Most(250, "ms"), (product, 1)).IsReached, Is.EqualTo(reached));

    [Test]
    public void Where_there_is_no_goal_none_is_reached_or_missed() => Assert.That(Of(Goal.None, (1, 1)).IsReached, Is.Null);

    [TestCase(-0.1, 1)]
    [TestCase(1, -0.1)]
    [TestCase(double.NaN, 1)]
    public void A_figure_that_cannot_be_reaches_nothing_and_says_why(double product, double floor) =>
        Assert.That(Of(Goal.RatioAtMost(2), (1, 1), (product, floor), (1, 1)), Has.Property("IsReached").Null.And.Property("Wrong").EqualTo("what is less than nothing was not measured"));

    [TestCase(1.1, 0, "the caller itself was 1.1 ms late")]
    [TestCase(0.9, 3, "3 requests failed")]
    [TestCase(0.9, 0, null)]
    public void A_figure_of_which_one_pair_is_wrong_reaches_nothing_and_says_why(double late, int failed, string? wrong)
    {
        var figure = Of(Goal.RatioAtLeast(0.5), (1, 1)) with { Taken = [new(1, 1), new(1, 1) { OwnLateness = late, Failed = failed }] };

        Assert.That(figure.Wrong, Is.EqualTo(wrong));
        Assert.That(figure.IsReached, Is.EqualTo(wrong is null ? true : null));
    }

    private static Figure Of(Goal goal, params (double Product, double Floor)[] taken) =>
        new("x1", "something", "/s", "its floor", goal, [.. taken.Select(pair => new Pair(pair.Product, pair.Floor))]);
}
