using Discharge.Api.OpenApi;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Persistence.Reablement;
using NodaTime;

namespace Discharge.Api.Reablement;

/// <summary>What the contract's examples of boards, reports and measures show.</summary>
internal sealed class ExampleReablementReports : IExample<TeamBoardView>, IExample<ReablementReportView>, IExample<ReablementMeasuresView>
{
    private static readonly Guid Case = new("0198c6a2-7a22-7e31-9b63-1d5528f1c4bb");

    private static readonly OdsCode Team = OdsCode.Parse("RBT01");

    private static readonly TeamBoardRow Referred = new(
        Case, new PersonRef(new("5b0f6c1e-8a43-4f0e-9d27-64c1f2a7be10")), ReablementReferralRequest.Example.Person.Details, ReablementPhase.Referred, null, ExampleMoment.At(2026, 3, 2, 9, 30), ExampleMoment.At(2026, 3, 4, 9, 30), 21.5m, null, null, null, ToEndOrGoOn: false);

    /// <inheritdoc/>
    static TeamBoardView IExample<TeamBoardView>.Example => new(Team, Open: 1, new(Unanswered: 1, [], [new("0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5")]), [Referred], [], [], [], []);

    /// <inheritdoc/>
    static ReablementReportView IExample<ReablementReportView>.Example => new(
        Team, new(2026, 3, 1), new(2026, 3, 31), Cases: 42,
        [new ResponseMonth(new LocalDate(2026, 3, 1), Referrals: 30, Responded: 29, InTime: 28, MedianHours: 5.5m, Urgent: 4, UrgentSameDay: 4, Started: 38, MedianDaysToStart: 0.9m, ContactsPerWeek: 4.5m)],
        Visits: 610, ByNamedWorker: 402, NamedWorkerShare: 65.90m, StaffPerPerson: 3.4m, MinutesSaved: 12_400);

    /// <inheritdoc/>
    static ReablementMeasuresView IExample<ReablementMeasuresView>.Example
    {
        get
        {
            var period = new MeasuredPeriod(new(2022, 4, 1), new(2023, 3, 31), new(2023, 7, 20));
            var measured = new Measured(MeasureBook.For(period.From).First(), period, [new(Case, new(Counting.InBoth, CountingReason.NoLongTermCare))]);
            return new(Team, period.From, period.To, [ReablementMeasureView.Of(measured)]);
        }
    }
}
