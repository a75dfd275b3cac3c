using Discharge.Domain.Deciding;
using Discharge.Domain.RehabilitationBeds;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.RehabilitationBeds;

/// <summary>A21: positive risk taking at a home access visit.</summary>
public sealed class PositiveRiskAtHomeTests : RehabilitationDecisions
{
    private static DecideVisitRisk Decide => new(
        March(10, "11:30"), Visit, [Hazard.Falls], [new(WayToManageRisk.CarerShadows), new(WayToManageRisk.CareVisits)], WayToManageRisk.CarerShadows, Olu, RehabilitationRole.OccupationalTherapist);

    [Test]
    public void A_risk_decision_records_options_considered_and_chosen_not_only_a_score() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out).When(Decide.Decide).ThenRecorded(FallsManaged);
        Given(Referred, Accepted, Admitted, Out).When((Decide with { Options = [] }).Decide).ThenRefused(DecideVisitRisk.NothingConsidered);
        Given(Referred, Accepted, Admitted, Out).When((Decide with { Chosen = WayToManageRisk.LiveInCare }).Decide).ThenRefused(DecideVisitRisk.ChosenNotConsidered);
        Given(Referred, Accepted, Admitted, Out).When((Decide with { Visit = 9 }).Decide).ThenRefused(HomeAccessVisit.NoSuchVisit);
    });

    [Test]
    public void Risks_are_assessed() => Assert.That(HomeAccessVisit.Find(CaseOf(Referred, Accepted, Admitted, Out, FallsManaged), Visit)!.RisksIn(CaseOf(Referred, Accepted, Admitted, Out, FallsManaged)).Single().Hazards, Is.EqualTo([Hazard.Falls]));

    [Test]
    public void It_is_proportionate_and_a_less_intrusive_way_as_a_carer_who_shadows_the_person_is_considered_first() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted, Admitted, Out).When((Decide with { Options = [new(WayToManageRisk.CareVisits), new(WayToManageRisk.CarerShadows)] }).Decide).ThenDeparting(DecideVisitRisk.NotLeastIntrusiveFirst);
        Assert.That(RiskOption.AreLeastIntrusiveFirst([new(WayToManageRisk.AcceptTheRisk), new(WayToManageRisk.CarerShadows), new(WayToManageRisk.CareHome)]));
    });
}
