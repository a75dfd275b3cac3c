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

    [Test]
    public void A_visit_booked_for_the_end_of_the_24_hours_after_leaving_is_in_order() =>
        Given(Opened, OnPathway1, Left).When((Book(visit: "14:00") with { OccurredAt = March(4, "15:00") }).Decide)
            .ThenRecorded(VisitBooked with { OccurredAt = March(4, "15:00"), VisitAt = March(5, "14:00") });

    [Test]
    public void A_visit_booked_for_after_the_24_hours_is_recorded_and_says_so() =>
        Given(Opened, OnPathway1, Left).When((Book(visit: "14:01") with { OccurredAt = March(4, "15:00") }).Decide).ThenDeparting(BookHomeVisit.TooLate);

    [Test]
    public void A_visit_that_failed_and_is_booked_again_for_after_them_says_so_too() =>
        Given(Opened, OnPathway1, VisitBooked, Left, NobodyAnsweredAt(March(5, "10:00"))).When((Book(visit: "16:00") with { OccurredAt = March(5, "10:30") }).Decide).ThenDeparting(BookHomeVisit.TooLate);

    [TestCase(Destination.CareHome, Pathway.Pathway3)]
    [TestCase(Destination.OwnHome, Pathway.Pathway0)]
    public void Nobody_has_to_be_seen_elsewhere_however_late_the_visit(Destination to, Pathway pathway) =>
        Given(Opened, OnPathway(pathway), LeftAt(March(4, "14:00"), to)).When((Book(visit: "20:00") with { OccurredAt = March(4, "15:00") }).Decide)
            .ThenRecorded(VisitBooked with { OccurredAt = March(4, "15:00"), VisitAt = March(5, "20:00") });

    [Test]
    public void Whoever_was_seen_may_be_visited_again_at_any_time() =>
        Given(Opened, OnPathway1, Left, Seen).When((Book(visit: "20:00") with { OccurredAt = March(5, "11:00") }).Decide)
            .ThenRecorded(VisitBooked with { OccurredAt = March(5, "11:00"), VisitAt = March(5, "20:00") });
}
