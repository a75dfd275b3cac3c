using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Tests.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>
/// Any discharge case: facts of every kind over six days, mostly around a change of the clocks, in the order in which they come to be recorded. No two
/// happened at one moment, since for those the order of recording decides; there is at most one of what can only be once.
/// </summary>
internal static class AnyCase
{
    private static readonly PersonRef Another = new(Guid.Parse("0a6f1c1e-0000-4000-8000-000000000009"));

    private static readonly Gen<StaffRole> Roles = Gen.Enum<StaffRole>();

    // Around every change of the clocks from 2015 to 2035, to the minute.
    private static readonly Gen<Instant> Beginnings = Gen.Select(Gen.OneOf(ClockChanges.All), Gen.Int[-4 * 1_440, 2 * 1_440], (change, minutes) => change + Duration.FromMinutes(minutes));

    /// <summary>The facts of one case, its opening first.</summary>
    public static readonly Gen<Fact[]> Facts =
        from beginning in Beginnings
        from facts in FactAfter(beginning).Array[0, 14]
        select (Fact[])[Opened with { OccurredAt = beginning }, .. OnceWhereOnce(facts.Select(Apart))];

    /// <summary>The facts of one case in two orders of recording, the opening first in both.</summary>
    public static readonly Gen<(Fact[] One, Fact[] Other)> TwoOrders =
        from facts in Facts
        from other in Gen.Shuffle(facts[1..])
        select (facts, (Fact[])[facts[0], .. other]);

    /// <summary>A command of any kind, at a moment of which there are few, so that they meet.</summary>
    public static readonly Gen<DischargeCaseCommand> Commands =
        from hours in Gen.Int[0, 40]
        let at = March(3, "09:00") + Duration.FromHours(hours)
        from role in Roles
        from command in Gen.OneOf<DischargeCaseCommand>(
        [
            Gen.Bool.Select(ready => new ReviewCriteriaToReside(at, ready ? [] : [CriterionToReside.NewsAboveThree], ready, role)),
            Gen.Const(new AssessFunction(at, role, [FunctionalNeed.Equipment, FunctionalNeed.Reablement])),
            Gen.Enum<Pathway>().Select(pathway => new DecidePathway(at, pathway, PathwayReason.Changed, role)),
            Gen.Bool.Select(senior => new DecideDischarge(at, role, senior ? new Override(SeniorRole.HubLead, OverrideReason.MajorIncident) : null)),
            Gen.Int[0, 40].Select(ahead => new BookHomeVisit(at, at + Duration.FromHours(ahead), role)),
            Gen.Enum<Destination>().Select(to => new LeaveHospital(at, to)),
            Gen.Enum<WelfareOutcome>().Select(outcome => new CheckWelfare(at, role, outcome)),
            Gen.Const(new SeeAtHome(at, role, Note)),
            Gen.Enum<FailedVisitReason>().Select(reason => new ReportFailedVisit(at, role, reason)),
            Gen.Select(Gen.Enum<CaseOutcome>(), Gen.Bool, (outcome, senior) => new CloseCase(at, outcome, Override: senior ? new Override(SeniorRole.HubLead, OverrideReason.SeenSince) : null)),
            Gen.Enum<LinkGround>().Select(ground => new LinkPerson(at, Another, ground)),
            Gen.Const(new UnlinkPerson(at, Another)),
            Gen.Select(Gen.Enum<TransferItem>(), Gen.Enum<TransferItemState>(), (item, state) => new ReportTransferItem(at, item, state)),
            Gen.Int[0, 40].Select(ahead => new PlanFirstCareCall(at, at + Duration.FromHours(ahead), Northgate)),
            Gen.Const(new MakeFirstCareCall(at, Northgate)),
            Gen.Enum<MissedCallReason>().Select(reason => new ReportMissedCareCall(at, reason)),
            Gen.Enum<ReceiverRole>().Select(receiver => new ArriveAtDestination(at, receiver)),
            Gen.Enum<ReturnReason>().Select(reason => new ReportFailedDischarge(at, reason)),
            Gen.Enum<ReturnReason>().Select(reason => new Readmit(at, reason)),
            Gen.Enum<PlaceOfDeath>().Select(place => new RecordDeath(at, place)),
            Gen.Const(new AssessInCommunity(at, role, [FunctionalNeed.PersonalCare])),
            Gen.Enum<PackageStart>().Select(start => new StartPackageOfCare(at, Northgate, start, 4, DoubleHanded: true)),
            Gen.Enum<CaseOutcome>().Select(outcome => new RecordOutcome(at, outcome)),

            // Stay and delays.
            Gen.Enum<AdmissionMethod>().Select(method => new Admit(at, method)),
            Gen.Bool.Select(lounge => new MovePerson(at, Ward: "Elm", ToDischargeLounge: lounge)),
            Gen.Const(new OpenPlan(at, role)),
            Gen.Int[1, 9].Select(day => new ExpectDischarge(at, new LocalDate(2026, 3, day), role)),
            Gen.Enum<WardRoundAttendance>().Array[0, 3].Select(attended => new AttendWardRound(at, [.. attended])),
            Gen.Enum<Owner>().Select(owner => new StartDelay(at, DelayCodeset.Acute2022.Find("v")!, owner)),
            Gen.Long[1, 12].Select(delay => new EndDelay(at, delay)),
            Gen.Long[1, 12].Select(delay => new NamePrimaryDelay(at, new LocalDate(2026, 3, 4), delay)),
            .. AnyPerson.Commands(at, role),
            .. AnyInterimStay.Commands(at, role),
            .. AnyHomeReferral.Commands(at, role),
        ])
        select command;

    private static Gen<DischargeCaseEvent> FactAfter(Instant beginning) =>
        from minutes in Gen.Int[0, 6 * 1_440]
        let at = beginning + Duration.FromMinutes(minutes)
        from role in Roles
        from fact in Gen.OneOf<DischargeCaseEvent>(
        [
            Gen.Select(Gen.Bool, Gen.Bool, (ready, stable) => new CriteriaToResideReviewed(at, ready ? [] : [CriterionToReside.NewsAboveThree], stable, role)),
            Gen.Const(new FunctionalAssessmentMade(at, role, [FunctionalNeed.Equipment])),
            Gen.Enum<Pathway>().Select(pathway => new PathwayDecided(at, pathway, PathwayReason.Changed, role)),
            Gen.Const(new DischargeDecided(at, role)),
            Gen.Int[-10, 40].Select(ahead => new HomeVisitBooked(at, at + Duration.FromHours(ahead), role)),
            Leaving(at),
            Leaving(at),
            Gen.Enum<WelfareOutcome>().Select(outcome => new WelfareCheckCompleted(at, role, outcome)),
            Gen.Const(new HomeVisitMade(at, role)),
            Gen.Const(new HomeVisitMade(at, role)),
            Gen.Const(new HomeVisitFailed(at, role, FailedVisitReason.NoAnswer)),
            Gen.Const(new CaseClosed(at, CaseOutcome.Transferred)),
            AtHome(at, role),

            // Stay and delays.
            Gen.Const(new PersonAdmitted(at, AdmissionMethod.Emergency)),
            Gen.Bool.Select(lounge => new PersonMoved(at, Ward: "Elm", ToDischargeLounge: lounge)),
            Gen.Const(new DischargePlanOpened(at, role)),
            Gen.Int[1, 9].Select(day => new DischargeExpected(at, new LocalDate(2026, 3, day), role)),
            Gen.Const(new WardRoundAttended(at, [WardRoundAttendance.Housing])),
            Gen.Enum<Owner>().Select(owner => new DelayStarted(at, DelayCodeset.Acute2022.Find("v")!, owner)),
            .. AnyPerson.Facts(at, role),
            .. AnyInterimStay.Facts(at, role),
            .. AnyHomeReferral.Facts(at, role),
        ])
        select fact;

    private static Gen<DischargeCaseEvent> AtHome(Instant at, StaffRole role) => Gen.OneOf<DischargeCaseEvent>(
        Gen.Select(Gen.Enum<TransferItem>(), Gen.Enum<TransferItemState>(), (item, state) => new TransferItemReported(at, item, state)),
        Gen.Int[-10, 40].Select(ahead => new FirstCareCallPlanned(at, at + Duration.FromHours(ahead), Northgate)),
        Gen.Const(new FirstCareCallMade(at, Northgate)),
        Gen.Const(new FirstCareCallMissed(at, MissedCallReason.ProviderDidNotCome)),
        Gen.Const(new ArrivedAtDestination(at, ReceiverRole.FamilyOrFriend)),
        Gen.Const(new DischargeFailed(at, ReturnReason.Unwell)),
        Gen.Const(new Readmitted(at, ReturnReason.Fall)),
        Gen.Const(new PersonDied(at, PlaceOfDeath.AtHome)),
        Gen.Const(new CommunityAssessmentMade(at, role, [FunctionalNeed.PersonalCare])),
        Gen.Const(new PackageOfCareStarted(at, Northgate, PackageStart.New, 4, DoubleHanded: false)),
        Gen.Enum<CaseOutcome>().Select(outcome => new OutcomeRecorded(at, outcome)));

    private static Gen<DischargedFromHospital> Leaving(Instant at) =>
        Gen.Select(Gen.Enum<Destination>(), Gen.Bool, (to, self) => new DischargedFromHospital(at, to, self));

    private static DischargeCaseEvent Apart(DischargeCaseEvent fact, int index) => fact with { OccurredAt = fact.OccurredAt + Duration.FromSeconds(index + 1) };

    private static IEnumerable<Fact> OnceWhereOnce(IEnumerable<Fact> facts)
    {
        var had = new HashSet<Type>();
        return facts.Where(fact => fact is not (PersonAdmitted or DischargePlanOpened or DischargedFromHospital or CaseClosed
            or FirstCareCallMade or ArrivedAtDestination or DischargeFailed or Readmitted or PersonDied) || had.Add(fact.GetType()));
    }
}
