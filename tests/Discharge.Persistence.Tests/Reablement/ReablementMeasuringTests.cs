using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Reablement;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Cases;
using Discharge.Persistence.PersonalData;
using Discharge.Persistence.Reablement;
using NodaTime;
using Npgsql;

namespace Discharge.Persistence.Tests.Reablement;

/// <summary>The cohort reckoned by hand, stored and measured.</summary>
public sealed class ReablementMeasuringTests
{
    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task Store()
    {
        _hospital = await Hospital.OpenAsync();
        _hospital.Time.Now = LocalCalendar.At(Cohort.Period.Today, LocalTime.Noon);
        foreach (var one in Cohort.Cases)
        {
            Assert.That(await _hospital.Cases.OpenAsync(ReablementType.Instance, one.Id, Hospital.Sending(), new Stored(one), CancellationToken.None), Is.InstanceOf<Outcome.Answered>());
        }
    }

    [OneTimeTearDown]
    public async Task Close() => await _hospital.DisposeAsync();

    [TestCase("completed-without-long-term-care", 42, 50, 84.00)]
    [TestCase("no-longer-require-support", 40, 44, 90.91)]
    [TestCase("at-home-after-91-days", 34, 38, 89.47)]
    [TestCase("at-home-after-91-days-all-year", 37, 43, 86.05)]
    public async Task As_stored_it_gives_exactly_these_with_the_cases_behind_them(string measure, int numerator, int denominator, double percentage)
    {
        var measured = (await Measuring.MeasureAsync(team: null, Cohort.Period.From, Cohort.Period.To, Reach.Everything, CancellationToken.None)).Measures.Single(one => one.Id == measure);
        var looked = Cohort.Cases.Where(one => one.Expected[measure].Because is not CountingReason.OutsidePeriod || one.Expected.Values.Any(counted => counted.Because is not CountingReason.OutsidePeriod)).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That((measured.Numerator, measured.Denominator, measured.Percentage, measured.ForItsYear), Is.EqualTo((numerator, denominator, (decimal?)percentage, true)));
            Assert.That(
                measured.Cases.Select(one => (one.Case, one.Counts, one.Because)),
                Is.EquivalentTo(looked.Select(one => (one.Id, one.Expected[measure].As, one.Expected[measure].Because))), "Whoever neither began nor ended in the period is not looked at.");
        });
    }

    [Test]
    public async Task Another_team_has_none_of_them() => Assert.That(
        (await Measuring.MeasureAsync(OdsCode.Parse("RBT99"), Cohort.Period.From, Cohort.Period.To, Reach.Everything, CancellationToken.None)).Measures.Select(measure => (measure.Denominator, measure.Percentage)),
        Is.All.EqualTo((0, (decimal?)null)));

    [Test]
    public async Task A_later_year_is_measured_by_the_last_definition_there_is_and_says_so() => Assert.That(
        (await Measuring.MeasureAsync(team: null, new(2025, 4, 1), new(2026, 3, 31), Reach.Everything, CancellationToken.None)).Measures.Where(measure => !measure.ForItsYear).Select(measure => measure.Id),
        Is.EqualTo(["no-longer-require-support", "at-home-after-91-days"]));

    [Test]
    public async Task A_period_of_two_reporting_years_says_which_definition_is_not_that_of_both() => Assert.That(
        (await Measuring.MeasureAsync(team: null, new(2023, 10, 1), new(2024, 9, 30), Reach.Everything, CancellationToken.None)).Measures.Where(measure => !measure.ForItsYear).Select(measure => measure.Id),
        Is.EqualTo(["no-longer-require-support", "at-home-after-91-days"]));

    private ReablementMeasuring Measuring => new(_hospital.Pool, _hospital.Histories, _hospital.Time);

    private sealed class Stored(CohortCase one) : IOpening
    {
        public Task<Opened> DecideAsync(NpgsqlConnection connection, PersonSeals seals, CancellationToken cancellation) =>
            Task.FromResult<Opened>(new Opened.Accepted(one.Facts, KeptPerson.New(((ReablementReferred)one.Facts[0]).Person.Id, Hospital.Ada with { NhsNumber = null }, seals).Keep(null, Hospital.Index)));

        public string LocationOf(Guid id) => $"/v1/reablement-cases/{id}";
    }
}
