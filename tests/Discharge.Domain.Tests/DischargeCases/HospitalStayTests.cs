using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class HospitalStayTests
{
    private static readonly LocalDate March9 = new(2026, 3, 9);

    private static readonly DischargeCase DayCase = CaseOf(Opened with { AdmittedAt = March(4, "07:00"), OccurredAt = March(4, "07:00") }, Ready, Left);

    [Test]
    public void Length_of_stay_is_the_midnights_since_admission() =>
        Assert.That(HospitalStay.Of(CaseOf(Opened)).LengthInDays(March9), Is.EqualTo(8));

    [Test]
    public void It_no_longer_grows_once_the_person_left() => Assert.That(HospitalStay.Of(CaseOf(Opened, Left)).LengthInDays(March9), Is.EqualTo(3));

    private static IEnumerable<TestCaseData> Endings =>
    [
        new TestCaseData(new PersonDied(March(6, "20:00"), PlaceOfDeath.Hospital)).SetArgDisplayNames("Died in hospital"),
        new TestCaseData(new Readmitted(March(6, "20:00"), ReturnReason.Fall)).SetArgDisplayNames("Readmitted, and nobody recorded the leaving"),
        new TestCaseData(new CaseClosed(March(6, "20:00"), CaseOutcome.Hospital)).SetArgDisplayNames("Closed, with nothing else on record"),
    ];

    [TestCaseSource(nameof(Endings))]
    public void Nor_does_it_grow_after_what_ended_the_stay_with_no_leaving_and_no_delay_is_counted(DischargeCaseEvent ended)
    {
        var stay = HospitalStay.Of(CaseAfterOpening([Ready, ended]));
        Assert.That((stay.LengthInDays(March9), stay.DaysSinceReady(March9), stay.LeftOn, stay.DelayDays), Is.EqualTo(((int?)5, (int?)2, (LocalDate?)null, (int?)null)));
    }

    [Test]
    public void The_last_period_ends_with_a_death_in_hospital_and_a_review_dated_after_it_changes_nothing() => Assert.That(
        ReadyPeriod.Of(CaseOf(Opened, Ready, new PersonDied(March(4, "20:00"), PlaceOfDeath.Hospital), NeedsBedAt(March(4, "21:00")))),
        Is.EqualTo(new List<ReadyPeriod> { new(March(4, "09:00"), March(4, "20:00"), MetAgain: false) }));

    [Test]
    public void Midnight_is_Londons_though_in_Universal_Time_it_is_still_30_June() =>
        Assert.That(HospitalStay.Of(CaseOf(Opened with { AdmittedAt = July(1, "00:30") })).AdmittedOn, Is.EqualTo(new LocalDate(2026, 7, 1)));

    [Test]
    public void The_day_the_clocks_change_is_one_day() =>
        Assert.That(HospitalStay.Of(CaseOf(Opened with { AdmittedAt = March(28, "23:30") }, LeftAt(March(30, "00:15")))).LengthInDays(March9), Is.EqualTo(2));

    [Test]
    public void Nobody_knows_how_long_somebody_is_there_whose_admission_nobody_knows() =>
        Assert.That(HospitalStay.Of(CaseOf(Opened with { AdmittedAt = null })).LengthInDays(March9), Is.Null);

    [Test]
    public void An_admission_recorded_later_counts() =>
        Assert.That(HospitalStay.Of(CaseOf(Opened with { AdmittedAt = null }, new PersonAdmitted(March(7, "08:00"), AdmissionMethod.Planned))).LengthInDays(March9), Is.EqualTo(2));

    [Test]
    public void The_discharge_ready_date_is_blank_for_a_stay_without_a_night_and_its_delay_is_none() => Assert.Multiple(() =>
    {
        Assert.That(HospitalStay.Of(DayCase).ReadyOn, Is.Null);
        Assert.That(HospitalStay.Of(DayCase).DelayDays, Is.Zero);
    });

    private static readonly CaseOpened AdmittedThatDay = Opened with { AdmittedAt = March(4, "07:00"), OccurredAt = March(4, "07:00") };

    [TestCase(true, null)]
    [TestCase(false, 0)]
    public void Whoever_discharged_themselves_on_the_day_of_admission_and_was_not_found_ready_has_no_delay_to_count(bool selfDischarge, int? days)
    {
        var left = Left with { SelfDischarge = selfDischarge };
        Assert.Multiple(() =>
        {
            Assert.That(HospitalStay.Of(CaseOf(AdmittedThatDay, left)).DelayDays, Is.EqualTo(days));
            Assert.That(HospitalStay.Of(CaseOf(AdmittedThatDay, ReadyAt(March(4, "08:00")), NeedsBedAt(March(4, "09:00")), left)).DelayDays, Is.EqualTo(days), "met again");
            Assert.That(HospitalStay.Of(CaseOf(AdmittedThatDay, Ready, left)).DelayDays, Is.Zero, "found ready");
        });
    }

    [Test]
    public void Delay_days_are_the_date_of_discharge_less_the_discharge_ready_date() =>
        Assert.That(HospitalStay.Of(CaseOf(Opened, ReadyAt(March(3, "23:59")), LeftAt(March(6, "00:01")))).DelayDays, Is.EqualTo(3));

    [Test]
    public void Somebody_still_there_has_days_since_ready_and_no_delay_yet() => Assert.Multiple(() =>
    {
        Assert.That(HospitalStay.Of(CaseOf(Opened, Ready)).DaysSinceReady(March9), Is.EqualTo(5));
        Assert.That(HospitalStay.Of(CaseOf(Opened, Ready)).DelayDays, Is.Null);
    });

    [Test]
    public void Somebody_who_left_meeting_criteria_has_no_delay_to_count() => Assert.That(HospitalStay.Of(CaseOf(Opened, NeedsBedAt(March(3, "09:00")), Left)).DelayDays, Is.Null);

    [Test]
    public void Every_period_of_not_meeting_criteria_is_kept_with_its_end() => Assert.That(
        ReadyPeriod.Of(CaseOf(Opened, ReadyAt(March(2, "09:00")), ReadyAt(March(2, "16:00")), NeedsBedAt(March(3, "09:00")), Ready, Left)),
        Is.EqualTo(new List<ReadyPeriod> { new(March(2, "09:00"), March(3, "09:00"), MetAgain: true), new(March(4, "09:00"), March(4, "14:00"), MetAgain: false) }));

    [Test]
    public void Criteria_are_met_since_the_first_review_that_found_so_and_not_since_the_last() => Assert.Multiple(() =>
    {
        Assert.That(CaseOf(Opened).MeetsCriteriaSince, Is.Null);
        Assert.That(CaseOf(Opened, NeedsBedAt(March(2, "09:00")), NeedsBedAt(March(2, "16:00"))).MeetsCriteriaSince, Is.EqualTo(March(2, "09:00")));
        Assert.That(CaseOf(Opened, NeedsBedAt(March(2, "09:00")), Ready).MeetsCriteriaSince, Is.Null);
        Assert.That(CaseOf(Opened, ReadyAt(March(2, "09:00")), NeedsBedAt(March(3, "09:00")), NeedsBedAt(March(3, "16:00"))).MeetsCriteriaSince, Is.EqualTo(March(3, "09:00")));
        Assert.That(CaseOf(Opened, Ready, Left, NeedsBedAt(March(4, "21:00"))).MeetsCriteriaSince, Is.Null, "a review dated after somebody was gone changes nothing");
    });

    [Test]
    public void A_period_that_goes_on_has_no_end() =>
        Assert.That(ReadyPeriod.Of(CaseOf(Opened, Ready)), Is.EqualTo(new List<ReadyPeriod> { new(March(4, "09:00"), null, MetAgain: false) }));

    [Test]
    public void The_discharge_ready_date_is_never_after_the_date_of_discharge() =>
        AnyCase.Facts.Sample(facts => HospitalStay.Of(HistoryOfAll(facts).AsDischargeCase()) is var stay && !(stay.ReadyOn > stay.LeftOn) && !(stay.DelayDays < 0), iter: 500);

    [Test]
    public void It_is_the_start_of_the_last_period_unless_criteria_were_met_again_or_there_was_no_night() =>
        AnyCase.Facts.Sample(
            facts =>
            {
                var discharge = HistoryOfAll(facts).AsDischargeCase();
                var stay = HospitalStay.Of(discharge);
                var last = ReadyPeriod.Of(discharge) is [.., var final] ? final : null;
                var blank = last is null or { MetAgain: true } || (stay.LeftOn is not null && stay.LeftOn == stay.AdmittedOn);
                return stay.ReadyOn == (blank ? null : LocalCalendar.DateOf(last!.From));
            },
            iter: 500);

    [Test]
    public void Periods_never_overlap_and_only_the_last_may_be_without_end() =>
        AnyCase.Facts.Sample(
            facts => ReadyPeriod.Of(HistoryOfAll(facts).AsDischargeCase()) is var periods
                && periods.Zip(periods.Skip(1), (one, next) => one.MetAgain && one.From < one.Until && one.Until <= next.From).All(apart => apart),
            iter: 500);

    [Test]
    public void Facts_recorded_in_any_order_give_the_same_stay() =>
        AnyCase.TwoOrders.Sample(orders => Whole(orders.One) == Whole(orders.Other), iter: 500);

    private static string Whole(Fact[] facts)
    {
        var discharge = HistoryOfAll(facts).AsDischargeCase();
        return string.Join(
            '|',
            [HospitalStay.Of(discharge), HospitalPlace.Of(Opened with { OccurredAt = facts[0].OccurredAt }, discharge.Facts), EarlyRecognition.Of(discharge), ExpectedDischarge.Of(discharge)?.DriftDays,
                .. ReadyPeriod.Of(discharge), .. WardRound.Of(discharge)]);
    }
}
