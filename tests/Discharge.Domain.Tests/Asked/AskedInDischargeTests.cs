using Discharge.Domain.Asked;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Tests.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.Asked;

/// <summary>The opening is entry 1 of each case, so what asks first is entry 2.</summary>
public sealed class AskedInDischargeTests
{
    private static readonly OdsCode Carers = OdsCode.Parse("CRS01");
    private static readonly Guid Id = AnyPerson.Ids[0];
    private static readonly Instant Later = April(20, "09:00");

    private static readonly ReferralSent Sent = new(March(3, "09:00"), Id, ReferredService.Handyperson, Westbrook, StaffRole.Nurse, March(5, "09:00"));
    private static readonly TaskSet Keys = new(March(3, "09:00"), Id, TaskKind.ArrangeKeys, Westbrook, StaffRole.Nurse);
    private static readonly HomeReferralSent HomeAsked = new(March(3, "09:00"), Rosewood, InterimBedKind.Nursing, StaffRole.DischargeCoordinator);
    private static readonly PlaceReserved Reserved = new(March(3, "09:00"), BedOne, PlaceKind.Nursing, Rosewood, March(10, "12:00"));
    private static readonly ContingencyPlaceAgreed Kept = PlaceAgreed with { Bed = BedOne, KeptUntil = March(10, "12:00") };
    private static readonly FirstCareCallPlanned Call = new(March(4, "09:00"), March(4, "18:00"), Carers);
    private static readonly PackageOfCareStarted Package = new(March(5, "08:00"), Carers, PackageStart.New, 3, DoubleHanded: false);
    private static readonly AdvocateInstructed Advocate = AdvocateThere with { Organisation = Carers };
    private static readonly InterimBedOccupied InBedOne = ArrivedAt(March(4, "15:00"), InNursingBed with { Bed = BedOne });
    private static readonly PersonDied Died = new(March(15, "04:00"), PlaceOfDeath.Hospital);

    private static IEnumerable<TestCaseData> Referred =>
    [
        Asks("Sent", "2 WBK03 Referral/Handyperson/Open", Sent),
        Asks("Received", "2 WBK03 Referral/Handyperson/Received", Sent, Step(ReferralStep.Received)),
        Asks("Triaged", "2 WBK03 Referral/Handyperson/Triaged", Sent, Step(ReferralStep.Triaged)),
        Asks("Accepted", "2 WBK03 Referral/Handyperson/Accepted", Sent, Step(ReferralStep.Accepted)),
        Asks("Allocated", "2 WBK03 Referral/Handyperson/Allocated", Sent, Step(ReferralStep.Allocated)),
        Asks("Declined", "2 WBK03 Referral/Handyperson/Declined 03-03T14:00Z", Sent, Step(ReferralStep.Declined)),
        Asks("Done", "2 WBK03 Referral/Handyperson/Done 03-03T14:00Z", Sent, Step(ReferralStep.Done)),
        Asks("Taken back", "2 WBK03 Referral/Handyperson/NoLongerNeeded 03-03T14:00Z", Sent, Step(ReferralStep.NoLongerNeeded)),
        Asks("A task that is set", "2 WBK03 Task/ArrangeKeys/Open", Keys),
        Asks("A task that is done", "2 WBK03 Task/ArrangeKeys/Done 03-03T14:00Z", Keys, new TaskEnded(March(3, "14:00"), Id, TaskEnd.Done, StaffRole.Nurse)),
        Asks("A task that is not needed", "2 WBK03 Task/ArrangeKeys/NoLongerNeeded 03-03T14:00Z", Keys, new TaskEnded(March(3, "14:00"), Id, TaskEnd.NoLongerNeeded, StaffRole.Nurse)),
    ];

    private static IEnumerable<TestCaseData> ReferredToHomes =>
    [
        Asks("Sent", "2 VM4K2 CareHomeReferral/Nursing/Open", HomeAsked),
        Asks("Assessed", "2 VM4K2 CareHomeReferral/Nursing/Assessed", HomeAsked, new AssessedForHome(March(3, "11:00"), 2, HomeAssessor.Home, NeedsCanBeMet: true)),
        Asks("Accepted", "2 VM4K2 CareHomeReferral/Nursing/Accepted", HomeAsked, new AcceptedByHome(March(3, "13:00"), 2, March(5, "14:00"), AdmitsAtWeekends: false)),
        Asks("Declined", "2 VM4K2 CareHomeReferral/Nursing/Declined 03-03T13:00Z", HomeAsked, new DeclinedByHome(March(3, "13:00"), 2)),
        Asks("Taken back", "2 VM4K2 CareHomeReferral/Nursing/NoLongerNeeded 03-03T13:00Z", HomeAsked, new HomeReferralTakenBack(March(3, "13:00"), 2, HomeReferralEnd.NoLongerNeeded, StaffRole.Nurse)),
        Asks("Moved in", ["2 VM4K2 CareHomeReferral/Nursing/Done 03-04T15:00Z", "3 VM4K2 PlaceOccupied/Nursing/Occupied"], HomeAsked, Arrived),
        Asks("Moved into another home", ["2 VM4K2 CareHomeReferral/Nursing/Open", "3 VN7R1 PlaceOccupied/Residential/Occupied"], HomeAsked, ArrivedAt(March(4, "15:00"), InResidentialHome)),
    ];

    private static IEnumerable<TestCaseData> InPlaces =>
    [
        Asks("Reserved, until its moment", "2 VM4K2 PlaceReserved/Nursing/Lapsed 03-10T12:00Z", Reserved),
        Asks("Not needed any more", "2 VM4K2 PlaceReserved/Nursing/NoLongerNeeded 03-04T09:00Z", Reserved, new PlaceReservationEnded(March(4, "09:00"), BedOne, ReservationEnd.NoLongerNeeded)),
        Asks("Taken back by the home", "2 VM4K2 PlaceReserved/Nursing/Ended 03-04T09:00Z", Reserved, new PlaceReservationEnded(March(4, "09:00"), BedOne, ReservationEnd.TakenBack)),
        Asks("Given up after it had lapsed", "2 VM4K2 PlaceReserved/Nursing/Lapsed 03-10T12:00Z", Reserved, new PlaceReservationEnded(March(12, "09:00"), BedOne, ReservationEnd.NoLongerNeeded)),
        Asks("Another place says nothing of it", "2 VM4K2 PlaceReserved/Nursing/Lapsed 03-10T12:00Z", Reserved, new PlaceReservationEnded(March(4, "09:00"), BedTwo, ReservationEnd.NoLongerNeeded)),
        Asks("Reserved for longer", ["2 VM4K2 PlaceReserved/Nursing/Ended 03-05T09:00Z", "3 VM4K2 PlaceReserved/Nursing/Kept"], Reserved, Reserved with { OccurredAt = March(5, "09:00"), Until = Later + Duration.FromDays(1) }),
        Asks("Come into", ["2 VM4K2 PlaceReserved/Nursing/Done 03-04T15:00Z", "3 VM4K2 PlaceOccupied/Nursing/Occupied"], Reserved, InBedOne),
        Asks("Held through a stay in hospital", "2 VM4K2 PlaceOccupied/Nursing/Held", InBedOne, new Readmitted(March(8, "09:00"), ReturnReason.Fall), new InterimBedHeld(March(8, "09:00"), StaffRole.Nurse, BedOne)),
        Asks("Left for home", "2 VM4K2 PlaceOccupied/Nursing/Ended 03-08T09:00Z", InBedOne, VacatedAt(March(8, "09:00")) with { Bed = BedOne }),
        Asks("Moved on, and the bed given up with it", ["2 VM4K2 PlaceOccupied/Nursing/Ended 03-08T09:00Z", "3 VN7R1 PlaceOccupied/Residential/Occupied"],
            InBedOne, ArrivedAt(March(8, "09:00"), InResidentialHome), new InterimBedVacated(March(8, "09:00"), LeavingInterimBedFor.AnotherInterimBed, BedOne, Follows: true)),
        Asks("An unregistered one that was left", "2 VM4K2 PlaceOccupied/Nursing/Ended 03-08T09:00Z", Arrived, VacatedAt(March(8, "09:00"))),
    ];

    private static IEnumerable<TestCaseData> InCase =>
    [
        Asks("Agreed, no place kept", "2 VM4K2 ContingencyPlace/Nursing/Kept", PlaceAgreed),
        Asks("Agreed and kept, until its moment", "2 VM4K2 ContingencyPlace/Nursing/Lapsed 03-10T12:00Z", Kept),
        Asks("Agreed anew elsewhere", ["2 VM4K2 ContingencyPlace/Nursing/Ended 03-04T13:00Z", "3 VN7R1 ContingencyPlace/Nursing/Kept"], PlaceAgreed, PlaceAgreed with { OccurredAt = March(4, "13:00"), Provider = Larchfield }),
        Asks("Moved into", ["2 VM4K2 ContingencyPlace/Nursing/Done 03-06T17:00Z", "3 VM4K2 PlaceOccupied/Nursing/Occupied"], PlaceAgreed, MovedIn(InNursingBed, agreement: 2)),
        Asks("Moved elsewhere", ["2 VM4K2 ContingencyPlace/Nursing/Ended 03-06T17:00Z", "3 VN7R1 PlaceOccupied/Residential/Occupied"], PlaceAgreed, MovedIn(InResidentialHome, agreement: null)),
    ];

    private static IEnumerable<TestCaseData> AtHome =>
    [
        Asks("Planned", "2 CRS01 FirstCareCall/Open", Call),
        Asks("Made", "2 CRS01 FirstCareCall/Done 03-04T18:10Z", Call, Left, new FirstCareCallMade(March(4, "18:10"), Carers)),
        Asks("Missed", "2 CRS01 FirstCareCall/Ended 03-04T19:00Z", Call, Left, new FirstCareCallMissed(March(4, "19:00"), MissedCallReason.NoAnswer)),
        Asks("Planned anew", ["2 CRS01 FirstCareCall/Ended 03-04T10:00Z", "3 WBK03 FirstCareCall/Open"], Call, Call with { OccurredAt = March(4, "10:00"), Provider = Westbrook }),
        Asks("Care came with its package", ["2 CRS01 FirstCareCall/Done 03-05T08:00Z", "3 CRS01 PackageOfCare/Started"], Call, Package),
        Asks("Given by another", ["2 CRS01 PackageOfCare/Ended 03-09T08:00Z", "3 WBK03 PackageOfCare/Started"], Package, Package with { OccurredAt = March(9, "08:00"), Provider = Westbrook }),
        Asks("Handed back", "2 CRS01 PackageOfCare/Ended 03-09T08:00Z", Package, new FirstCareCallMissed(March(9, "08:00"), MissedCallReason.PackageHandedBack)),
        Asks("A visit missed is not the end of it", "2 CRS01 PackageOfCare/Started", Package, new FirstCareCallMissed(March(9, "08:00"), MissedCallReason.NoAnswer)),
        Asks("Gone to live in a care home", "2 CRS01 PackageOfCare/Ended 03-09T08:00Z", Package, new OutcomeRecorded(March(9, "08:00"), CaseOutcome.LongTermCareHome)),
        Asks("An advocate", "2 CRS01 Advocacy/IndependentMentalCapacityAdvocate/Open", Advocate),
        Asks("An advocate under the Mental Health Act", "2 CRS01 Advocacy/Open", Advocate with { Kind = AdvocateKind.IndependentMentalHealthAdvocate }),
        Asks("An advocate of whom nobody knows the organisation", [], AdvocateThere),
    ];

    private static IEnumerable<TestCaseData> Over =>
    [
        Asks("A death", "2 WBK03 Referral/Handyperson/Ended 03-15T04:00Z", Sent, Died),
        Asks("The closing", "2 WBK03 Referral/Handyperson/Ended 03-06T12:00Z", Sent, Left, Closed),
        Asks("A return to hospital", "2 WBK03 Referral/Handyperson/Ended 03-08T09:00Z", Sent, Left, new Readmitted(March(8, "09:00"), ReturnReason.Fall)),
        Asks("Whatever comes first", "2 WBK03 Referral/Handyperson/Ended 03-08T09:00Z", Sent, Left, new Readmitted(March(8, "09:00"), ReturnReason.Fall), Died),
        Asks("What ended before stays as it was", "2 WBK03 Referral/Handyperson/Done 03-03T14:00Z", Sent, Step(ReferralStep.Done), Died),
        Asks("Nobody is looked after any more", "2 VM4K2 PlaceOccupied/Nursing/Ended 03-15T04:00Z", InBedOne, Died),
        Asks("Nothing ends before it was asked", "3 WBK03 Referral/Handyperson/Ended 03-16T09:00Z", Died, Sent with { OccurredAt = March(16, "09:00") }),
    ];

    [TestCaseSource(nameof(Referred))]
    [TestCaseSource(nameof(ReferredToHomes))]
    [TestCaseSource(nameof(InPlaces))]
    [TestCaseSource(nameof(InCase))]
    [TestCaseSource(nameof(AtHome))]
    [TestCaseSource(nameof(Over))]
    public void What_a_discharge_case_asks_of_organisations(Fact[] facts, string[] asked) => Assert.That(AskedInDischarge.Of(CaseAfterOpening(facts)).At(Later), Is.EqualTo(asked));

    [Test]
    public void A_place_is_kept_until_its_moment_and_no_longer() => Assert.Multiple(() =>
    {
        Assert.That(AskedInDischarge.Of(CaseAfterOpening([Reserved])).At(March(10, "11:59")), Is.EqualTo(["2 VM4K2 PlaceReserved/Nursing/Kept"]));
        Assert.That(AskedInDischarge.Of(CaseAfterOpening([Reserved])).At(March(10, "12:00")), Is.EqualTo(["2 VM4K2 PlaceReserved/Nursing/Lapsed 03-10T12:00Z"]));
    });

    [Test]
    public void What_is_asked_says_when_by_whom_and_by_when() =>
        Assert.That(AskedInDischarge.Of(CaseOf(Opened, Sent)), Is.EqualTo(
            [new Asking(2, Westbrook, AskedFor.Referral, ReferredService.Handyperson, March(3, "09:00"), CaseOf(Opened, Sent).Facts.Entries[1].RecordedBy.Organisation, Due: March(5, "09:00"))]));

    [Test]
    public void An_entry_that_was_withdrawn_asks_nothing() => Assert.Multiple(() =>
    {
        Assert.That(AskedInDischarge.Of(CaseOf(Opened, Sent, Withdrawn(2, March(3, "10:00")))), Is.Empty);
        Assert.That(AskedInDischarge.Of(CaseOf(Opened, Sent, Step(ReferralStep.Done), Withdrawn(3, March(3, "15:00")))).At(Later), Is.EqualTo(["2 WBK03 Referral/Handyperson/Open"]));
    });

    [Test]
    public void A_case_opened_in_error_asks_nothing() => Assert.That(AskedInDischarge.Of(CaseOf(Opened, Sent, Withdrawn(1, March(3, "10:00")))), Is.Empty);

    [Test]
    public void A_case_that_asks_nobody_says_so() => Assert.That(AskedInDischarge.Of(CaseOf(Opened, Ready, Left)), Is.Empty);

    private static ReferralStepTaken Step(ReferralStep step) => new(March(3, "14:00"), Id, step);

    private static InterimBedOccupied MovedIn(InterimPlace place, long? agreement) =>
        new(March(6, "17:00"), place, new DirectMove(DirectMoveReason.RisksUnmanageable, [Hazard.Falls], StaffRole.SocialWorker, agreement));

    private static TestCaseData Asks(string description, string asked, params Fact[] facts) => Asks(description, [asked], facts);

    private static TestCaseData Asks(string description, string[] asked, params Fact[] facts) => new TestCaseData(facts, asked).SetArgDisplayNames(description);
}
