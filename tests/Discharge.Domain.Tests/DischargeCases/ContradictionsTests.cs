using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ContradictionsTests
{
    private static History SeenAndClosed => HistoryOf(Opened, OnPathway1, Left, FoundWell, Seen, Closed);

    [Test]
    public void A_case_that_closed_with_all_done_contradicts_nothing() => Assert.That(In(SeenAndClosed), Is.Empty);

    [Test]
    public void A_closed_case_whose_visit_is_withdrawn_says_that_somebody_has_still_to_be_seen_and_whose_that_is()
    {
        var history = SeenAndClosed.Then(Withdrawn(5, March(7, "09:00")));
        Assert.Multiple(() =>
        {
            Assert.That(In(history), Is.EqualTo(new[] { Contradictions.ClosedTooSoon }));
            Assert.That(NextSteps.Of(history.AsDischargeCase(), history.Clocks()).Select(step => step.What), Is.EqualTo(new[] { "see-at-home" }));
        });
    }

    [Test]
    public void A_closing_that_a_senior_decided_without_the_welfare_check_is_no_contradiction() =>
        Assert.That(
            In(HistoryOf(Opened, OnPathway1, Left, Seen, Closed with { Override = new Override(SeniorRole.HubLead, OverrideReason.SeenSince) })),
            Is.Empty);

    [Test]
    public void Nor_is_one_without_a_visit_that_the_person_had_declined_but_a_visit_withdrawn_since_is() => Assert.Multiple(() =>
    {
        var declined = HistoryOf(Opened, OnPathway1, Left, FoundWell, new HomeVisitFailed(March(5, "10:00"), StaffRole.OccupationalTherapist, FailedVisitReason.Declined), Closed with { Override = new Override(SeniorRole.HubLead, OverrideReason.PersonsWish) });
        Assert.That(In(declined), Is.Empty);
        Assert.That(declined.Clocks().Single(clock => clock.Rule.Id == "T01").Stop, Is.Null, "nobody saw them");
        Assert.That(In(declined.Then(Withdrawn(5, March(7, "09:00")))), Is.EqualTo(new[] { Contradictions.ClosedTooSoon }));
    });

    [Test]
    public void Two_leavings_that_stand_because_a_withdrawal_was_withdrawn_are_shown()
    {
        var history = HistoryOf(Opened, OnPathway1, Left).Then(Withdrawn(3, March(5, "09:00"))).Then(LeftAt(March(4, "15:00")).RecordedAt(March(5, "09:10"))).Then(Withdrawn(4, March(5, "09:20")));
        Assert.That(In(history), Is.EqualTo(new[] { Contradictions.StandsTwice }));
    }

    private static IEnumerable<Departure> In(History history) => Contradictions.In(history.AsDischargeCase(), history.Clocks());
}
