using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class LeaveHospitalTests : DischargeCaseDecisions
{
    private static LeaveHospital Leave(string time = "14:00", Destination to = Destination.OwnHome) => new(March(4, time), to);

    [Test]
    public void A_person_who_leaves_with_everything_in_place_departs_from_nothing() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked).When(Leave().Decide).ThenRecorded(Left);

    [Test]
    public void A_person_who_leaves_with_nothing_in_place_is_on_record_with_all_of_it() =>
        Given(Opened).When(Leave(to: Destination.NotKnown).Decide).ThenDeparting(
            LeaveHospital.MeetingCriteria,
            LeaveHospital.NotStable,
            LeaveHospital.NotAssessed,
            LeaveHospital.WithoutPathway,
            LeaveHospital.WithoutDecision,
            LeaveHospital.NowhereKnown);

    [Test]
    public void Leaving_while_criteria_to_reside_are_met_again_is_recorded_and_says_so() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Ready with { OccurredAt = March(4, "13:00"), Met = [CriterionToReside.NewsAboveThree] }, VisitBooked)
            .When(Leave().Decide)
            .ThenDeparting(LeaveHospital.MeetingCriteria, LeaveHospital.WithoutDecision);

    [Test]
    public void Leaving_while_not_medically_stable_is_recorded_and_says_so() =>
        Given(Opened, Ready with { MedicallyStable = false }, Assessed, OnPathway1, DecidedToDischarge, VisitBooked).When(Leave().Decide).ThenDeparting(LeaveHospital.NotStable);

    [Test]
    public void Leaving_without_an_assessment_is_recorded_and_says_so() =>
        Given(Opened, Ready, OnPathway1, DecidedToDischarge, VisitBooked).When(Leave().Decide).ThenDeparting(LeaveHospital.NotAssessed);

    [TestCase(Pathway.Pathway2, Destination.OwnHome)]
    [TestCase(Pathway.Pathway3, Destination.FamilyOrFriends)]
    public void Leaving_unassessed_for_home_instead_of_the_bed_that_was_decided_is_recorded_and_says_so(Pathway pathway, Destination home) =>
        Given(Opened, Ready, OnPathway1 with { Pathway = pathway }, DecidedToDischarge, VisitBooked).When(Leave(to: home).Decide).ThenDeparting(LeaveHospital.NotAssessed);

    [TestCase(Pathway.Pathway0, Destination.OwnHome)]
    [TestCase(Pathway.Pathway2, Destination.CommunityBed)]
    [TestCase(Pathway.Pathway3, Destination.CareHome)]
    public void Leaving_unassessed_for_where_needs_are_assessed_or_with_none_to_assess_departs_from_nothing(Pathway pathway, Destination there) =>
        Given(Opened, Ready, OnPathway1 with { Pathway = pathway }, DecidedToDischarge, VisitBooked).When(Leave(to: there).Decide).ThenRecorded(Left with { To = there });

    [Test]
    public void Leaving_with_no_pathway_is_recorded_and_says_so() =>
        Given(Opened, Ready, Assessed, DecidedToDischarge).When(Leave().Decide).ThenDeparting(LeaveHospital.WithoutPathway);

    [Test]
    public void Leaving_before_anybody_decided_is_recorded_and_says_so() =>
        Given(Opened, Ready, Assessed, OnPathway1, VisitBooked).When(Leave().Decide).ThenDeparting(LeaveHospital.WithoutDecision);

    [Test]
    public void A_self_discharge_needs_nobodys_decision() =>
        Given(Opened, Ready, Assessed, OnPathway1, VisitBooked).When((Leave() with { SelfDischarge = true }).Decide).ThenRecorded(Left with { SelfDischarge = true });

    [Test]
    public void Leaving_for_nobody_knows_where_is_recorded_and_says_so() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked).When(Leave(to: Destination.NotKnown).Decide).ThenDeparting(LeaveHospital.NowhereKnown);

    [Test]
    public void Leaving_for_the_street_is_in_order() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, VisitBooked)
            .When(Leave(to: Destination.NoFixedAbode).Decide)
            .ThenRecorded(Left with { To = Destination.NoFixedAbode });

    [Test]
    public void What_was_done_after_leaving_does_not_count_as_in_place_at_leaving() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge)
            .When(Leave("10:30").Decide)
            .ThenDeparting(LeaveHospital.WithoutPathway, LeaveHospital.WithoutDecision);

    [Test]
    public void The_same_leaving_again_records_nothing() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Left).When(Leave().Decide).ThenRecordedNothing();

    [Test]
    public void The_same_leaving_again_records_nothing_although_what_was_missing_has_been_recorded_since() =>
        Given(Opened, Left, Ready, Assessed).When(Leave().Decide).ThenRecordedNothing();

    [TestCase("13:59", Destination.OwnHome)]
    [TestCase("14:01", Destination.OwnHome)]
    [TestCase("14:00", Destination.CareHome)]
    public void Leaving_at_another_moment_or_to_another_place_is_refused_naming_the_one_on_record(string time, Destination to) =>
        Given(Opened, Ready, Left).When(Leave(time, to).Decide).ThenRefused(LeaveHospital.AlreadyLeft.Naming(3));

    [Test]
    public void After_the_one_on_record_is_withdrawn_another_is_recorded() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Left, Withdrawn(6, March(4, "15:00")), VisitBooked)
            .When(Leave("14:30").Decide)
            .ThenRecorded(LeftAt(March(4, "14:30")));

    [Test]
    public void Leaving_is_recorded_in_a_case_opened_in_error_and_says_so() =>
        Given(Opened, Ready, Assessed, OnPathway1, DecidedToDischarge, Withdrawn(1, March(4, "13:00")), VisitBooked).When(Leave().Decide).ThenDeparting(DischargeCase.InCaseOpenedInError);
}
