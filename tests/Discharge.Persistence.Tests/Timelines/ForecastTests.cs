using Discharge.Domain.DischargeCases;
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
