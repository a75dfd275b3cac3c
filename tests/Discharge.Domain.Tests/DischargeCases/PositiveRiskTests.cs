using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the assessment says of positive risk taking (A21): proportionate, less intrusive, options considered and chosen, not only a score.</summary>
public sealed class PositiveRiskTests : DischargeCaseDecisions
{
    [Test]
    public void A_risk_decision_records_options_considered_and_chosen() =>
        Given(Opened).When(Decide(WayToManageRisk.CarerShadows, WayToManageRisk.CarerShadows, WayToManageRisk.CareVisits).Decide).ThenRecorded(
            new RiskDecided(
                March(4, "12:00"),
                [Hazard.Falls],
                [new(WayToManageRisk.CarerShadows), new(WayToManageRisk.CareVisits)],
                WayToManageRisk.CarerShadows,
                StaffRole.OccupationalTherapist,
                Score: 7,
                Contingency: Note));

    [Test]
    public void A_score_alone_is_refused() => Given(Opened).When(Decide(WayToManageRisk.CareHome).Decide).ThenRefused(DecideRisk.NothingConsidered);

    [Test]
    public void What_is_chosen_is_among_the_options_considered() =>
        Given(Opened).When(Decide(WayToManageRisk.CareHome, WayToManageRisk.CarerShadows).Decide).ThenRefused(DecideRisk.ChosenNotConsidered);

    [Test]
    public void The_least_intrusive_stands_first_or_the_decision_says_that_it_does_not() =>
        Given(Opened)
            .When(Decide(WayToManageRisk.CareHome, WayToManageRisk.CareHome, WayToManageRisk.CarerShadows).Decide)
            .ThenDeparting(DecideRisk.NotLeastIntrusiveFirst);

    [Test]
    public void A_more_intrusive_way_may_be_chosen_where_less_intrusive_ones_were_considered() =>
        Given(Opened).When(Decide(WayToManageRisk.CareHome, WayToManageRisk.CarerShadows, WayToManageRisk.CareHome).Decide).ThenRecorded(
            new RiskDecided(
                March(4, "12:00"),
                [Hazard.Falls],
                [new(WayToManageRisk.CarerShadows), new(WayToManageRisk.CareHome)],
                WayToManageRisk.CareHome,
                StaffRole.OccupationalTherapist,
                Score: 7,
                Contingency: Note));

    [Test]
    public void Carer_shadows_the_person_is_a_way_that_can_be_chosen_and_less_intrusive_than_care_visits()
    {
        Given(Opened).When(Decide(WayToManageRisk.CarerShadows, WayToManageRisk.CarerShadows).Decide).ThenRecorded(
            new RiskDecided(
                March(4, "12:00"), [Hazard.Falls], [new(WayToManageRisk.CarerShadows)], WayToManageRisk.CarerShadows, StaffRole.OccupationalTherapist, Score: 7, Contingency: Note));
        Given(Opened)
            .When(Decide(WayToManageRisk.CarerShadows, WayToManageRisk.CareVisits, WayToManageRisk.CarerShadows).Decide)
            .ThenDeparting(DecideRisk.NotLeastIntrusiveFirst);
    }

    [Test]
    public void Proportionate_what_is_chosen_follows_from_what_was_considered_whatever_the_score([Values(null, 0, 100)] int? score)
    {
        var least = Decide(WayToManageRisk.CarerShadows, WayToManageRisk.CarerShadows, WayToManageRisk.CareHome) with { Score = score };
        Given(Opened).When(least.Decide).ThenRecorded(
            new RiskDecided(
                March(4, "12:00"),
                [Hazard.Falls],
                [new(WayToManageRisk.CarerShadows), new(WayToManageRisk.CareHome)],
                WayToManageRisk.CarerShadows,
                StaffRole.OccupationalTherapist,
                score,
                Contingency: Note));
        Given(Opened).When((least with { Chosen = WayToManageRisk.CareHome, Options = [new(WayToManageRisk.CareHome), new(WayToManageRisk.CarerShadows)] }).Decide)
            .ThenDeparting(DecideRisk.NotLeastIntrusiveFirst);
        Given(Opened).When((least with { Options = [] }).Decide).ThenRefused(DecideRisk.NothingConsidered);
    }

    private static DecideRisk Decide(WayToManageRisk chosen, params WayToManageRisk[] considered) => new(
        March(4, "12:00"), [Hazard.Falls], [.. considered.Select(way => new RiskOption(way))], chosen, StaffRole.OccupationalTherapist, Score: 7, Contingency: Note);
}
