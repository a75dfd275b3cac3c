using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ReportFailedVisitTests : DischargeCaseDecisions
{
    private static ReportFailedVisit NobodyAnswered(Instant at) => new(at, StaffRole.OccupationalTherapist, FailedVisitReason.NoAnswer);

    [Test]
    public void A_visit_with_no_answer_is_recorded_and_says_that_the_person_was_not_seen() =>
        Given(Opened, Left).When(NobodyAnswered(March(5, "09:00")).Decide).ThenDeparting(ReportFailedVisit.NotSeen);

    [Test]
    public void A_visit_with_no_answer_to_somebody_seen_before_is_in_order() =>
        Given(Opened, Left, Seen).When(NobodyAnswered(March(5, "16:00")).Decide).ThenRecorded(NobodyAnsweredAt(March(5, "16:00")));

    [Test]
    public void A_visit_with_no_answer_before_the_one_at_which_the_person_was_seen_says_so_however_late_it_is_recorded() =>
        Given(Opened, Left, Seen).When(NobodyAnswered(March(5, "09:00")).Decide).ThenDeparting(ReportFailedVisit.NotSeen);

    [Test]
    public void A_visit_before_leaving_with_no_answer_says_both() =>
        Given(Opened, Left).When(NobodyAnswered(March(4, "13:00")).Decide).ThenDeparting(SeeAtHome.BeforeLeaving, ReportFailedVisit.NotSeen);

    [Test]
    public void The_same_visit_again_records_nothing() =>
        Given(Opened, Left, NobodyAnsweredAt(March(5, "09:00"))).When(NobodyAnswered(March(5, "09:00")).Decide).ThenRecordedNothing();
}
