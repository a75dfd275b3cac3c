using CsCheck;
using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ReadySinceTests
{
    private static IEnumerable<TestCaseData> Periods =>
    [
        Row("Never reviewed", null),
        Row("Reviewed and meeting criteria", null, NeedsBedAt(March(3, "09:00"))),
        Row("The date the person no longer met criteria (rule 1)", "2026-03-03", ReadyAt(March(3, "09:00"))),
        Row("Later reviews that find the same leave it where it began (rule 3)", "2026-03-03", ReadyAt(March(3, "09:00")), ReadyAt(March(3, "16:00")), ReadyAt(March(4, "09:00"))),
        Row("Meeting criteria again clears it (rule 4)", null, ReadyAt(March(3, "09:00")), NeedsBedAt(March(4, "09:00"))),
        Row("Not yet gone: the current period (rule 4)", "2026-03-05", ReadyAt(March(3, "09:00")), NeedsBedAt(March(4, "09:00")), ReadyAt(March(5, "09:00"))),
        Row(
            "Gone: the final period (rule 4)",
            "2026-03-05",
            ReadyAt(March(3, "09:00")), NeedsBedAt(March(4, "09:00")), ReadyAt(March(5, "09:00")), ReadyAt(March(6, "09:00")), LeftAt(March(7, "14:00"))),
        Row("Gone while meeting criteria again: none", null, ReadyAt(March(3, "09:00")), NeedsBedAt(March(4, "09:00")), LeftAt(March(4, "14:00"))),
        Row("A review dated after leaving changes nothing (rule 5)", "2026-03-03", ReadyAt(March(3, "09:00")), LeftAt(March(4, "14:00")), NeedsBedAt(March(4, "15:00"))),
        Row("Nor does it begin a period (rule 5)", null, LeftAt(March(4, "14:00")), ReadyAt(March(4, "15:00"))),
        Row("Ready and gone on the same day: no delay (rule 2)", "2026-03-04", ReadyAt(March(4, "09:00")), LeftAt(March(4, "14:00"))),
        Row("Found ready at the moment of leaving", "2026-03-04", ReadyAt(March(4, "14:00")), LeftAt(March(4, "14:00"))),
        Row("An earlier review recorded late moves it", "2026-03-02", ReadyAt(March(3, "09:00")), ReadyAt(March(2, "16:00"))),
        Row("A review in between recorded late splits the period", "2026-03-05", ReadyAt(March(3, "09:00")), ReadyAt(March(5, "09:00")), NeedsBedAt(March(4, "09:00"))),
        Row("A withdrawn review counts for nothing", "2026-03-03", ReadyAt(March(3, "09:00")), NeedsBedAt(March(4, "09:00")), Withdrawn(3, March(4, "10:00"))),
        Row("The date is London's, though in Universal Time it is still 30 June", "2026-07-01", ReadyAt(July(1, "00:30"))),
    ];

    [TestCaseSource(nameof(Periods))]
    public void The_discharge_ready_date_begins_the_current_or_final_period_of_not_meeting_criteria_to_reside(string? date, Fact[] facts)
    {
        var since = CaseAfterOpening(facts).ReadySince;
        Assert.That(since is { } moment ? $"{LocalCalendar.DateOf(moment):uuuu-MM-dd}" : null, Is.EqualTo(date));
    }

    [Test]
    public void In_any_history_it_begins_with_a_review_that_finds_no_criterion_met_and_no_review_until_they_were_gone_finds_one_after_it() =>
        AnyCase.Facts.Sample(facts => HistoryOfAll(facts).AsDischargeCase() is var discharge && discharge.ReadySince switch
        {
            { } since => ReviewsIn(discharge) is var reviews
                && reviews.Any(review => review.OccurredAt == since)
                && reviews.Where(review => review.OccurredAt >= since).All(review => review.Met.Count == 0)
                && reviews.LastOrDefault(review => review.OccurredAt < since) is not { Met.Count: 0 },
            null => ReviewsIn(discharge).LastOrDefault() is not { Met.Count: 0 },
        });

    [Test]
    public void In_any_history_the_date_is_never_after_the_date_of_leaving_and_the_delay_is_the_days_between_them() =>
        AnyCase.Facts.Sample(facts => HistoryOfAll(facts).AsDischargeCase() is var discharge && HospitalStay.Of(discharge) switch
        {
            { LeftOn: null } stay => stay.DelayDays is null,
            { LeftOn: { } left, AdmittedOn: { } admitted } stay when left == admitted =>
                stay.ReadyOn is null && stay.DelayDays == (discharge is { ReadySince: null, Left.SelfDischarge: true } ? null : 0),
            { LeftOn: { } left, ReadyOn: { } ready } stay => ready <= left && stay.DelayDays == NodaTime.Period.DaysBetween(ready, left),
            var stay => stay.DelayDays is null,
        });

    [Test]
    public void Many_of_the_random_histories_are_ready_and_many_are_not() =>
        Assert.That(Enumerable.Range(0, 4_000).Count(_ => HistoryOfAll(AnyCase.Facts.Single()).AsDischargeCase().ReadySince is not null), Is.InRange(40, 3_960));

    [Test]
    public void It_is_derived_with_its_moment() =>
        Assert.That(CaseOf(Opened, ReadyAt(March(3, "09:00")), ReadyAt(March(4, "09:00"))).ReadySince, Is.EqualTo(March(3, "09:00")));

    private static CriteriaToResideReviewed[] ReviewsIn(DischargeCase discharge) =>
        [.. discharge.Facts.All<CriteriaToResideReviewed>().Where(review => !(discharge.GoneAt < review.OccurredAt))];

    private static TestCaseData Row(string description, string? date, params Fact[] facts) => new TestCaseData(date, facts).SetArgDisplayNames(description);
}
