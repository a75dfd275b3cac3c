using CsCheck;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using Discharge.Persistence.Cases;
using NodaTime;

namespace Discharge.Persistence.Tests.DischargeCases;

/// <summary>Whatever is done in a case, in whatever order it comes to be recorded, what is stored beside the stream is what the stream alone says.</summary>
public sealed class ViewsEqualTheFoldTests
{
    private static readonly Gen<Step> Steps = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 60], Gen.Int[0, 30], Gen.Int[2, 12], (what, hoursAgo, hoursLater, entry) => new Step(what, hoursAgo, hoursLater, entry));

    private Hospital _hospital = null!;

    [OneTimeSetUp]
    public async Task A_hospital() => _hospital = await Hospital.OpenAsync();

    [OneTimeTearDown]
    public async Task Is_closed() => await _hospital.DisposeAsync();

    [Test]
    public Task After_any_commands() => Steps.Array[1, 12].SampleAsync(
        async steps =>
        {
            var id = await AdmitAsync();
            foreach (var step in steps)
            {
                _hospital.Time.Pass(Duration.FromHours(step.HoursLater));
                if (await DoAsync(id, step) is Outcome.Answered)
                {
                    await RowsAreTheFoldAsync(id, (await _hospital.HistoryAsync(id)).Entries[^1].RecordedAt);
                }
            }

            await _hospital.LookAsync();
            await _hospital.ShowAnewAsync();
            var now = await Rows.FoldedAsync(_hospital, id, _hospital.Time.Now);
            Assert.Multiple(async () =>
            {
                Assert.That(await Rows.ClocksAsync(_hospital, id), Is.EqualTo(Rows.ClocksOf(now)));
                Assert.That(Breaches.MissingFrom(now.History, [.. now.Clocks], now.At), Is.Empty);
                Assert.That(await Rows.GivenAsync(_hospital, id), Is.SupersetOf(Rows.ToGive(now)));
                Assert.That((await _hospital.NoticesAsync(id)).Where(notice => notice.GivenAt < notice.Moment), Is.Empty);
            });
            await RowsAreTheFoldAsync(id, now.At);
        },
        iter: 60,
        threads: 1,
        print: steps => string.Join("; ", (IEnumerable<Step>)steps));

    [Test]
    public async Task After_every_row_was_written_anew_from_its_stream()
    {
        var cases = new List<Guid>();
        foreach (var hours in Enumerable.Range(0, 8))
        {
            cases.Add(await AdmitAsync());
            await DoAsync(cases[^1], new Step(5, hours * 4, 0, 0));
            await DoAsync(cases[^1], new Step(hours, 1, 0, 0));
        }

        await _hospital.LookAsync();
        await _hospital.ShowAnewAsync();
        var before = await Rows.AllAsync(_hospital);
        foreach (var id in cases)
        {
            await Rows.RebuildAsync(_hospital, id, _hospital.Time.Now);
        }

        Assert.That(await Rows.AllAsync(_hospital), Is.EqualTo(before));
    }

    private async Task<Guid> AdmitAsync()
    {
        var id = await _hospital.AdmitAsync();
        _hospital.Time.Pass(Duration.FromHours(61));
        return id;
    }

    // A row is written when something is recorded, and says the same until the moment at which it says it will change.
    private async Task RowsAreTheFoldAsync(Guid id, Instant at)
    {
        if (await _hospital.AskAsync($"select exists (select from discharge.discharge_cases where case_id = '{id}' and changes_at <= '{at}')::text") == "true")
        {
            // That moment has come, so whoever reads the row is shown what the stream says instead.
            return;
        }

        var stored = await Rows.OfAsync(_hospital, id);
        await Rows.RebuildAsync(_hospital, id, at);
        Assert.That(stored, Is.EqualTo(await Rows.OfAsync(_hospital, id)));
    }

    private Task<Outcome> DoAsync(Guid id, Step step)
    {
        var at = _hospital.Time.Now - Duration.FromHours(step.HoursAgo);
        return step.What switch
        {
            0 => _hospital.DoAsync(id, new ReviewCriteriaToReside(at, [], MedicallyStable: true, StaffRole.Doctor)),
            1 => _hospital.DoAsync(id, new ReviewCriteriaToReside(at, [CriterionToReside.IntravenousFluids], MedicallyStable: false, StaffRole.Nurse)),
            2 => _hospital.DoAsync(id, new AssessFunction(at, StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement])),
            3 => _hospital.DoAsync(id, new DecidePathway(at, Pathway.Pathway1, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator)),
            4 => _hospital.DoAsync(id, new BookHomeVisit(at, at + Duration.FromHours(20), StaffRole.Nurse)),
            5 or 6 => _hospital.DoAsync(id, new LeaveHospital(at, Destination.OwnHome)),
            7 => _hospital.DoAsync(id, new CheckWelfare(at, StaffRole.Volunteer, WelfareOutcome.SafeAndWell)),
            8 => _hospital.DoAsync(id, new SeeAtHome(at, StaffRole.Physiotherapist)),
            9 => _hospital.DoAsync(id, new ReportFailedVisit(at, StaffRole.Nurse, FailedVisitReason.NoAnswer)),
            10 or 11 => _hospital.WithdrawAsync(id, step.Entry),
            _ => LookAsync(),
        };
    }

    private async Task<Outcome> LookAsync()
    {
        await _hospital.LookAsync();
        return new Outcome.NotFound();
    }

    private sealed record Step(int What, int HoursAgo, int HoursLater, int Entry);
}
