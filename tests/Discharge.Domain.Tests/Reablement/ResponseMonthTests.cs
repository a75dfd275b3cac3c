using Discharge.Domain.Reablement;
using Discharge.Domain.Tests.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

public sealed class ResponseMonthTests
{
    [Test]
    public void Response_times_are_by_the_month_of_the_referral() => Assert.That(
        ResponseMonth.Of(
            [
                Case(Referred, Accepted, FirstContact),
                Case(Referred, Accepted with { OccurredAt = March(5, "09:00") }),
                Case(ReferredUrgently, Accepted with { ReferrerTold = false }, FirstContact),
                Case(ReferredUrgently with { OccurredAt = April(1, "00:00") }),
                Case(Referred, ReferralWithdrawn),
            ],
            May(1, "09:00")),
        Is.EqualTo(
        [
            new ResponseMonth(new LocalDate(2026, 3, 1), Referrals: 3, Responded: 2, InTime: 1, MedianHours: 36.3m, Urgent: 1, UrgentSameDay: 1, Started: 2, MedianDaysToStart: 0.2m, ContactsPerWeek: 0.1m),
            new ResponseMonth(new LocalDate(2026, 4, 1), Referrals: 1, Responded: 0, InTime: 0, MedianHours: null, Urgent: 1, UrgentSameDay: 0, Started: 0, MedianDaysToStart: null, ContactsPerWeek: null),
        ]));

    [Test]
    public void Whoever_was_handed_over_has_no_referral_to_respond_to_and_a_start_all_the_same() => Assert.That(
        ResponseMonth.Of([Case(Referred with { DischargeCase = Id }, FirstContact)], May(1, "09:00")).Select(month => (month.Referrals, month.Started, month.MedianDaysToStart)), Is.EqualTo([(0, 1, (decimal?)0.2m)]));

    private static (ReablementCase Reablement, IReadOnlyList<Clock> Clocks) Case(params Recorded[] recorded)
    {
        var history = Histories.HistoryOf(recorded);
        return (history.AsReablement(), ReablementTimelines.ClocksOf(history.AsReablement(), ClockTerms.Of(RuleBook.Standard, history)));
    }
}
