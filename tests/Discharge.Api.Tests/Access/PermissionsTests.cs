using Discharge.Api.Access;
using static Discharge.Api.Access.Operation;
using SensitiveClass = Discharge.Domain.DischargeCases.SensitiveClass;

namespace Discharge.Api.Tests.Access;

public sealed class PermissionsTests
{
    private static readonly Operation[] Looking = [ReadCase, ReadHistory, ReadSafeguarding, ReadBoard, ReadClocks, ReadTimelines, ReadPerson, ReadDelayLedger, ReadDelayMeasures, ReadBeds, ReadBedDisagreements, ReadReablementMeasures, ReadEngagements, RevealPerson];

    [Test]
    public void Every_role_has_its_row() =>
        Assert.That(() => Enum.GetValues<Role>().Select(role => role.Permit(ReadTimelines)).ToArray(), Is.All.True);

    [TestCase(OverrideDischargeDecision)]
    [TestCase(OverrideClosing)]
    public void Only_the_hub_lead_may_decide_against_a_rule(Operation against) =>
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(against)), Is.EqualTo([Role.HubLead]));

    [Test]
    public void Whose_a_case_is_the_hub_says() =>
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(AssignCase)), Is.EquivalentTo([Role.DischargeCoordinator, Role.HubLead]));

    [Test]
    public void A_coordinator_may_do_everything_else_but_look_over_the_shoulder_of_others() =>
        Assert.That(Permitted(Role.DischargeCoordinator), Is.EqualTo(Enum.GetValues<Operation>().Except([OverrideDischargeDecision, OverrideClosing, ReadAccessLog, ReadLooksAtPerson, AnswerSubjectAccess, ReadRetention, HoldRecords, AppraiseRecords, KeepEngagements, ReadEngagements, RevealPerson, DisposeOfRecords])));

    [Test]
    public void Who_looked_at_what_is_for_information_governance_and_at_one_person_for_who_keeps_the_records_too() => Assert.Multiple(() =>
    {
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(ReadAccessLog)), Is.EqualTo([Role.InformationGovernance]));
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(ReadLooksAtPerson)), Is.EqualTo([Role.InformationGovernance, Role.RecordsManager]));
    });

    [Test]
    public void Whoever_asks_for_their_record_is_found_by_whoever_answers_them() =>
        Assert.That(((Operation[])[SearchPeople, ReadPerson, ReadCase, CorrectPerson]).Where(operation => Role.InformationGovernance.Permit(operation)), Is.EqualTo([SearchPeople, ReadPerson]));

    [Test]
    public void Requests_for_access_to_a_record_are_answered_by_information_governance() =>
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(AnswerSubjectAccess)), Is.EqualTo([Role.InformationGovernance]));

    [Test]
    public void Whoever_goes_into_homes_sees_what_is_on_record_of_domestic_abuse_and_only_the_hub_and_whoever_answers_the_person_see_all_that_is_sensitive() => Assert.Multiple(() =>
    {
        Assert.That(Seeing(SensitiveClass.Safeguarding), Is.EquivalentTo([Role.DischargeCoordinator, Role.HubLead, Role.Auditor, Role.InformationGovernance]));
        Assert.That(Seeing(SensitiveClass.DomesticAbuse), Is.EquivalentTo([Role.DischargeCoordinator, Role.HubLead, Role.ReablementTeam, Role.RehabilitationTeam, Role.InformationGovernance]));
        Assert.That(Seeing(SensitiveClass.MentalHealthAct), Is.EquivalentTo([Role.DischargeCoordinator, Role.HubLead, Role.InformationGovernance]));
    });

    [Test]
    public void Whoever_sees_a_class_and_works_with_the_person_may_ask_for_what_stands_of_it_and_nobody_else() =>
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(ReadSensitiveFacts)), Is.EquivalentTo(Enum.GetValues<Role>().Where(role => role.Sees().Any() && role is not (Role.Auditor or Role.InformationGovernance))));

    [Test]
    public void An_auditor_looks_and_changes_nothing() => Assert.That(Permitted(Role.Auditor), Is.EquivalentTo(Looking));

    [Test]
    public void Whose_cases_auditors_see_information_governance_records() => Assert.Multiple(() =>
    {
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(KeepEngagements)), Is.EqualTo([Role.InformationGovernance]));
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(ReadEngagements)), Is.EquivalentTo([Role.InformationGovernance, Role.Auditor]));
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(RevealPerson)), Is.EqualTo([Role.Auditor]));
    });

    [TestCase(Role.Provider)]
    [TestCase(Role.HousingOfficer)]
    [TestCase(Role.OccupationalTherapyProvider)]
    [TestCase(Role.MentalHealthProfessional)]
    [TestCase(Role.VoluntarySector)]
    public void Whoever_is_asked_sees_what_was_asked_and_the_rule_book(Role role) => Assert.That(Permitted(role), Is.EquivalentTo([ReadTimelines, ReadRequests]));

    [Test]
    public void A_system_of_another_organisation_sees_the_rule_book() => Assert.That(Permitted(Role.Integration), Is.EqualTo([ReadTimelines]));

    [Test]
    public void An_administrator_has_no_business_in_a_case() => Assert.That(Permitted(Role.Administrator), Is.EqualTo([ReadTimelines]));

    [Test]
    public void The_ward_records_what_happens_on_the_ward() => Assert.That(
        Permitted(Role.WardStaff),
        Is.EquivalentTo([OpenCase, ReviewCriteriaToReside, AssessFunction, RecordLeaving, ReadCase, ReadBoard, ReadTimelines, SearchPeople, ReadPerson, CorrectPerson,
            RecordAdmission, RecordMove, PlanDischarge, RecordWardRound, RecordDelay, ReadDelayLedger,
            RecordInvolvement, RaiseSafeguardingConcern, RecordDomesticAbuse, RecordMentalHealthAct, RecommendPathway, GiveAdvice, Refer, SetTask, ReportTransferItem, RecordReturn, RecordDeath, AssessLongTermNeeds, ReadBeds, Operation.BreakGlass]));

    [Test]
    public void The_reablement_team_records_what_happens_at_home() => Assert.That(
        Permitted(Role.ReablementTeam), Is.EquivalentTo([BookHomeVisit, CheckWelfare, RecordHomeVisit, ReadCase, ReadHistory, ReadClocks, ReadTimelines,
            RecordInvolvement, RaiseSafeguardingConcern, RecordDomesticAbuse, ReadDomesticAbuse, ReadSensitiveFacts, GiveAdvice, Refer, SetTask,
            ReportTransferItem, PlanFirstCareCall, RecordFirstCareCall, RecordArrival, RecordReturn, RecordDeath, AssessInCommunity, StartPackageOfCare, RecordOutcome, RecordInterimStay, AssessLongTermNeeds, ReadBeds, Operation.BreakGlass,
            Operation.ReferForReablement, Operation.WorkReablement, Operation.KeepReablementTeam, Operation.ReadReablementMeasures, ReferForRehabilitation]));

    [Test]
    public void The_rehabilitation_team_records_what_happens_in_its_beds_and_nothing_of_reablement() => Assert.Multiple(() =>
    {
        Assert.That(Permitted(Role.RehabilitationTeam), Is.SupersetOf([ReferForRehabilitation, WorkRehabilitation, ReserveBed, ReadCase, ReadBeds]).And.None.AnyOf(Operation.WorkReablement, KeepBeds, Operation.ReferForReablement));
        Assert.That(Enum.GetValues<Role>().Where(role => role.Permit(WorkRehabilitation)), Is.EquivalentTo([Role.DischargeCoordinator, Role.HubLead, Role.RehabilitationTeam]));
    });

    [Test]
    public void Whoever_may_see_places_may_see_the_cases_of_those_who_have_them() =>
        Assert.That(Enum.GetValues<Role>().Where(role => (role.Permit(ReadBeds) || role.Permit(ReserveBed)) && !role.Permit(ReadCase)), Is.Empty);

    private static IEnumerable<Role> Seeing(SensitiveClass sensitive) => Enum.GetValues<Role>().Where(role => role.Sees().Contains(sensitive));

    private static IEnumerable<Operation> Permitted(Role role) => Enum.GetValues<Operation>().Where(operation => role.Permit(operation));
}
