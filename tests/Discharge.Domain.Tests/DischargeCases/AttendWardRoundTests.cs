using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.DischargeCases.WardRoundAttendance;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class AttendWardRoundTests : DischargeCaseDecisions
{
    private static readonly WardRoundAttended Round = RoundAt(March(4, "08:00"));

    private static WardRoundAttended RoundAt(Instant at) => new(at, [Health, SocialCare, Housing]);

    [Test]
    public void A20_who_attended_the_ward_round_is_recorded_health_social_care_and_housing() =>
        Given(Opened).When(new AttendWardRound(March(4, "08:00"), [Health, SocialCare, Housing]).Decide).ThenRecorded(Round);

    [Test]
    public void In_whatever_order_and_however_often_they_are_named_it_is_the_same_round() =>
        Given(Opened, Round).When(new AttendWardRound(March(4, "08:00"), [Housing, Health, Housing, SocialCare]).Decide).ThenRecordedNothing();

    [Test]
    public void A_round_is_repeatable() =>
        Given(Opened, Round).When(new AttendWardRound(March(5, "08:00"), [Health, SocialCare, Housing]).Decide).ThenRecorded(RoundAt(March(5, "08:00")));

    [Test]
    public void A_round_nobody_is_said_to_have_attended_is_recorded_and_says_so() =>
        Given(Opened).When(new AttendWardRound(March(4, "08:00"), []).Decide).ThenDeparting(AttendWardRound.NobodyNamed);

    [Test]
    public void A_round_dated_after_leaving_is_recorded_and_says_so() =>
        Given(Opened, Left).When(new AttendWardRound(March(4, "14:01"), [Health]).Decide).ThenDeparting(AttendWardRound.AfterLeaving);

    [TestCase("09:00", true, Description = "Reviewed at the round, or after it on the same day")]
    [TestCase(null, false, Description = "Not reviewed on that day")]
    public void Criteria_to_reside_are_to_be_reviewed_at_every_ward_round(string? reviewedAt, bool reviewed)
    {
        var discharge = CaseAfterOpening(reviewedAt is null ? [ReadyAt(March(3, "09:00")), Round] : [ReadyAt(March(3, "09:00")), Round, ReadyAt(March(4, reviewedAt))]);
        Assert.Multiple(() =>
        {
            Assert.That(WardRound.Of(discharge).Single(), Is.EqualTo(new WardRound(March(4, "08:00"), [Health, SocialCare, Housing], reviewed)));
            Assert.That(NextSteps.Of(discharge, []).Any(step => step.What == "review-criteria-to-reside"), Is.Not.EqualTo(reviewed));
        });
    }

    [Test]
    public void A_review_that_is_due_anyway_is_asked_for_once() =>
        Assert.That(NextSteps.Of(CaseOf(Opened, Round), []).Count(step => step.What == "review-criteria-to-reside"), Is.EqualTo(1));
}
