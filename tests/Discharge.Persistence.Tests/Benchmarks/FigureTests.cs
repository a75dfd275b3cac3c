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

    [TestCase(0.64, false)]
    [TestCase(0.62, true)]
    public void A_ratio_has_fallen_behind_where_its_median_is_a_tenth_below_the_worst_pair_on_record(double ratio, bool behind) =>
        Assert.That(Of(Goal.RatioAtLeast(0.85), (ratio, 1), (ratio, 1), (0.1, 1)).HasFallenBehind(Of(Goal.RatioAtLeast(0.85), (0.7, 1), (0.8, 1), (0.9, 1))), Is.EqualTo(behind));

    [TestCase(2.19, false)]
    [TestCase(2.21, true)]
    public void Where_less_is_better_it_has_fallen_behind_above_the_worst_pair(double ratio, bool behind) =>
        Assert.That(Of(Goal.RatioAtMost(1.5), (ratio, 1)).HasFallenBehind(Of(Goal.RatioAtMost(1.5), (1, 1), (2, 1))), Is.EqualTo(behind));

    [Test]
    public void Without_a_goal_the_unit_says_whether_more_is_better() => Assert.Multiple(() =>
    {
        Assert.That(Of(Goal.None, (0.5, 1)).HasFallenBehind(Of(Goal.None, (1, 1))), Is.True);
        Assert.That((Of(Goal.None, (0.5, 1)) with { Unit = "ms" }).HasFallenBehind(Of(Goal.None, (1, 1))), Is.False);
        Assert.That((Of(Goal.None, (2, 1)) with { Unit = "ms" }).HasFallenBehind(Of(Goal.None, (1, 1))), Is.True);
    });

    [Test]
    public void What_is_not_valid_has_neither_fallen_behind_nor_is_anything_behind_it() => Assert.Multiple(() =>
    {
        var (invalid, bad, good) = (Of(Goal.None, (-1, 1)), Of(Goal.None, (0.1, 1)), Of(Goal.None, (1, 1)));
        Assert.That(invalid.HasFallenBehind(good), Is.False);
        Assert.That(bad.HasFallenBehind(Of(Goal.None, (1, -1))), Is.False);
    });

    [Test]
    public void What_is_counted_in_ticks_falls_behind_nothing() =>
        Assert.That((Of(Goal.None, (3, 1)) with { Unit = Figure.ShareOfACore }).HasFallenBehind(Of(Goal.None, (1, 1))), Is.False);

    [TestCase("p50 at 190 commands/s, half of the peak", "p50 at 1,204 commands/s, half of the peak", true)]
    [TestCase("p99 of a case at 704/s, half of the peak", "p99 of a case at 2,104/s, half of the peak", true)]
    [TestCase("commands at 16 callers", "commands at 64 callers", false)]
    [TestCase("p50 at 190 commands/s, half of the peak", "p99 at 190 commands/s, half of the peak", false)]
    public void A_figure_is_known_again_whatever_rate_was_half_of_the_peak(string one, string other, bool same) =>
        Assert.That((Of(Goal.None, (1, 1)) with { What = one }).IsTheSameAs(Of(Goal.None, (1, 1)) with { What = other }), Is.EqualTo(same));

    private static Figure Of(Goal goal, params (double Product, double Floor)[] taken) =>
        new("x1", "something", "/s", "its floor", goal, [.. taken.Select(pair => new Pair(pair.Product, pair.Floor))]);
}
