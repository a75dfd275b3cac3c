using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.RehabilitationBeds;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.RehabilitationBeds;

/// <summary>
/// One stay in March 2026: referred from hospital on Monday the 2nd, admitted that afternoon, out on a home access visit on the 10th with a hoist that fails, back to the bed, out again on the 12th, confident, home on the 16th.
/// </summary>
internal static class RehabilitationStory
{
    public const long Visit = 4;
    public static readonly Guid Id = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000041");
    public static readonly Guid Bed = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000042");
    public static readonly Guid OtherBed = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000043");
    public static readonly Guid CareHomeBed = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000044");
    public static readonly OdsCode Ward = OdsCode.Parse("RHB01");
    public static readonly OdsCode Elmfield = OdsCode.Parse("ELM01");
    public static readonly OdsCode Referrer = OdsCode.Parse("QMJ01");
    public static readonly Subject Olu = Subject.Parse("w-118");
    public static readonly NoteRef Words = new(Guid.Parse("0a6f1c1e-0000-4000-8000-000000000045"), "9f86d0");
    public static readonly VisitingStaff OluWent = new(Olu, RehabilitationRole.OccupationalTherapist);
    private static readonly PersonRef Ada = new(Guid.Parse("0a6f1c1e-0000-4000-8000-000000000046"));

    public static RehabilitationReferred Referred => new(March(2, "09:00"), Ada, "ab12", RehabilitationRoute.StepDown, Referrer, Ward);

    public static RehabilitationAccepted Accepted => new(March(2, "10:00"));

    public static RehabilitationDeclined Declined => new(March(2, "10:00"), RehabilitationDeclineReason.NoBed);

    public static RehabilitationBedReserved Reserved => new(March(2, "10:30"), Bed, Ward, March(4, "18:00"));

    public static AdmittedToRehabilitationBed Admitted => new(March(2, "15:00"), Bed, Ward);

    public static HomeAccessVisitStarted Out => new(March(10, "10:00"), [OluWent], Bed: Bed);

    public static EquipmentTested HoistFailed => new(March(10, "11:00"), Visit, EquipmentKind.Hoist, TestResult.Failed);

    public static VisitRiskDecided FallsManaged => new(
        March(10, "11:30"), Visit, [Hazard.Falls], [new(WayToManageRisk.CarerShadows), new(WayToManageRisk.CareVisits)], WayToManageRisk.CarerShadows, Olu, RehabilitationRole.OccupationalTherapist);

    public static HomeAccessVisitConcluded BackInBed => new(March(10, "13:00"), Visit, VisitOutcome.ReturnToBed, Bed: Bed);

    public static HomeAccessVisitConcluded Confident => BackInBed with { Outcome = VisitOutcome.ConfidentToDischarge };

    public static RiskJudgement Judgement => new(Olu, RehabilitationRole.OccupationalTherapist, ConfidenceGround.EquipmentWorks);

    public static RisksJudgedManageable Judged => new(March(10, "13:00"), Olu, RehabilitationRole.OccupationalTherapist, ConfidenceGround.EquipmentWorks, Visit, Follows: true);

    public static DischargeHomeDecided HomeDecided => new(March(11, "09:00"), Olu, RehabilitationRole.OccupationalTherapist, Judgement: 6);

    public static RehabilitationBedLeft WentHome => new(March(16, "11:00"), LeavingFor.Home, Bed);

    public static CareHomePlaceAgreed PlaceAgreed => new(
        March(9, "10:00"), PlaceKind.Nursing, Elmfield, March(6, "10:00"), Words, Words, RehabilitationRole.SocialWorker, CareHomeBed, KeptUntil: March(30, "12:00"));

    public static MovedIntoCareHome Moved => new(
        March(20, "17:00"), new(PlaceKind.Nursing, Elmfield, CareHomeBed), DirectMoveReason.RisksUnmanageable, [Hazard.Falls], RehabilitationRole.OccupationalTherapist, Agreement: 4);

    public static EntryWithdrawn ReferralWithdrawn => new(March(3, "09:00"), 1, WithdrawalReason.WrongPerson);

    public static RehabilitationCase AsRehabilitation(this History history) => new(Id, history.Facts<RehabilitationEvent>());

    public static RehabilitationCase CaseOf(params Recorded[] recorded) => HistoryOf(recorded).AsRehabilitation();

    public static IReadOnlyList<Clock> ClocksOf(params Recorded[] recorded) =>
        HistoryOf(recorded) is var history ? RehabilitationTimelines.ClocksOf(history.AsRehabilitation(), ClockTerms.Of(RuleBook.Standard, history)) : [];

    public static Clock ClockOf(string rule, params Recorded[] recorded) => ClocksOf(recorded).Single(clock => clock.Rule.Id == rule);

    public static IEnumerable<string> StepsOf(params Recorded[] recorded) => StepsAt(CaseOf(recorded).Facts.Entries[^1].Fact.OccurredAt, recorded);

    public static IEnumerable<string> StepsAt(Instant at, params Recorded[] recorded) => RehabilitationSteps.Of(CaseOf(recorded), ClocksOf(recorded), at).Select(step => step.What);
}

/// <summary>The decisions about a rehabilitation-bed case.</summary>
public abstract class RehabilitationDecisions : Decisions<RehabilitationCase, RehabilitationEvent>
{
    protected override RehabilitationCase StateOf(History history) => history.AsRehabilitation();
}
