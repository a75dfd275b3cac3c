using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class SeeAtHomeTests : DischargeCaseDecisions
{
    private static SeeAtHome See(Instant at, StaffRole by = StaffRole.OccupationalTherapist) => new(at, by);

    [Test]
    public void A_visit_is_recorded() => Given(Opened, Left).When(See(March(5, "10:00")).Decide).ThenRecorded(Seen);

    [Test]
    public void A_visit_is_recorded_also_where_the_rest_of_the_case_is_empty() =>
        Given(Opened).When(See(March(5, "10:00")).Decide).ThenDeparting(SeeAtHome.BeforeLeaving);

    [Test]
    public void A_visit_at_another_moment_is_another_visit() =>
        Given(Opened, Left, Seen).When(See(March(5, "16:00")).Decide).ThenRecorded(SeenAt(March(5, "16:00")));

    [Test]
    public void The_same_visit_again_records_nothing() => Given(Opened, Left, Seen).When(See(March(5, "10:00")).Decide).ThenRecordedNothing();

    [Test]
    public void A_visit_dated_before_leaving_is_recorded_and_says_so() =>
        Given(Opened, Left).When(See(March(4, "13:59")).Decide).ThenDeparting(SeeAtHome.BeforeLeaving);

    [TestCase(StaffRole.DeliveryDriver)]
    [TestCase(StaffRole.CareWorker)]
    [TestCase(StaffRole.Volunteer)]
    [TestCase(StaffRole.DischargeCoordinator)]
    public void A_visit_by_a_role_that_does_not_assess_is_recorded_and_says_so(StaffRole by) =>
        Given(Opened, Left).When(See(March(5, "10:00"), by).Decide).ThenDeparting(SeeAtHome.ByNonAssessingRole);

    [Test]
    public void A_visit_after_the_case_was_closed_is_recorded_and_says_so() =>
        Given(Opened, Left, Seen, Closed).When(See(March(6, "15:00")).Decide).ThenDeparting(DischargeCase.AfterClosing);

    [Test]
    public void A_visit_before_the_case_was_closed_recorded_late_is_in_order() =>
        Given(Opened, Left, Seen, Closed).When(See(March(6, "12:00")).Decide).ThenRecorded(SeenAt(March(6, "12:00")));
}
