using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using NodaTime;
using NodaTime.Text;
using static Discharge.Domain.Tests.Deciding.Histories;

namespace Discharge.Domain.Tests.Reablement;

public sealed class MeasureTests
{
    private static IEnumerable<TestCaseData> EveryCaseInEveryMeasure =>
        from one in Cohort.Cases
        from measure in one.Expected.Keys
        select new TestCaseData(one, measure).SetArgDisplayNames(one.ToString(), measure);

    [Test]
    public void Completed_reablement_and_did_not_need_long_term_care() => Gives("completed-without-long-term-care", 42, 50, 84.00m);

    [Test]
    public void No_longer_require_support_after_short_term_support() => Gives("no-longer-require-support", 40, 44, 90.91m);

    [Test]
    public void People_of_65_and_over_still_at_home_91_days_after_discharge_into_reablement() => Gives("at-home-after-91-days", 34, 38, 89.47m);

    [Test]
    public void People_of_65_and_over_still_at_home_91_days_after_discharge_all_year_round() => Gives("at-home-after-91-days-all-year", 37, 43, 86.05m);

    [TestCaseSource(nameof(EveryCaseInEveryMeasure))]
    public void Each_case_counts_as_it_has_to_and_for_its_reason(CohortCase one, string measure) =>
        Assert.That(Of(measure).Count(StateOf(one), Cohort.Period), Is.EqualTo(one.Expected[measure]), one.Who);

    [Test]
    public void The_cohort_has_sixty_cases_at_least_and_every_rule_of_counting_is_in_it() => Assert.Multiple(() =>
    {
        Assert.That(Cohort.Cases, Has.Count.GreaterThanOrEqualTo(60));
        Assert.That(Cohort.Cases.SelectMany(one => one.Expected.Values).Select(counted => counted.Because).Distinct(), Is.EquivalentTo(Enum.GetValues<CountingReason>()));
    });

    [Test]
    public void A_measure_about_nobody_has_no_percentage() => Assert.That(Of("at-home-after-91-days").Over([], Cohort.Period).Percentage, Is.Null);

    [Test]
    public void Definitions_are_values_versioned_by_reporting_year() => Assert.Multiple(() =>
    {
        Assert.That(MeasureBook.For(new LocalDate(2023, 3, 31)).Select(definition => definition.IsFor(new LocalDate(2023, 3, 31))), Is.All.True);
        Assert.That(
            MeasureBook.For(new LocalDate(2024, 4, 1)).Where(definition => !definition.IsFor(new LocalDate(2024, 4, 1))).Select(definition => definition.Id),
            Is.EqualTo(["no-longer-require-support", "at-home-after-91-days"]),
            "From April 2024 the national definitions are others, which are not in the book.");
        Assert.That(MeasureBook.All.Select(definition => (definition.Id, definition.Version)), Is.Unique);
        Assert.That(MeasureBook.All.Where(definition => definition.Standing.Kind is StandingKind.Proposal).Select(definition => definition.Id), Is.EqualTo(["at-home-after-91-days-all-year"]), "The variant is named as such.");
    });

    [TestCase("2023-04-01", "2024-03-31", true)]
    [TestCase("2023-04-01", "2024-04-01", false, Description = "Its last day is of a year with another definition")]
    [TestCase("2024-04-01", "2024-04-30", false)]
    public void A_definition_is_for_a_period_where_it_is_for_every_reporting_year_that_touches(string from, string to, bool isFor) => Assert.That(
        Of("no-longer-require-support").IsFor(new MeasuredPeriod(LocalDatePattern.Iso.Parse(from).Value, LocalDatePattern.Iso.Parse(to).Value, new(2026, 3, 1))), Is.EqualTo(isFor));

    // What the cohort reckoned by hand gives, exactly.
    private static void Gives(string measure, int numerator, int denominator, decimal percentage) => Assert.Multiple(() =>
    {
        var measured = Of(measure).Over(Cohort.Cases.Select(StateOf), Cohort.Period);
        Assert.That((measured.Numerator.Count(), measured.Denominator.Count(), measured.Percentage), Is.EqualTo((numerator, denominator, (decimal?)percentage)));
        Assert.That(Cohort.Expected.Single(expected => expected.Measure == measure), Is.EqualTo((measure, numerator, denominator)), "As the data has it.");
    });

    private static MeasureDefinition Of(string id) => MeasureBook.For(Cohort.Period.From).Single(definition => definition.Id == id);

    private static ReablementCase StateOf(CohortCase one) => HistoryOfAll(one.Facts).AsReablement() with { Id = one.Id };
}
