using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>A departure is warned of until it has been dealt with; what deals with it stands here beside it.</summary>
public sealed class DealtWithTests
{
    private static readonly ReferralSent Referred = new(March(3, "09:00"), Guid.Parse("0a6f1c1e-0000-4000-8000-00000000000a"), ReferredService.Reablement, Westbrook, StaffRole.Nurse);

    private static IEnumerable<TestCaseData> Rows =>
    [
        Row(DecidePathway.DiffersWithoutReason, OnPathway1, OnPathway1 with { OccurredAt = March(4, "11:20"), Difference = ReasonForDifference.ConditionChanged }),
        Row(TakeReferralStep.OutOfOrder, Out(ReferralStep.Accepted), Withdrawn(2, March(3, "12:00"))),
        Row(TakeReferralStep.DeclinedWithoutReason, Out(ReferralStep.Declined), Withdrawn(2, March(3, "12:00"))),
        Row(BookHomeVisit.TooLate, TooLate, TooLate with { OccurredAt = March(4, "15:00"), VisitAt = March(5, "10:00") }),
        Row(BookHomeVisit.TooLate, TooLate, Seen),
        Row(ReportFailedVisit.NotSeen, NobodyAnsweredAt(March(4, "18:00")), Seen),
        Row(ReportMissedCareCall.NoCareCame, NobodyCame, new FirstCareCallMade(March(4, "20:00"), Northgate)),
        Row(ReportMissedCareCall.NoCareCame, NobodyCame, new PackageOfCareStarted(March(4, "20:00"), Northgate, PackageStart.New, VisitsADay: 3, DoubleHanded: false)),
        Row(ChangeAuthority.Disputed, Disputed, Disputed with { OccurredAt = March(3, "10:00"), Authority = Open.Authority }),
        Row(RaiseObjection.Objected, Objected, new ObjectionSettled(March(3, "15:00"), Objection: 4, ObjectionSettlement.Withdrawn, StaffRole.SocialWorker)),
    ];

    // Opened is entry 1, the referral 2, the leaving 3, what departs 4.
    [TestCaseSource(nameof(Rows))]
    public void It_is_warned_of_until_then(Departure departure, DischargeCaseEvent departing, Fact dealing)
    {
        Fact[] facts = [Referred, Left, departing with { Departures = [departure.Code] }];
        Assert.That(DischargeCaseDepartures.StandingIn(CaseAfterOpening(facts)), Does.Contain(departure));
        Assert.That(DischargeCaseDepartures.StandingIn(CaseAfterOpening([.. facts, dealing])), Does.Not.Contain(departure));
    }

    [Test]
    public void A_later_entry_that_departs_as_well_stands_for_itself() =>
        Assert.That(
            DischargeCaseDepartures.StandingIn(CaseAfterOpening([Left, Late(TooLate), Late(TooLate with { OccurredAt = March(4, "15:00") })])).Count(departure => departure == BookHomeVisit.TooLate),
            Is.EqualTo(1));

    [Test]
    public void What_has_no_rule_is_warned_of_as_long_as_its_entry_stands() =>
        Assert.That(DischargeCaseDepartures.StandingIn(CaseAfterOpening([FoundWell with { Departures = [CheckWelfare.BeforeLeaving.Code] }, Seen])), Does.Contain(CheckWelfare.BeforeLeaving));

    [Test]
    public void A_readmission_that_the_case_before_lacks_is_asked_of_that_case_when_this_one_is_read() =>
        Assert.That(DischargeCaseDepartures.StandingIn(CaseOf(Opened with { Departures = [OpenCase.ReadmissionNotOnRecord.Code] })), Is.Empty);

    private static HomeVisitBooked TooLate => VisitBooked with { OccurredAt = March(4, "14:30"), VisitAt = March(7, "10:00") };

    private static FirstCareCallMissed NobodyCame => new(March(4, "18:00"), MissedCallReason.ProviderDidNotCome);

    private static AuthorityChanged Disputed => new(March(3, "09:30"), new ResponsibleAuthority(AuthorityStanding.Disputed), StaffRole.SocialWorker);

    private static ObjectionRaised Objected => new(March(3, "14:00"), Party.Carer, ObjectionTo.Destination, StaffRole.Nurse);

    private static ReferralStepTaken Out(ReferralStep step) => new(March(3, "10:00"), Referred.Referral, step);

    private static HomeVisitBooked Late(HomeVisitBooked booked) => booked with { Departures = [BookHomeVisit.TooLate.Code] };

    private static TestCaseData Row(Departure departure, DischargeCaseEvent departing, Fact dealing) =>
        new TestCaseData(departure, departing, dealing).SetArgDisplayNames($"{departure.Code} and {dealing.GetType().Name}");
}
