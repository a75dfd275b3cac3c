using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
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
    private static readonly Gen<StaffRole> Roles = Gen.Enum<StaffRole>();

    private static readonly Gen<Instant> Beginnings = Gen.OneOf(March(26, "09:00"), October(22, "09:00"), June(30, "20:00"));

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
            Gen.Enum<CaseOutcome>().Select(outcome => new CloseCase(at, outcome)),
            .. AnyPerson.Commands(at, role),
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
            .. AnyPerson.Facts(at, role),
        ])
        select fact;

    private static Gen<DischargedFromHospital> Leaving(Instant at) =>
        Gen.Select(Gen.Enum<Destination>(), Gen.Bool, (to, self) => new DischargedFromHospital(at, to, self));

    private static DischargeCaseEvent Apart(DischargeCaseEvent fact, int index) => fact with { OccurredAt = fact.OccurredAt + Duration.FromSeconds(index + 1) };

    private static IEnumerable<Fact> OnceWhereOnce(IEnumerable<Fact> facts)
    {
        var had = new HashSet<Type>();
        return facts.Where(fact => fact is not (FunctionalAssessmentMade or DischargeDecided or DischargedFromHospital or CaseClosed) || had.Add(fact.GetType()));
    }
}
