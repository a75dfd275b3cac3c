using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What a leaving went without is warned of by all that is known now, until somebody has made it good; what was judged at the time stays with the entry.</summary>
public sealed class MadeGoodTests
{
    private static readonly DischargedFromHospital LeftUnprepared = Left with { Departures = [LeaveHospital.NotAssessed.Code, LeaveHospital.WithoutPathway.Code] };

    private static readonly CommunityAssessmentMade AssessedAtHome = new(March(5, "11:00"), StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement]);

    private static readonly ArrivedAtDestination Arrived = new(March(4, "15:00"), ReceiverRole.FamilyOrFriend);

    private static IEnumerable<TestCaseData> WhatMakesGood =>
    [
        new TestCaseData(LeaveHospital.NotAssessed, new DischargeCaseEvent[] { Opened, Ready, OnPathway1, DecidedToDischarge, Left }, AssessedAtHome).SetArgDisplayNames("An assessment in the community"),
        new TestCaseData(LeaveHospital.NotAssessed, new DischargeCaseEvent[] { Opened, Ready, OnPathway1, DecidedToDischarge, Left }, Assessed).SetArgDisplayNames("An assessment recorded late"),
        new TestCaseData(LeaveHospital.WithoutPathway, new DischargeCaseEvent[] { Opened, Ready, Assessed, Left }, OnPathway1 with { OccurredAt = March(5, "10:00") }).SetArgDisplayNames("A pathway decided since"),
        new TestCaseData(LeaveHospital.WithoutDecision, new DischargeCaseEvent[] { Opened, Ready, Assessed, OnPathway1, Left }, Seen).SetArgDisplayNames("Being seen, after nobody decided"),
        new TestCaseData(LeaveHospital.MeetingCriteria, new DischargeCaseEvent[] { Opened, Assessed, OnPathway1, Left }, Seen).SetArgDisplayNames("Being seen, after meeting criteria"),
        new TestCaseData(LeaveHospital.NotStable, new DischargeCaseEvent[] { Opened, Assessed, OnPathway1, Left }, Seen).SetArgDisplayNames("Being seen, after not being stable"),
        new TestCaseData(LeaveHospital.NowhereKnown, new DischargeCaseEvent[] { Opened, Ready, Assessed, OnPathway1, Left with { To = Destination.NotKnown } }, Seen).SetArgDisplayNames("Being found"),
        new TestCaseData(LeftWithout.WithoutHomeVisit, new DischargeCaseEvent[] { Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Left }, Seen).SetArgDisplayNames("Being seen with no visit booked"),
        new TestCaseData(LeftWithout.WithoutHomeVisit, new DischargeCaseEvent[] { Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Left }, VisitBooked).SetArgDisplayNames("A visit booked in time after all"),
        .. new[] { (LeftWithout.WithoutTransport, TransferItem.Transport), (LeftWithout.WithoutKeyAccess, TransferItem.KeyAccess), (LeftWithout.WithNobodyReceiving, TransferItem.Receiver) }.Select(open =>
            new TestCaseData(open.Item1, new DischargeCaseEvent[] { Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Needs(open.Item2), Left }, Arrived).SetArgDisplayNames($"Arriving, with {open.Item2} open")),
        .. new[] { (LeftWithout.WithoutMedicines, TransferItem.Medicines), (LeftWithout.WithoutEquipment, TransferItem.Equipment), (LeftWithout.WithoutSummary, TransferItem.DischargeSummary) }.Select(open =>
            new TestCaseData(open.Item1, new DischargeCaseEvent[] { Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Needs(open.Item2), Left }, InPlace(open.Item2)).SetArgDisplayNames($"{open.Item2} in place")),
    ];

    [TestCaseSource(nameof(WhatMakesGood))]
    public void A_warning_stands_until_what_makes_it_good(Departure departure, DischargeCaseEvent[] facts, DischargeCaseEvent makesGood)
    {
        Assert.That(Warnings(facts), Does.Contain(departure));
        Assert.That(Warnings([.. facts, makesGood]), Does.Not.Contain(departure));
    }

    [Test]
    public void What_was_judged_when_it_was_recorded_and_is_not_so_by_what_is_known_now_is_not_warned_of() =>
        Assert.That(Warnings([Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked, LeftUnprepared]), Is.Empty);

    [Test]
    public void What_was_not_judged_then_and_is_so_by_what_is_known_now_is_warned_of() =>
        Assert.That(Warnings([Opened, Ready, Left]), Is.SupersetOf(new[] { LeaveHospital.NotAssessed, LeaveHospital.WithoutPathway, LeaveHospital.WithoutDecision }));

    [Test]
    public void What_else_the_entry_departs_from_stays() =>
        Assert.That(
            Warnings([Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked, Left with { Departures = [DischargeCase.AfterClosing.Code] }]), Is.EqualTo(new[] { DischargeCase.AfterClosing }));

    private static TransferItemReported Needs(TransferItem item) => new(March(4, "12:30"), item, TransferItemState.Needed);

    private static TransferItemReported InPlace(TransferItem item) => new(March(4, "16:00"), item, TransferItemState.InPlace);

    private static Departure[] Warnings(IEnumerable<DischargeCaseEvent> facts) => [.. DischargeCaseDepartures.StandingIn(HistoryOfAll(facts).AsDischargeCase())];
}
