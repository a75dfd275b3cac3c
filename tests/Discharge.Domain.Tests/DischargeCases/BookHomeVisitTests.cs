using Discharge.Domain.DischargeCases;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class BookHomeVisitTests : DischargeCaseDecisions
{
    private static BookHomeVisit Book(StaffRole by = StaffRole.OccupationalTherapist, string visit = "10:00") => new(March(4, "12:00"), March(5, visit), by);

    [Test]
    public void A_visit_is_booked_for_a_moment_that_may_lie_ahead() => Given(Opened).When(Book().Decide).ThenRecorded(VisitBooked);

    [Test]
    public void A_visit_may_be_booked_anew() =>
        Given(Opened, VisitBooked).When(Book(visit: "11:00").Decide).ThenRecorded(VisitBooked with { VisitAt = March(5, "11:00") });

    [Test]
    public void The_same_booking_again_records_nothing() => Given(Opened, VisitBooked).When(Book().Decide).ThenRecordedNothing();

    [Test]
    public void A_visit_booked_for_a_role_that_does_not_assess_is_recorded_and_says_so() =>
        Given(Opened).When(Book(StaffRole.DeliveryDriver).Decide).ThenDeparting(BookHomeVisit.ForNonAssessingRole);
}
