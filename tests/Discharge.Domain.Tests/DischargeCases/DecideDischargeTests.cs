using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class DecideDischargeTests : DischargeCaseDecisions
{
    private static readonly Override HubLeadsOverride = new(SeniorRole.HubLead, OverrideReason.ArrangedAtHome, Note);

    private static DecideDischarge Decide(string time = "11:30", Override? by = null) => new(March(4, time), StaffRole.Consultant, by);

    [Test]
    public void A_person_ready_assessed_and_on_a_pathway_is_discharged() =>
        Given(Opened, Ready, Assessed, OnPathway1).When(Decide().Decide).ThenRecorded(DecidedToDischarge);

    [TestCase(Pathway.Pathway0)]
    [TestCase(Pathway.Pathway2)]
    [TestCase(Pathway.Pathway3)]
    public void A_person_on_another_pathway_needs_no_functional_assessment(Pathway pathway) =>
        Given(Opened, Ready, OnPathway(pathway)).When(Decide().Decide).ThenRecorded(DecidedToDischarge);

    [Test]
    public void With_nothing_on_record_everything_is_missing() =>
        Given(Opened).When(Decide().Decide).ThenRefused(DecideDischarge.NotReady.For(
            WhatDischargeNeeds.NotReady, WhatDischargeNeeds.Stability, WhatDischargeNeeds.DecidedPathway, WhatDischargeNeeds.Assessment));

    [Test]
    public void A_person_who_meets_criteria_to_reside_is_not_discharged() =>
        Given(Opened, Ready with { Met = [CriterionToReside.LastHoursOfLife] }, Assessed, OnPathway1)
            .When(Decide().Decide)
            .ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.NotReady));

    [Test]
    public void A_person_who_is_not_medically_stable_is_not_discharged() =>
        Given(Opened, Ready with { MedicallyStable = false }, Assessed, OnPathway1)
            .When(Decide().Decide)
            .ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.Stability));

    [Test]
    public void A_person_without_a_pathway_is_not_discharged() =>
        Given(Opened, Ready, Assessed).When(Decide().Decide).ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.DecidedPathway));

    [Test]
    public void A_person_whose_assessment_was_withdrawn_is_not_discharged_on_pathway_1() =>
        Given(Opened, Ready, Assessed, OnPathway1, Withdrawn(3, March(4, "11:10")))
            .When(Decide().Decide)
            .ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.Assessment));

    [Test]
    public void What_happened_after_the_decisions_own_moment_does_not_count_for_it() =>
        Given(Opened, Ready, Assessed, OnPathway1)
            .When(Decide("09:30").Decide)
            .ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.DecidedPathway, WhatDischargeNeeds.Assessment));

    [Test]
    public void What_happened_after_the_decisions_own_moment_does_not_count_against_it() =>
        Given(Opened, Ready, Assessed, OnPathway1, NeedsBedAt(March(4, "16:00"))).When(Decide().Decide).ThenRecorded(DecidedToDischarge);

    [Test]
    public void Only_the_last_review_counts() =>
        Given(Opened, NeedsBedAt(March(4, "10:30")), Ready, Assessed, OnPathway1)
            .When(Decide().Decide)
            .ThenRefused(DecideDischarge.NotReady.For(WhatDischargeNeeds.NotReady, WhatDischargeNeeds.Stability));

    [Test]
    public void A_senior_may_decide_against_the_rule_and_what_was_missing_is_on_record() =>
        Given(Opened, Ready, OnPathway1)
            .When(Decide(by: HubLeadsOverride).Decide)
            .ThenDeparting(DecideDischarge.Overridden(WhatDischargeNeeds.Assessment));

    [Test]
    public void An_override_departs_from_each_thing_that_was_missing() =>
        Given(Opened).When(Decide(by: HubLeadsOverride).Decide).ThenDeparting([.. WhatDischargeNeeds.All.Select(DecideDischarge.Overridden)]);

    [Test]
    public void An_override_is_recorded_with_its_role_and_reason() =>
        Assert.That(
            Decide(by: HubLeadsOverride).Decide(CaseOf(Opened)),
            Is.InstanceOf<Decision<DischargeCaseEvent>.Accepted>().With.Property("Facts").Some.Property(nameof(DischargeDecided.Override)).EqualTo(HubLeadsOverride));

    [Test]
    public void An_override_of_nothing_departs_from_nothing() =>
        Given(Opened, Ready, Assessed, OnPathway1)
            .When(Decide(by: HubLeadsOverride).Decide)
            .ThenRecorded(DecidedToDischarge with { Override = HubLeadsOverride });

    [Test]
    public void The_same_decision_again_records_nothing() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge).When(Decide().Decide).ThenRecordedNothing();

    [Test]
    public void An_override_again_records_nothing_although_what_it_departs_from_has_changed() =>
        Given(Opened, (DecidedToDischarge with { Override = HubLeadsOverride }), Ready, OnPathway1, Assessed)
            .When(Decide(by: HubLeadsOverride).Decide)
            .ThenRecordedNothing();

    [TestCase("11:00")]
    [TestCase("12:00")]
    public void A_decision_at_another_moment_is_refused_naming_the_one_on_record(string time) =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge).When(Decide(time).Decide).ThenRefused(DecideDischarge.AlreadyDecided.Naming(5));

    private static readonly DecideDischarge Anew = new(March(9, "11:30"), StaffRole.Consultant);

    [Test]
    public void Once_criteria_were_met_again_it_is_decided_anew() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, NeedsBedAt(March(6, "09:00")), ReadyAt(March(9, "09:00")))
            .When(Anew.Decide)
            .ThenRecorded(DecidedToDischarge with { OccurredAt = March(9, "11:30") });

    [Test]
    public void Nor_does_a_decision_of_a_later_period_stand_in_the_way_of_one_recorded_late() =>
        Given(Opened, Ready, Assessed, OnPathway1, NeedsBedAt(March(6, "09:00")), ReadyAt(March(9, "09:00")), DecidedToDischarge with { OccurredAt = March(9, "11:30") })
            .When(Decide().Decide)
            .ThenRecorded(DecidedToDischarge);

    [Test]
    public void Decided_anew_it_is_not_decided_again_in_that_period() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, NeedsBedAt(March(6, "09:00")), ReadyAt(March(9, "09:00")), DecidedToDischarge with { OccurredAt = March(9, "11:30") })
            .When((Anew with { OccurredAt = March(9, "12:00") }).Decide)
            .ThenRefused(DecideDischarge.AlreadyDecided.Naming(8));

    [Test]
    public void A_decision_a_senior_made_while_criteria_are_met_outlives_a_review_that_says_no_more() => Assert.That(
        CaseAfterOpening([NeedsBedAt(March(4, "09:00")), DecidedToDischarge with { Override = HubLeadsOverride }, NeedsBedAt(March(4, "16:00"))]).Phase,
        Is.EqualTo(DischargePhase.DischargeDecided));

    [Test]
    public void Whoever_leaves_after_criteria_were_met_again_leaves_without_a_decision() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, NeedsBedAt(March(6, "09:00")), ReadyAt(March(9, "09:00")), VisitBooked with { OccurredAt = March(9, "10:00"), VisitAt = March(10, "10:00") })
            .When(new LeaveHospital(March(9, "14:00"), Destination.OwnHome).Decide)
            .ThenDeparting(LeaveHospital.WithoutDecision);

    [Test]
    public void Until_it_is_decided_anew_the_next_step_is_to_review_and_then_to_decide()
    {
        Fact[] decided = [Ready, Assessed, OnPathway1, VisitBooked, DecidedToDischarge, NeedsBedAt(March(6, "09:00"))];
        Assert.That(Whats(decided), Does.Contain("review-criteria-to-reside").And.None.EqualTo("record-leaving"));
        Assert.That(Whats([.. decided, ReadyAt(March(9, "09:00"))]), Does.Contain("decide-discharge").And.None.EqualTo("record-leaving"));
        Assert.That(Whats([.. decided, ReadyAt(March(9, "09:00")), DecidedToDischarge with { OccurredAt = March(9, "11:30") }]), Does.Contain("record-leaving"));
    }

    private static string[] Whats(Fact[] facts) => CaseAfterOpening(facts) is var discharge ? [.. NextSteps.Of(discharge, discharge.Clocks()).Select(step => step.What)] : [];

    [Test]
    public void A_decision_dated_after_leaving_is_refused_naming_the_leaving() =>
        Given(Opened, Ready, Assessed, OnPathway1, Left).When(Decide("14:30").Decide).ThenRefused(DecideDischarge.AfterLeaving.Naming(5));

    [Test]
    public void A_decision_before_leaving_recorded_late_is_in_order() =>
        Given(Opened, Ready, Assessed, OnPathway1, Left).When(Decide().Decide).ThenRecorded(DecidedToDischarge);

    [Test]
    public void Nothing_is_decided_once_the_case_is_closed() =>
        Given(Opened, Left, Seen, Closed)
            .When((Decide() with { OccurredAt = March(6, "13:00") }).Decide)
            .ThenRefused(DischargeCaseDecision.CaseIsClosed.Naming(4));
}
