using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class DecidePathwayTests : DischargeCaseDecisions
{
    private static DecidePathway Decide(Pathway pathway, string time = "11:00") =>
        new(March(4, time), pathway, PathwayReason.HomeFirst, StaffRole.DischargeCoordinator);

    [Test]
    public void Pathway_1_is_decided_after_the_assessment() => Given(Opened, Assessed).When(Decide(Pathway.Pathway1).Decide).ThenRecorded(OnPathway1);

    [Test]
    public void Pathway_1_without_an_assessment_is_refused_naming_what_is_missing() =>
        Given(Opened, Ready).When(Decide(Pathway.Pathway1).Decide).ThenRefused(DecidePathway.NotAssessed.For(WhatDischargeNeeds.Assessment));

    [Test]
    public void Pathway_1_dated_before_the_assessment_is_refused() =>
        Given(Opened, Assessed).When(Decide(Pathway.Pathway1, "09:59").Decide).ThenRefused(DecidePathway.NotAssessed.For(WhatDischargeNeeds.Assessment));

    [Test]
    public void Pathway_1_at_the_moment_of_the_assessment_is_in_order() =>
        Given(Opened, Assessed).When(Decide(Pathway.Pathway1, "10:00").Decide).ThenRecorded(OnPathway1 with { OccurredAt = March(4, "10:00") });

    private static readonly CommunityAssessmentMade AssessedAtHome = new(March(5, "10:00"), StaffRole.OccupationalTherapist, [FunctionalNeed.Reablement]);

    [Test]
    public void Somebody_who_left_unassessed_is_put_on_pathway_1_after_an_assessment_in_the_community() =>
        Given(Opened, LeftAt(March(4, "14:00")) with { SelfDischarge = true }, AssessedAtHome)
            .When((Decide(Pathway.Pathway1) with { OccurredAt = March(5, "11:00") }).Decide)
            .ThenRecorded(OnPathway1 with { OccurredAt = March(5, "11:00") });

    [TestCase("09:59", Description = "The pathway is dated before it")]
    [TestCase("11:00", Description = "The assessment is dated before leaving")]
    public void An_assessment_in_the_community_counts_only_after_leaving_and_from_its_moment(string decided) =>
        Given(Opened, LeftAt(decided is "11:00" ? March(5, "10:30") : March(4, "14:00")), AssessedAtHome)
            .When((Decide(Pathway.Pathway1) with { OccurredAt = March(5, decided) }).Decide)
            .ThenRefused(DecidePathway.NotAssessed.For(WhatDischargeNeeds.Assessment));

    [TestCase(Pathway.Pathway0)]
    [TestCase(Pathway.Pathway2)]
    [TestCase(Pathway.Pathway3)]
    public void Another_pathway_needs_no_assessment_of_function(Pathway pathway) =>
        Given(Opened).When(Decide(pathway).Decide).ThenRecorded(OnPathway(pathway));

    [Test]
    public void A_pathway_may_be_decided_again_and_both_stay_on_record() =>
        Given(Opened, Assessed, OnPathway1)
            .When(Decide(Pathway.Pathway2, "11:20").Decide)
            .ThenRecorded(OnPathway(Pathway.Pathway2) with { OccurredAt = March(4, "11:20") });

    [Test]
    public void The_same_decision_again_records_nothing() =>
        Given(Opened, Assessed, OnPathway1).When(Decide(Pathway.Pathway1).Decide).ThenRecordedNothing();

    [Test]
    public void Nothing_is_decided_once_the_case_is_closed() =>
        Given(Opened, Left, Seen, Closed)
            .When((Decide(Pathway.Pathway0) with { OccurredAt = March(6, "12:01") }).Decide)
            .ThenRefused(DischargeCaseDecision.CaseIsClosed.Naming(4));

    [Test]
    public void A_decision_made_before_the_case_was_closed_and_recorded_late_is_in_order() =>
        Given(Opened, Left, Seen, Closed).When(Decide(Pathway.Pathway0).Decide).ThenRecorded(OnPathway(Pathway.Pathway0));

    [Test]
    public void Nothing_is_decided_in_a_case_opened_in_error() =>
        Given(Opened, Withdrawn(1, March(2, "10:00"))).When(Decide(Pathway.Pathway0).Decide).ThenRefused(DischargeCaseDecision.CaseOpenedInError);
}
