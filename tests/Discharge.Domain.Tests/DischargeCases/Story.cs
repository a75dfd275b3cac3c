using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>
/// One person's way from the ward to home in March 2026, as it usually goes: admitted on the 1st, ready and home on the 4th, seen on the 5th.
/// What tests change, they name.
/// </summary>
internal static class Story
{
    public static readonly OdsCode Northgate = OdsCode.Parse("NGT01");
    public static readonly OdsCode RiversideHub = OdsCode.Parse("RVH02");
    public static readonly OdsCode Westbrook = OdsCode.Parse("WBK03");
    public static readonly Instant Admitted = March(1, "21:30");
    public static readonly NoteRef Note = new(Guid.Parse("0a6f1c1e-0000-4000-8000-000000000001"), new string('a', 64));

    private static readonly Guid CaseId = Guid.Parse("0a6f1c1e-0000-4000-8000-000000000002");

    public static OpenCase Open => new(
        March(2, "09:00"),
        new PersonRef(Guid.Parse("0a6f1c1e-0000-4000-8000-000000000003")),
        new string('b', 64),
        NhsNumberMissing: null,
        Northgate,
        "Ash",
        "Bay 2, bed 4",
        Admitted,
        UsualResidence.OwnHome,
        RiversideHub,
        new ResponsibleAuthority(AuthorityStanding.Known, Westbrook));

    public static CaseOpened Opened => new(
        March(2, "09:00"), Open.Person, Open.PersonHash, null, Northgate, "Ash", "Bay 2, bed 4", Admitted, UsualResidence.OwnHome, RiversideHub, Open.Authority);

    public static CriteriaToResideReviewed Ready => ReadyAt(March(4, "09:00"));

    public static FunctionalAssessmentMade Assessed => new(March(4, "10:00"), StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement]);

    public static PathwayDecided OnPathway1 => OnPathway(Pathway.Pathway1);

    public static DischargeDecided DecidedToDischarge => new(March(4, "11:30"), StaffRole.Consultant);

    public static HomeVisitBooked VisitBooked => new(March(4, "12:00"), March(5, "10:00"), StaffRole.OccupationalTherapist);

    public static DischargedFromHospital Left => LeftAt(March(4, "14:00"));

    public static WelfareCheckCompleted FoundWell => FoundWellAt(March(4, "17:00"));

    public static HomeVisitMade Seen => SeenAt(March(5, "10:00"));

    public static CaseClosed Closed => new(March(6, "12:00"), CaseOutcome.HomeWithSupport);

    public static CriteriaToResideReviewed ReadyAt(Instant at) => new(at, [], MedicallyStable: true, StaffRole.Consultant);

    public static CriteriaToResideReviewed NeedsBedAt(Instant at) => new(at, [CriterionToReside.IntravenousFluids], MedicallyStable: false, StaffRole.Doctor);

    public static PathwayDecided OnPathway(Pathway pathway) => new(March(4, "11:00"), pathway, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator);

    public static DischargedFromHospital LeftAt(Instant at, Destination to = Destination.OwnHome) => new(at, to);

    public static WelfareCheckCompleted FoundWellAt(Instant at) => new(at, StaffRole.CareWorker, WelfareOutcome.SafeAndWell);

    public static HomeVisitMade SeenAt(Instant at, StaffRole by = StaffRole.OccupationalTherapist) => new(at, by);

    public static HomeVisitFailed NobodyAnsweredAt(Instant at) => new(at, StaffRole.OccupationalTherapist, FailedVisitReason.NoAnswer);

    public static EntryWithdrawn Withdrawn(long entry, Instant at) => new(at, entry, WithdrawalReason.DidNotHappen);

    /// <summary>The case that a history folds into.</summary>
    public static DischargeCase AsDischargeCase(this History history) => new(CaseId, history.Facts<DischargeCaseEvent>());

    /// <summary>The case of these facts, recorded in this order.</summary>
    public static DischargeCase CaseOf(params Recorded[] recorded) => HistoryOf(recorded).AsDischargeCase();

    /// <summary>The case of these facts, recorded in this order after its opening.</summary>
    public static DischargeCase CaseAfterOpening(IEnumerable<Fact> facts) => HistoryOfAll([Opened, .. facts]).AsDischargeCase();

    /// <summary>The clocks of a case, by the rules the service ships with and without a pause.</summary>
    public static IReadOnlyList<Clock> Clocks(this DischargeCase discharge) => DischargeCaseTimelines.ClocksOf(discharge, new ClockTerms(RuleBook.Standard, []));

    /// <summary>The clocks of the case that a history folds into.</summary>
    public static IReadOnlyList<Clock> Clocks(this History history) => history.AsDischargeCase().Clocks();

    /// <summary>The clock of a rule in a case, or null.</summary>
    public static Clock? ClockOf(this DischargeCase discharge, string rule) => discharge.Clocks().SingleOrDefault(clock => clock.Rule.Id == rule);
}
