using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class CloseCaseTests : DischargeCaseDecisions
{
    private static CloseCase Close(Instant at) => new(at, CaseOutcome.HomeWithSupport);

    [Test]
    public void A_case_is_closed_once_the_person_was_seen() =>
        Given(Opened, Ready, Assessed, OnPathway1, Left, FoundWell, Seen).When(Close(March(6, "12:00")).Decide).ThenRecorded(Closed);

    [Test]
    public void A_person_still_in_hospital_keeps_the_case_open() =>
        Given(Opened, Ready).When(Close(March(6, "12:00")).Decide).ThenRefused(CloseCase.StillInHospital);

    [Test]
    public void A_closing_dated_before_the_person_left_is_refused() =>
        Given(Opened, Left, Seen).When(Close(March(4, "13:59")).Decide).ThenRefused(CloseCase.StillInHospital);

    [Test]
    public void A_person_who_has_to_be_seen_and_was_not_keeps_the_case_open() =>
        Given(Opened, OnPathway1, Left).When(Close(March(6, "12:00")).Decide).ThenRefused(CloseCase.NotSeenYet);

    [Test]
    public void A_closing_dated_before_the_person_was_seen_is_refused() =>
        Given(Opened, OnPathway1, Left, Seen).When(Close(March(5, "09:59")).Decide).ThenRefused(CloseCase.NotSeenYet);

    [Test]
    public void A_visit_by_somebody_who_does_not_assess_does_not_close_it() =>
        Given(Opened, OnPathway1, Left, SeenAt(March(5, "10:00"), StaffRole.DeliveryDriver)).When(Close(March(6, "12:00")).Decide).ThenRefused(CloseCase.NotSeenYet);

    [Test]
    public void A_person_nobody_has_to_see_needs_no_visit() =>
        Given(Opened, OnPathway(Pathway.Pathway0), Left).When(Close(March(6, "12:00")).Decide).ThenRecorded(Closed);

    private static IEnumerable<TestCaseData> Ended =>
    [
        Row("Died in hospital", CaseOutcome.Died, new PersonDied(March(4, "08:00"), PlaceOfDeath.Hospital)),
        Row("Died at home before being seen", CaseOutcome.Died, OnPathway1, Left, new PersonDied(March(4, "20:00"), PlaceOfDeath.AtHome)),
        Row("Readmitted before being seen", CaseOutcome.Hospital, OnPathway1, Left, new Readmitted(March(4, "20:00"), ReturnReason.Unwell)),
        Row("Came back before being seen", CaseOutcome.Hospital, OnPathway1, Left, new DischargeFailed(March(4, "20:00"), ReturnReason.CareNotThere)),
        Row("Outcome: a care home", CaseOutcome.LongTermCareHome, OnPathway1, Left, new OutcomeRecorded(March(5, "09:00"), CaseOutcome.LongTermCareHome)),
    ];

    [TestCaseSource(nameof(Ended))]
    public void A_person_nobody_can_see_at_home_any_more_needs_no_visit(CaseOutcome outcome, DischargeCaseEvent[] facts) =>
        Given([Opened, .. facts.Select(Discharge.Domain.Tests.Deciding.Histories.AtOnce)]).When((Close(March(6, "12:00")) with { Outcome = outcome }).Decide).ThenRecorded(Closed with { Outcome = outcome });

    [TestCaseSource(nameof(Ended))]
    public void A_closing_dated_before_that_is_refused(CaseOutcome outcome, DischargeCaseEvent[] facts) =>
        Given([Opened, .. facts.Select(Discharge.Domain.Tests.Deciding.Histories.AtOnce)])
            .When((Close(facts[^1].OccurredAt - Duration.FromMinutes(1)) with { Outcome = outcome }).Decide)
            .ThenRefused(facts.OfType<DischargedFromHospital>().Any() ? CloseCase.NotSeenYet : CloseCase.StillInHospital);

    private static IEnumerable<TestCaseData> Contradictions =>
    [
        Said("Died, and no death on record", CaseOutcome.Died, RecordOutcome.ContradictsDeath),
        Said("A death on record, and another outcome", CaseOutcome.Transferred, RecordOutcome.ContradictsDeath, new PersonDied(March(5, "20:00"), PlaceOfDeath.AtHome)),
        Said("Died, as recorded", CaseOutcome.Died, null, new PersonDied(March(5, "20:00"), PlaceOfDeath.AtHome)),
        Said("Back in hospital, and an outcome at home", CaseOutcome.HomeWithSupport, CloseCase.ContradictsReturn, new Readmitted(March(5, "20:00"), ReturnReason.Fall)),
        Said("A care home recorded, and another outcome", CaseOutcome.HomeWithSupport, CloseCase.ContradictsOutcome, new OutcomeRecorded(March(5, "20:00"), CaseOutcome.LongTermCareHome)),
        Said("A care home, as recorded", CaseOutcome.LongTermCareHome, null, new OutcomeRecorded(March(5, "20:00"), CaseOutcome.LongTermCareHome)),
        Said("Recorded at home, and died since", CaseOutcome.Died, null, new OutcomeRecorded(March(5, "20:00"), CaseOutcome.HomeWithSupport), new PersonDied(March(6, "08:00"), PlaceOfDeath.AtHome)),
        Said("Recorded at home, and readmitted since", CaseOutcome.Hospital, null, new OutcomeRecorded(March(5, "20:00"), CaseOutcome.HomeWithSupport), new Readmitted(March(6, "08:00"), ReturnReason.Fall)),
    ];

    [TestCaseSource(nameof(Contradictions))]
    public void A_closing_whose_outcome_contradicts_the_record_says_so(CaseOutcome outcome, Departure? departure, DischargeCaseEvent[] facts)
    {
        var closed = Given([Opened, OnPathway1, Left, FoundWell, Seen, .. facts.Select(Discharge.Domain.Tests.Deciding.Histories.AtOnce)]).When((Close(March(6, "12:00")) with { Outcome = outcome }).Decide);
        if (departure is null)
        {
            closed.ThenRecorded(Closed with { Outcome = outcome });
        }
        else
        {
            closed.ThenDeparting(departure);
        }
    }

    [Test]
    public void An_outcome_at_home_does_not_stand_for_being_seen() =>
        Given(Opened, OnPathway1, Left, new OutcomeRecorded(March(5, "09:00"), CaseOutcome.HomeWithoutSupport)).When(Close(March(6, "12:00")).Decide).ThenRefused(CloseCase.NotSeenYet);

    [Test]
    public void The_same_closing_again_records_nothing() =>
        Given(Opened, Left, Seen, Closed).When(Close(March(6, "12:00")).Decide).ThenRecordedNothing();

    [TestCase("11:00")]
    [TestCase("13:00")]
    public void A_closing_at_another_moment_is_refused_naming_the_one_on_record(string time) =>
        Given(Opened, Left, Seen, Closed).When(Close(March(6, time)).Decide).ThenRefused(DischargeCaseDecision.CaseIsClosed.Naming(4));

    [Test]
    public void A_closing_withdrawn_as_entered_in_error_may_be_made_again() =>
        Given(Opened, Left, FoundWell, Seen, Closed, Withdrawn(5, March(6, "12:30")))
            .When(Close(March(6, "13:00")).Decide)
            .ThenRecorded(Closed with { OccurredAt = March(6, "13:00") });

    [Test]
    public void A_case_opened_in_error_is_not_closed() =>
        Given(Opened, Left, Seen, Withdrawn(1, March(6, "11:00"))).When(Close(March(6, "12:00")).Decide).ThenRefused(DischargeCaseDecision.CaseOpenedInError);

    private static Override SeenSince => new(SeniorRole.HubLead, OverrideReason.SeenSince, Note);

    [Test]
    public void A_person_who_was_to_be_checked_and_was_not_keeps_the_case_open() =>
        Given(Opened, OnPathway1, Left, Seen).When(Close(March(6, "12:00")).Decide).ThenRefused(CloseCase.NotCheckedYet);

    [Test]
    public void What_is_refused_names_the_check_as_missing() => Assert.That(CloseCase.NotCheckedYet.Missing, Is.EqualTo([CloseCase.WelfareCheck]));

    [Test]
    public void A_check_dated_before_leaving_or_after_the_closing_does_not_close_it() =>
        Given(Opened, OnPathway1, Left, Seen, FoundWellAt(March(4, "13:00")), FoundWellAt(March(6, "12:01")))
            .When(Close(March(6, "12:00")).Decide)
            .ThenRefused(CloseCase.NotCheckedYet);

    [Test]
    public void A_check_made_late_closes_it() =>
        Given(Opened, OnPathway1, Left, Seen, FoundWellAt(March(6, "11:00"))).When(Close(March(6, "12:00")).Decide).ThenRecorded(Closed);

    [Test]
    public void A_senior_may_close_without_the_check_and_that_is_on_record() =>
        Given(Opened, OnPathway1, Left, Seen).When((Close(March(6, "12:00")) with { Override = SeenSince }).Decide).ThenDeparting(CloseCase.Overridden(CloseCase.WelfareCheck));

    [Test]
    public void A_senior_who_decides_against_nothing_departs_from_nothing() =>
        Given(Opened, OnPathway1, Left, FoundWell, Seen)
            .When((Close(March(6, "12:00")) with { Override = SeenSince }).Decide)
            .ThenRecorded(Closed with { Override = SeenSince });

    [Test]
    public void Not_even_a_senior_closes_the_case_of_somebody_who_has_to_be_seen_and_was_not() =>
        Given(Opened, OnPathway1, Left, FoundWell).When((Close(March(6, "12:00")) with { Override = SeenSince }).Decide).ThenRefused(CloseCase.NotSeenYet);

    private static HomeVisitFailed DeclinedAt(Instant at) => new(at, StaffRole.OccupationalTherapist, FailedVisitReason.Declined);

    private static Override TheirWish => new(SeniorRole.HubLead, OverrideReason.PersonsWish, Note);

    [Test]
    public void A_senior_may_close_the_case_of_somebody_who_declined_to_be_seen_and_what_is_missing_is_on_record() => Assert.Multiple(() =>
    {
        Given(Opened, OnPathway1, Left, FoundWell, DeclinedAt(March(5, "10:00")))
            .When((Close(March(6, "12:00")) with { Override = TheirWish }).Decide)
            .ThenDeparting(CloseCase.Overridden(CloseCase.Seen));
        Given(Opened, OnPathway1, Left, DeclinedAt(March(5, "10:00")))
            .When((Close(March(6, "12:00")) with { Override = TheirWish }).Decide)
            .ThenDeparting(CloseCase.Overridden(CloseCase.Seen), CloseCase.Overridden(CloseCase.WelfareCheck));
    });

    [Test]
    public void Nobody_else_may_however_often_they_declined() =>
        Given(Opened, OnPathway1, Left, FoundWell, DeclinedAt(March(5, "10:00")), DeclinedAt(March(6, "10:00"))).When(Close(March(6, "12:00")).Decide).ThenRefused(CloseCase.NotSeenYet);

    [Test]
    public void A_visit_declined_before_leaving_or_after_the_closing_is_none_declined() =>
        Given(Opened, OnPathway1, DeclinedAt(March(4, "13:00")), Left, FoundWell, DeclinedAt(March(6, "12:01")))
            .When((Close(March(6, "12:00")) with { Override = TheirWish }).Decide)
            .ThenRefused(CloseCase.NotSeenYet);

    [Test]
    public void A_closing_dated_before_what_is_on_record_says_so() =>
        Given(Opened, OnPathway1, Left, FoundWell, Seen, NobodyAnsweredAt(March(6, "12:00") + Duration.FromMinutes(1)))
            .When(Close(March(6, "12:00")).Decide)
            .ThenDeparting(CloseCase.BeforeOtherFacts);

    private static TestCaseData Said(string description, CaseOutcome outcome, Departure? departure, params DischargeCaseEvent[] facts) =>
        new TestCaseData(outcome, departure, facts).SetArgDisplayNames(description);

    private static TestCaseData Row(string description, CaseOutcome outcome, params DischargeCaseEvent[] facts) => new TestCaseData(outcome, facts).SetArgDisplayNames(description);
}
