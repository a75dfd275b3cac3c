using Discharge.Domain.RehabilitationBeds;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.RehabilitationBeds.RehabilitationStory;

namespace Discharge.Domain.Tests.RehabilitationBeds;

public sealed class RehabilitationProgressTests : RehabilitationDecisions
{
    [Test]
    public void A_goal_is_set_with_a_baseline_and_scored() => Assert.Multiple(() =>
    {
        var goal = new RehabilitationGoalSet(March(3, "09:00"), RehabilitationGoalArea.Transfers, 2, 8);
        Given(Referred, Accepted, Admitted).When(new SetRehabilitationGoal(March(3, "09:00"), RehabilitationGoalArea.Transfers, 2, 8).Decide).ThenRecorded(goal);
        Given(Referred, Accepted, Admitted, goal).When(new ScoreRehabilitationGoal(March(9, "09:00"), 4, 5).Decide).ThenRecorded(new RehabilitationGoalScored(March(9, "09:00"), 4, 5));
        Given(Referred, Accepted, Admitted, goal).When(new ScoreRehabilitationGoal(March(9, "09:00"), 3, 5).Decide).ThenRefused(ScoreRehabilitationGoal.NoSuchGoal);
    });

    [Test]
    public void Therapy_sessions_are_counted_by_discipline() => Assert.Multiple(() =>
    {
        var session = new TherapySessionHeld(March(3, "10:00"), Olu, RehabilitationRole.Physiotherapist, 45);
        Given(Referred, Accepted, Admitted).When(new HoldTherapySession(March(3, "10:00"), Olu, RehabilitationRole.Physiotherapist, 45).Decide).ThenRecorded(session);
        Assert.That(
            TherapyGiven.Of(CaseOf(Referred, Accepted, Admitted, session, session with { OccurredAt = March(4, "10:00"), Minutes = 30 }, session with { Discipline = RehabilitationRole.OccupationalTherapist })),
            Is.EqualTo([new TherapyGiven(RehabilitationRole.OccupationalTherapist, 1, 45), new TherapyGiven(RehabilitationRole.Physiotherapist, 2, 75)]));
    });

    [Test]
    public void How_they_get_on_is_reviewed() => Given(Referred, Accepted, Admitted)
        .When(new ReviewRehabilitation(March(9, "09:00"), RehabilitationRole.Nurse, RehabilitationReviewOutcome.PlanHomeAccessVisit).Decide)
        .ThenRecorded(new RehabilitationReviewed(March(9, "09:00"), RehabilitationRole.Nurse, RehabilitationReviewOutcome.PlanHomeAccessVisit));
}
