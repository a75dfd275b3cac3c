using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Access;
using Discharge.Persistence.Timelines;
using NodaTime;

namespace Discharge.Persistence.Tests.Timelines;

public sealed class ForecastTests
{
    private Hospital _hospital = null!;

    [SetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [TearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public async Task What_is_foreseen_if_nobody_does_anything_is_what_then_happens()
    {
        Guid[] ids = [await _hospital.GoneHomeAsync(), await _hospital.GoneHomeAsync(), await _hospital.AdmitAsync()];
        await _hospital.DoAsync(ids[1], new BookHomeVisit(_hospital.Time.Now, _hospital.Time.Now + Duration.FromHours(20), StaffRole.Nurse));
        _hospital.Time.Pass(Duration.FromHours(1));
        await _hospital.LookAsync();
        var (from, until) = (_hospital.Time.Now, _hospital.Time.Now + Duration.FromHours(30));
        var foreseen = (await Forecasts().UntilAsync(until, Reach.Everything, CancellationToken.None)).Ahead;

        for (var hour = 0; hour < 30; hour++)
        {
            _hospital.Time.Pass(Duration.FromHours(1));
            await _hospital.LookAsync();
        }

        Assert.That(foreseen.Select(Say).Order(), Is.EqualTo((await HappenedAsync(ids, from)).Order()).And.Exactly(16).Items);
    }

    [Test]
    public async Task What_is_to_be_told_without_a_clock_is_foreseen_too()
    {
        var id = await _hospital.GoneHomeAsync();
        await _hospital.DoAsync(id, new PlanFirstCareCall(_hospital.Time.Now, _hospital.Time.Now + Duration.FromHours(2), OdsCode.Parse("AB123")));
        await _hospital.LookAsync();
        var (from, until) = (_hospital.Time.Now, _hospital.Time.Now + Duration.FromHours(3));
        var foreseen = (await Forecasts().UntilAsync(until, Reach.Everything, CancellationToken.None)).Ahead;

        for (var hour = 0; hour < 3; hour++)
        {
            _hospital.Time.Pass(Duration.FromHours(1));
            await _hospital.LookAsync();
        }

        Assert.That(foreseen.Select(Say).Order(), Is.EqualTo((await HappenedAsync([id], from)).Order()));
        Assert.That(foreseen.Select(one => (one.Rule, one.At)), Does.Contain((TransferWarnings.FirstCareCallOverdue.Code, from + Duration.FromHours(2))));
    }

    [Test]
    public async Task Where_there_are_too_many_cases_it_ends_before_the_first_it_leaves_out()
    {
        await _hospital.Database.RunAsOwnerAsync(
            $"""
            insert into discharge.clocks (case_id, rule, started_by, rule_version, started_at, due_at, breach_at, owner, next_at)
            select gen_random_uuid(), 'T01', 1, 1, '2026-03-03T09:00Z', '2026-03-03T09:00Z', '2026-03-03T09:00Z', '', '{_hospital.Time.Now}'::timestamptz + n * interval '1 second' from generate_series(1, {Discharge.Persistence.Timelines.Forecasts.MostCases + 1}) n
            """);
        var forecast = await Forecasts().UntilAsync(_hospital.Time.Now + Duration.FromHours(30), Reach.Everything, CancellationToken.None);
        Assert.That((forecast.Complete, forecast.Until), Is.EqualTo((false, _hospital.Time.Now + Duration.FromSeconds(Discharge.Persistence.Timelines.Forecasts.MostCases + 1) - Duration.Epsilon)));
    }

    [Test]
    public async Task Beyond_its_moment_nothing_is_foreseen()
    {
        await _hospital.GoneHomeAsync();
        Assert.That((await Forecasts().UntilAsync(_hospital.Time.Now + Duration.FromMinutes(1), Reach.Everything, CancellationToken.None)).Ahead, Is.Empty);
    }

    private Forecasts Forecasts() => new(_hospital.Pool, _hospital.Histories, RuleBook.Standard, _hospital.Time);

    private async Task<IEnumerable<string>> HappenedAsync(Guid[] ids, Instant from)
    {
        var happened = new List<string>();
        foreach (var id in ids)
        {
            happened.AddRange((await _hospital.NoticesAsync(id)).Where(notice => notice.Moment > from).Select(notice => $"{id} {notice.Rule} {notice.Words} {notice.Level} {notice.Moment}"));
            happened.AddRange((await _hospital.HistoryAsync(id)).Entries.Select(entry => entry.Fact).OfType<ClockBreached>().Select(breach => $"{id} {breach.Rule} breached  {breach.OccurredAt}"));
        }

        return happened;
    }

    private static string Say(Foreseen foreseen) => $"{foreseen.CaseId} {foreseen.Rule} {foreseen.Words} {foreseen.Level} {foreseen.At}";
}
