using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Persistence.Tests.Timelines;

/// <summary>A change of the clocks and 29 February make nothing early, nor does a node whose time is set back. Wall clocks that are wrong are among the faults.</summary>
public sealed class ChangingClocksTests
{
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [TestCase("2026-03-28T20:00:00Z", "2026-03-29T00:00:00Z", "2026-03-29T20:00:00.000001Z", Description = "The night the clocks go forward")]
    [TestCase("2026-10-24T19:00:00Z", "2026-10-24T23:00:00Z", "2026-10-25T19:00:00.000001Z", Description = "The night they go back")]
    [TestCase("2026-10-24T23:30:00Z", "2026-10-26T00:00:00Z", "2026-10-25T23:30:00.000001Z", Description = "Left after midnight of a day of 25 hours")]
    [TestCase("2028-02-28T20:00:00Z", "2028-02-29T00:00:00Z", "2028-02-29T20:00:00.000001Z", Description = "Into 29 February")]
    [TestCase("2028-02-29T20:00:00Z", "2028-03-01T00:00:00Z", "2028-03-01T20:00:00.000001Z", Description = "Out of it")]
    public async Task Nothing_is_recorded_a_microsecond_before_its_moment_and_it_is_at_it(string left, string welfareBreach, string visitBreach)
    {
        _hospital.Time.Now = At(left);
        var id = await _hospital.GoneHomeAsync();
        foreach (var (rule, moment) in new[] { ("T25", At(welfareBreach)), ("T01", At(visitBreach)) }.OrderBy(breach => breach.Item2))
        {
            _hospital.Time.Now = moment - Microsecond;
            await _hospital.LookAsync();
            Assert.That(await BreachOf(id, rule), Is.Null, $"{rule} early");
            _hospital.Time.Now = moment;
            await _hospital.LookAsync();
            Assert.That(await BreachOf(id, rule), Is.EqualTo(moment), $"{rule} at its moment");
        }
    }

    [Test]
    public async Task A_node_whose_time_is_set_back_records_nothing_again_and_nothing_before_what_stands()
    {
        var id = await _hospital.GoneHomeAsync();
        _hospital.Time.Now = Hospital.Morning + Duration.FromHours(25);
        await _hospital.LookAsync();
        var recorded = (await _hospital.HistoryAsync(id)).Version;

        _hospital.Time.Now = Hospital.Morning + Duration.FromHours(2);
        await _hospital.LookAsync();
        await _hospital.DoAsync(id, new CheckWelfare(_hospital.Time.Now - Duration.FromHours(1), StaffRole.Nurse, WelfareOutcome.SafeAndWell));
        var history = await _hospital.HistoryAsync(id);

        Assert.Multiple(() =>
        {
            Assert.That(history.Entries.Count(entry => entry.Fact is ClockBreached { Rule: "T01" }), Is.EqualTo(1));
            Assert.That(history.Entries.Select(entry => entry.RecordedAt), Is.Ordered);
            Assert.That(history.Version, Is.GreaterThan(recorded));
        });
    }

    private async Task<Instant?> BreachOf(Guid id, string rule) =>
        (await _hospital.HistoryAsync(id)).Entries.Select(entry => entry.Fact).OfType<ClockBreached>().SingleOrDefault(breach => breach.Rule == rule)?.OccurredAt;

    private static Instant At(string written) => InstantPattern.ExtendedIso.Parse(written).Value;
}
