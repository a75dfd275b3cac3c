using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

/// <summary>First contact on Monday 2 March 2026, so that day 42 is Monday 13 April, in summer time.</summary>
public sealed class SixWeeksTests : ReablementDecisions
{
    private static Recorded[] Started => [Referred, Accepted, AllocatedToOlu, FirstContact];

    private static ReablementEnded Ended => new(April(10, "16:00"), ReablementSequel.OngoingLowLevelSupport);

    private static StartCharging Charge => new(April(13, "09:00"), ChargedFor.ReablementPastFreeDays, FinanciallyAssessed: true);

    [TestCase("T05", 13, "23:59", ClockStatus.Met)]
    [TestCase("T05", 14, "00:00", ClockStatus.MetLate)]
    [TestCase("T12", 13, "23:59", ClockStatus.Met)]
    [TestCase("T12", 14, "00:00", ClockStatus.MetLate)]
    public void Reablement_lasts_up_to_six_weeks_from_first_contact(string rule, int day, string time, ClockStatus status) =>
        Assert.That(ClockOf(rule, [.. Started, Ended with { OccurredAt = April(day, time) }]).StatusAt(May(1, "09:00")), Is.EqualTo(status));

    [TestCase("T05", 3, 30, "07:59", ClockStatus.Running)]
    [TestCase("T05", 3, 30, "08:00", ClockStatus.Warned, Description = "Day 28")]
    [TestCase("T05", 4, 14, "00:00", ClockStatus.Breached)]
    [TestCase("T12", 4, 6, "07:59", ClockStatus.Running)]
    [TestCase("T12", 4, 6, "08:00", ClockStatus.Warned, Description = "Day 35")]
    [TestCase("T12", 4, 14, "00:00", ClockStatus.Breached)]
    public void It_is_warned_of_and_breached(string rule, int month, int day, string time, ClockStatus status) =>
        Assert.That(ClockOf(rule, Started).StatusAt(month == 3 ? March(day, time) : April(day, time)), Is.EqualTo(status));

    [Test]
    public void The_six_weeks_are_warned_at_day_28_and_35() => Assert.That(
        ClockOf("T05", Started).MomentsBy(April(13, "12:00")).Where(moment => moment.Level is null).Select(moment => moment.At), Is.EqualTo([March(30, "08:00"), April(6, "08:00")]));

    [Test]
    public void They_begin_with_the_first_contact_and_not_with_the_referral() => Assert.That(RulesOf(Referred, Accepted, AllocatedToOlu), Has.None.EqualTo("T05").And.None.EqualTo("T12"));

    [Test]
    public void They_do_not_begin_with_a_contact_after_the_ending_and_end_with_it_whenever_the_contact_before_it_is_recorded() => Assert.Multiple(() =>
    {
        var ended = Ended with { OccurredAt = March(3, "16:00"), Sequel = ReablementSequel.Declined };
        Assert.That(RulesOf(Referred, Accepted, ended, FirstContact with { OccurredAt = March(4, "10:00") }), Has.None.EqualTo("T05").And.None.EqualTo("T12"));
        Assert.That(
            RulesOf(Referred, Accepted, FirstContact, FirstContact with { OccurredAt = March(4, "10:00") }, ended, new EntryWithdrawn(March(5, "09:00"), 3, WithdrawalReason.WrongPerson)), Has.None.EqualTo("T05").And.None.EqualTo("T12"));
        Assert.That(ClockOf("T05", Referred, Accepted, ended, FirstContact).StatusAt(May(1, "09:00")), Is.EqualTo(ClockStatus.Met));
        Assert.That(ClockOf("T12", Referred, Accepted, ended, FirstContact).StatusAt(May(1, "09:00")), Is.EqualTo(ClockStatus.Met));
        Assert.That(ClockOf("T05", Referred, Accepted, FirstContact with { OccurredAt = March(3, "16:00") }, ended).IsOpen, Is.False, "At the same moment, too.");
    });

    [TestCase(4, 12, "23:59", Description = "The last of 42 free days")]
    [TestCase(3, 20, "09:00")]
    public void Reablement_itself_is_never_charged_inside_them(int month, int day, string time) =>
        Given(Started).When((Charge with { OccurredAt = month == 3 ? March(day, time) : April(day, time) }).Decide).ThenRefused(StartCharging.StillFree);

    [Test]
    public void Charging_may_start_from_the_end_of_the_free_days_on() => Assert.Multiple(() =>
    {
        Given(Started).When(Charge.Decide).ThenRecorded(new ChargingStarted(April(13, "09:00"), ChargedFor.ReablementPastFreeDays));
        Assert.That(ClockOf("T12", [.. Started, new ChargingStarted(April(13, "09:00"), ChargedFor.ReablementPastFreeDays)]).StatusAt(May(1, "09:00")), Is.EqualTo(ClockStatus.Met));
    });

    [Test]
    public void Where_it_ends_earlier_long_term_care_may_be_charged_from_then_on_and_reablement_not() => Assert.Multiple(() =>
    {
        Recorded[] ended = [.. Started, Ended with { OccurredAt = March(20, "09:00"), Sequel = ReablementSequel.LongTermSupportInCommunity }];
        var charge = Charge with { OccurredAt = March(23, "09:00"), For = ChargedFor.LongTermCare };
        Given(ended).When(charge.Decide).ThenRecorded(new ChargingStarted(March(23, "09:00"), ChargedFor.LongTermCare));
        Given(ended).When((charge with { For = ChargedFor.ReablementPastFreeDays }).Decide).ThenRefused(StartCharging.StillFree);
        Given(ended).When((charge with { OccurredAt = March(19, "09:00") }).Decide).ThenRefused(StartCharging.StillFree);
    });

    [Test]
    public void Charging_is_subject_to_the_financial_assessment() => Given(Started).When((Charge with { FinanciallyAssessed = false }).Decide).ThenRefused(StartCharging.NotAssessed);

    [Test]
    public void What_has_not_started_is_not_charged_nor_decided_on() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted).When(Charge.Decide).ThenRefused(StartCharging.NotStarted);
        Given(Referred, Accepted).When(AtLimit.Decide).ThenRefused(StartCharging.NotStarted);
        Given(Referred, ReferralWithdrawn).When(Charge.Decide).ThenRefused(ReablementCommand.ReferredInError);
    });

    [Test]
    public void A_charge_said_twice_is_recorded_once() =>
        Given([.. Started, new ChargingStarted(April(13, "09:00"), ChargedFor.ReablementPastFreeDays)]).When(Charge.Decide).ThenRecordedNothing();

    [Test]
    public void A_charge_starts_once_for_what_it_is_for() => Assert.Multiple(() =>
    {
        Recorded[] charged = [.. Started, new ChargingStarted(April(13, "09:00"), ChargedFor.ReablementPastFreeDays)];
        Given(charged).When((Charge with { OccurredAt = April(15, "09:00") }).Decide).ThenRefused(StartCharging.StartedAlready.Naming(5));
        Given(charged).When((Charge with { OccurredAt = April(15, "09:00"), For = ChargedFor.LongTermCare }).Decide).ThenRecorded(new ChargingStarted(April(15, "09:00"), ChargedFor.LongTermCare));
    });

    [Test]
    public void Where_it_was_waived_and_decided_anew_that_they_are_charged_the_charge_is_to_be_started() => Assert.That(
        StepsOf([.. Started, Decided with { Charge = ChargePosition.Waived }, Decided with { OccurredAt = April(14, "09:00"), Charge = ChargePosition.Charged }]), Is.EquivalentTo(["bring-about", "start-charge"]));

    [Test]
    public void A_charge_that_comes_to_lie_within_the_free_days_since_the_first_contact_was_withdrawn_is_shown_and_settles_nothing() => Assert.Multiple(() =>
    {
        Recorded[] charged = [.. Started, FirstContact with { OccurredAt = March(20, "10:00") }, new ChargingStarted(April(13, "09:00"), ChargedFor.ReablementPastFreeDays)];
        Assert.That(ReablementContradictions.In(CaseOf(charged)), Is.Empty);
        Recorded[] corrected = [.. charged, new EntryWithdrawn(April(14, "09:00"), 4, WithdrawalReason.WrongPerson)];
        Assert.That(ReablementContradictions.In(CaseOf(corrected)), Is.EqualTo([ReablementContradictions.ChargedWhileFree]));
        Assert.That(ClockOf("T12", corrected).IsOpen);
        Assert.That(ReablementContradictions.In(CaseOf([.. corrected, new EntryWithdrawn(April(14, "10:00"), 6, WithdrawalReason.WrongTime)])), Is.Empty, "Until the charge is withdrawn.");
    });

    [Test]
    public void A_charge_for_long_term_care_is_shown_where_the_ending_before_it_was_withdrawn() => Assert.Multiple(() =>
    {
        Recorded[] charged = [.. Started, Ended with { OccurredAt = March(20, "09:00") }, new ChargingStarted(March(23, "09:00"), ChargedFor.LongTermCare)];
        Assert.That(ReablementContradictions.In(CaseOf(charged)), Is.Empty);
        Recorded[] corrected = [.. charged, new EntryWithdrawn(March(24, "09:00"), 5, WithdrawalReason.DidNotHappen)];
        Assert.That(ReablementContradictions.In(CaseOf(corrected)), Is.EqualTo([ReablementContradictions.ChargedWhileFree]));
        Assert.That(ClockOf("T12", corrected).IsOpen);
    });

    [Test]
    public void A_charge_where_no_contact_stands_any_more_is_shown() => Assert.That(
        ReablementContradictions.In(CaseOf([.. Started, new ChargingStarted(April(13, "09:00"), ChargedFor.ReablementPastFreeDays), new EntryWithdrawn(April(14, "09:00"), 4, WithdrawalReason.WrongPerson)])),
        Is.EqualTo([ReablementContradictions.ChargedWhileFree]));

    [Test]
    public void At_the_limit_a_decision_is_asked_for() => Assert.Multiple(() =>
    {
        Given(Started).When(AtLimit.Decide).ThenRecorded(new LimitDecided(April(13, "15:00"), WaitingFor.PackageOfCare, OdsCode.Parse("713"), ChargePosition.Undecided));
        Assert.That(ReablementSteps.Of(CaseOf(Started), [ClockOf("T05", Started)]).Select(step => (step.What, step.Due)), Is.EqualTo([("end-reablement", (Instant?)ClockOf("T05", Started).Due.DueAt)]));
    });

    [Test]
    public void To_waive_the_charge_settles_it() => Assert.That(
        ClockOf("T12", [.. Started, new LimitDecided(April(13, "15:00"), WaitingFor.PackageOfCare, OdsCode.Parse("713"), ChargePosition.Waived)]).StatusAt(May(1, "09:00")), Is.EqualTo(ClockStatus.Met));

    [TestCase(29, "23:59", false)]
    [TestCase(30, "00:00", true, Description = "Day 28")]
    public void It_is_decided_from_the_first_warning_of_the_limit_on(int day, string time, bool near)
    {
        var decided = Given(Started).When((AtLimit with { OccurredAt = March(day, time) }).Decide);
        if (near)
        {
            decided.ThenRecorded(Decided with { OccurredAt = March(day, time) });
        }
        else
        {
            decided.ThenRefused(DecideAtLimit.TooEarly);
        }
    }

    [Test]
    public void A_waiver_long_before_the_limit_settles_nothing() =>
        Assert.That(ClockOf("T12", [.. Started, Decided with { OccurredAt = March(3, "09:00"), Charge = ChargePosition.Waived }]).IsOpen);

    [Test]
    public void To_decide_that_somebody_is_charged_is_subject_to_the_financial_assessment() => Assert.Multiple(() =>
    {
        var charging = AtLimit with { Charge = ChargePosition.Charged };
        Given(Started).When(charging.Decide).ThenRefused(StartCharging.NotAssessed);
        Given(Started).When((charging with { FinanciallyAssessed = true }).Decide).ThenRecorded(Decided with { Charge = ChargePosition.Charged });
        Given([.. Started, new ChargingStarted(April(13, "09:00"), ChargedFor.ReablementPastFreeDays)]).When(charging.Decide).ThenRecorded(Decided with { Charge = ChargePosition.Charged });
    });

    [Test]
    public void What_was_waived_is_not_charged_before_it_is_decided_anew() => Assert.Multiple(() =>
    {
        Recorded[] waived = [.. Started, Decided with { Charge = ChargePosition.Waived }];
        var charge = Charge with { OccurredAt = April(15, "09:00") };
        Given(waived).When(charge.Decide).ThenRefused(StartCharging.IsWaived.Naming(5));
        Given([.. waived, Decided with { OccurredAt = April(14, "09:00"), Charge = ChargePosition.Charged }]).When(charge.Decide).ThenRecorded(new ChargingStarted(April(15, "09:00"), ChargedFor.ReablementPastFreeDays));
        Given(waived).When((charge with { For = ChargedFor.LongTermCare }).Decide).ThenRecorded(new ChargingStarted(April(15, "09:00"), ChargedFor.LongTermCare));
    });

    [Test]
    public void A_charge_that_a_waiver_recorded_late_comes_before_is_shown() => Assert.That(
        ReablementContradictions.In(CaseOf([.. Started, new ChargingStarted(April(15, "09:00"), ChargedFor.ReablementPastFreeDays), Decided with { Charge = ChargePosition.Waived }])),
        Is.EqualTo([ReablementContradictions.ChargedThoughWaived]));

    [Test]
    public void Once_decided_it_is_not_asked_for_again_and_whose_it_is_to_bring_about_is_next() => Assert.Multiple(() =>
    {
        Assert.That(StepsOf(Started), Is.EquivalentTo(["end-reablement", "settle-charge"]));
        Assert.That(StepsOf([.. Started, Decided]), Is.EquivalentTo(["bring-about", "settle-charge"]));
        Assert.That(StepsOf([.. Started, Decided with { Charge = ChargePosition.Waived }]), Is.EquivalentTo(["bring-about"]));
        Assert.That(StepsOf([.. Started, Decided with { Charge = ChargePosition.Charged }]), Is.EquivalentTo(["bring-about", "start-charge"]));
        Assert.That(ReablementSteps.Of(CaseOf([.. Started, Decided]), [ClockOf("T05", [.. Started, Decided])]).Single().Organisation, Is.EqualTo(OdsCode.Parse("713")));
    });

    [Test]
    public void Visits_are_never_refused_past_six_weeks() => Assert.Multiple(() =>
    {
        Given(Started).When(new PlanVisit(April(20, "09:00"), April(21, "09:00"), Olu, ReablementRole.OccupationalTherapist).Decide)
            .ThenRecorded(new VisitPlanned(April(20, "09:00"), April(21, "09:00"), Olu, ReablementRole.OccupationalTherapist));
        Given(Started).When(new RecordContact(April(21, "09:00"), Olu, ReablementRole.OccupationalTherapist, ContactBy.Visit).Decide).ThenRecorded(FirstContact with { OccurredAt = April(21, "09:00") });
    });

    [Test]
    public void The_ending_records_its_sequel_in_the_national_terms([Values] ReablementSequel sequel) => Assert.Multiple(() =>
    {
        Given(Started).When(new EndReablement(April(10, "16:00"), sequel).Decide).ThenRecorded(Ended with { Sequel = sequel });
        Assert.That(CaseOf([.. Started, Ended with { Sequel = sequel }]) is { Phase: ReablementPhase.Ended, IsOpen: false });
    });

    [Test]
    public void It_ends_once() => Given([.. Started, Ended]).When(new EndReablement(April(11, "16:00"), ReablementSequel.NoneNoNeeds).Decide).ThenRefused(EndReablement.EndedAlready.Naming(5));

    [Test]
    public void An_ending_without_a_start_is_recorded_and_says_so_unless_it_says_why() => Assert.Multiple(() =>
    {
        Given(Referred, Accepted).When(new EndReablement(March(5, "16:00"), ReablementSequel.NoneNoNeeds).Decide).ThenDeparting(EndReablement.WithoutStart);
        Given(Referred, Accepted).When(new EndReablement(March(5, "16:00"), ReablementSequel.Died).Decide).ThenRecorded(new ReablementEnded(March(5, "16:00"), ReablementSequel.Died));
    });

    [Test]
    public void Nothing_is_decided_after_the_ending_and_what_happens_is_recorded_and_says_so() => Assert.Multiple(() =>
    {
        Given([.. Started, Ended]).When(new PlanVisit(April(20, "09:00"), April(21, "09:00"), Olu, ReablementRole.SocialWorker).Decide).ThenRefused(ReablementCommand.HasEnded.Naming(5));
        Given([.. Started, Ended]).When(new HandOverCase(April(20, "09:00"), Petra, ReablementRole.SocialWorker, HandOverReason.Workload).Decide).ThenRefused(ReablementCommand.HasEnded.Naming(5));
        Given([.. Started, Ended]).When(new RecordContact(April(21, "09:00"), Olu, ReablementRole.SocialWorker, ContactBy.Visit).Decide).ThenDeparting(ReablementCommand.AfterEnding);
    });

    [TestCase(ReablementSequel.Died)]
    [TestCase(ReablementSequel.Readmitted)]
    [TestCase(ReablementSequel.Declined)]
    public void What_was_owed_as_it_ended_is_not_reached(ReablementSequel sequel) => Assert.That(
        ClockOf("T28", Referred, Accepted, new ReablementEnded(March(3, "10:00"), sequel)).StatusAt(March(10, "09:00")), Is.EqualTo(ClockStatus.NotReached));

    private static LimitDecided Decided => new(April(13, "15:00"), WaitingFor.PackageOfCare, OdsCode.Parse("713"), ChargePosition.Undecided);

    private static DecideAtLimit AtLimit => new(April(13, "15:00"), WaitingFor.PackageOfCare, OdsCode.Parse("713"), ChargePosition.Undecided);
}
