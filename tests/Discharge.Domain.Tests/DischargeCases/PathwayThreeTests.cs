using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>What the assessment says of Pathway 3 (A2), statement by statement.</summary>
public sealed class PathwayThreeTests : DischargeCaseDecisions
{
    private static readonly DecideInterimStay Decide = new(March(4, "11:15"), InterimBedKind.Nursing, new LocalDate(2026, 4, 1), StaffRole.SocialWorker);

    private static readonly CompleteLongTermAssessment Complete = new(March(25, "10:00"), LongTermOutcome.HomeWithPackage, StaffRole.SocialWorker);

    private static IEnumerable<LongTermOutcome> ForSomebodyWhoLives => Enum.GetValues<LongTermOutcome>().Except([LongTermOutcome.Died]);

    [Test]
    public void Cannot_return_home_the_interim_stay_is_refused_until_it_is_on_record_why() =>
        Given(Opened, NeedsCareDayAndNight, Involved).When(Decide.Decide).ThenRefused(DecideInterimStay.NotReady.For(WhatInterimStayNeeds.WhyNotHome));

    [Test]
    public void Needs_24_hour_care_and_supervision_the_interim_stay_is_refused_until_it_is_on_record() =>
        Given(Opened, Assessed, HomeNotPossible, Involved).When(Decide.Decide).ThenRefused(DecideInterimStay.NotReady.For(WhatInterimStayNeeds.Need));

    [Test]
    public void Twenty_four_hour_care_is_a_need_and_not_a_clock() =>
        Assert.That(CaseOf(Opened, NeedsCareDayAndNight, HomeNotPossible, Involved, StayDecided).Clocks(), Is.Empty);

    [Test]
    public void In_an_interim_setting_while_long_term_needs_are_assessed()
    {
        Given(Opened, NeedsCareDayAndNight, HomeNotPossible, Involved).When(Decide.Decide).ThenRecorded(StayDecided);
        Assert.That(InTheBed().NextAt(March(5, "09:00")), Does.Contain("begin-long-term-assessment"));
    }

    [Test]
    public void Nursing_bed_28_days() => Assert.That(InTheBed().Limits(March(4, "15:00")), Is.EqualTo(new[] { ("T07", (LocalDate?)new LocalDate(2026, 4, 1), ClockStatus.Running) }));

    [Test]
    public void Residential_home_6_weeks() => Assert.That(
        CaseAfterOpening([LeftForCareHome, ArrivedAt(March(4, "15:00"), InResidentialHome)]).Limits(March(4, "15:00")),
        Is.EqualTo(new[] { ("T08", (LocalDate?)new LocalDate(2026, 4, 15), ClockStatus.Running) }));

    [Test]
    public void Assess_once_maximum_independence_is_reached_completing_is_refused_before([ValueSource(nameof(ForSomebodyWhoLives))] LongTermOutcome outcome) =>
        Given([Opened, .. ToTheNursingBed.Select(AtOnce)]).When((Complete with { Outcome = outcome }).Decide).ThenRefused(CompleteLongTermAssessment.TooSoon);

    [Test]
    public void Maximum_independence_no_further_gain_or_end_of_life_is_recorded_by_whom_and_on_what_ground([Values] RecoveryFinding finding)
    {
        var judged = new RecoveryJudged(March(20, "10:00"), finding, RecoveryGround.TherapistsJudgement, StaffRole.Physiotherapist, Note);
        Given([Opened, .. ToTheNursingBed.Select(AtOnce)])
            .When(new JudgeRecovery(March(20, "10:00"), finding, RecoveryGround.TherapistsJudgement, StaffRole.Physiotherapist, Note).Decide)
            .ThenRecorded(judged);
        Given([Opened, .. ToTheNursingBed.Select(AtOnce), judged]).When(Complete.Decide).ThenRecorded(Completed(LongTermOutcome.HomeWithPackage));
    }

    [Test]
    public void What_was_found_after_the_assessment_does_not_count_for_it() =>
        Given([Opened, .. ToTheNursingBed.Select(AtOnce), Recovered with { OccurredAt = March(25, "10:01") }]).When(Complete.Decide).ThenRefused(CompleteLongTermAssessment.TooSoon);

    [Test]
    public void What_was_found_for_one_assessment_does_not_count_for_the_next() => Assert.Multiple(() =>
    {
        Recorded[] again = [Opened, .. ToTheNursingBed.Select(AtOnce), Recovered, Completed(LongTermOutcome.HomeWithPackage), new LongTermAssessmentBegun(March(26, "10:00"), StaffRole.SocialWorker)];
        var complete = Complete with { OccurredAt = March(28, "10:00") };
        Given(again).When(complete.Decide).ThenRefused(CompleteLongTermAssessment.TooSoon);
        Given([.. again, Recovered with { OccurredAt = March(27, "10:00") }]).When(complete.Decide).ThenRecorded(Completed(LongTermOutcome.HomeWithPackage) with { OccurredAt = March(28, "10:00") });
        Assert.That(CaseOf(again).NextAt(March(27, "09:00")), Does.Contain("judge-recovery"));
    });

    [Test]
    public void The_assessment_can_begin_before_maximum_independence_is_reached() =>
        Given([Opened, .. ToTheNursingBed.Select(AtOnce)]).When(new BeginLongTermAssessment(March(5, "10:00"), StaffRole.SocialWorker).Decide)
            .ThenRecorded(new LongTermAssessmentBegun(March(5, "10:00"), StaffRole.SocialWorker));

    [Test]
    public void Decide_whether_the_person_can_return_home_or_where_they_are_placed([ValueSource(nameof(ForSomebodyWhoLives))] LongTermOutcome outcome) =>
        Given([Opened, .. ToTheNursingBed.Select(AtOnce), Recovered]).When((Complete with { Outcome = outcome }).Decide).ThenRecorded(Completed(outcome));

    [Test]
    public void Jointly_funded_the_parts_of_health_and_social_care_are_agreed_by_days_and_make_the_cost_of_the_stay()
    {
        var discharge = InTheBed(new FundingSplitAgreed(March(4, "12:00"), new(50, 50, 0), new LocalDate(2026, 3, 4), FundingAgreement.HealthAndSocialCare));
        Assert.That(StayCost.Of(discharge, InterimStay.Of(discharge)[0], new LocalDate(2026, 4, 1)), Is.EqualTo(new StayCost(28, 560_000, 280_000, 280_000, 0, 0)));
    }

    [Test]
    public void Changing_bed_type_starts_the_other_limit_and_keeps_the_first_in_history() => Assert.That(
        InTheBed(ArrivedAt(March(20, "11:00"), InResidentialHome)).Limits(March(21, "09:00")),
        Is.EqualTo(new[] { ("T07", (LocalDate?)new LocalDate(2026, 4, 1), ClockStatus.Met), ("T08", new LocalDate(2026, 5, 1), ClockStatus.Running) }));

    [Test]
    public void Another_place_of_the_same_type_continues_the_same_limit() => Assert.That(
        InTheBed(VacatedAt(March(20, "10:00"), LeavingInterimBedFor.AnotherInterimBed), ArrivedAt(March(20, "11:00"), InNursingBed with { Provider = Larchfield })).Limits(March(21, "09:00")),
        Is.EqualTo(new[] { ("T07", (LocalDate?)new LocalDate(2026, 4, 1), ClockStatus.Warned) }));

    [Test]
    public void Total_interim_days_are_those_of_every_stay()
    {
        var stays = InterimStay.Of(InTheBed(ArrivedAt(March(20, "11:00"), InResidentialHome), VacatedAt(April(2, "10:00"))));
        Assert.That((stays.Select(stay => stay.DaysBy(April(30, "09:00"))), InterimStay.TotalDaysBy(stays, April(30, "09:00"))), Is.EqualTo(((int[])[16, 13], 29)));
    }

    [Test]
    public void An_extension_is_by_a_named_authoriser_with_reason_and_new_date() =>
        Given([Opened, .. ToTheNursingBed.Select(AtOnce)])
            .When(new ExtendInterimStay(March(31, "10:00"), new LocalDate(2026, 4, 20), ExtensionReason.AwaitingCareAtHome, SeniorRole.ServiceManager, Note).Decide)
            .ThenRecorded(Extended);

    [Test]
    public void An_extension_is_a_breach_with_an_explanation_and_never_a_silent_longer_limit()
    {
        var history = HistoryOfAll([Opened, .. ToTheNursingBed, Extended]).LookedAt(April(2, "09:00"));
        var discharge = history.AsDischargeCase();
        Assert.Multiple(() =>
        {
            Assert.That(history.Told().Last(), Is.EqualTo("12 T07 breached"));
            Assert.That(discharge.Limits(April(2, "09:00")), Is.EqualTo(new[] { ("T07", (LocalDate?)new LocalDate(2026, 4, 1), ClockStatus.Breached) }));
            Assert.That(InterimStay.Of(discharge)[0].ExtensionIn(discharge), Is.EqualTo(Extended));
        });
    }
}
