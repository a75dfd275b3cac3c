using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ReviewedDayTests
{
    [Test]
    public void Nobody_has_reviewed_yet() => Assert.That(ReviewedDay.LastOf(CaseAfterOpening([])), Is.Null);

    [Test]
    public void The_last_date_counts_by_the_clock_on_the_wall_whatever_the_order_of_recording() =>
        Assert.That(
            ReviewedDay.LastOf(CaseAfterOpening([By(July(1, "16:00"), StaffRole.Doctor), By(July(1, "00:00"), StaffRole.Nurse), By(July(1, "08:00"), StaffRole.Consultant), By(July(1, "00:00") - Duration.Epsilon, StaffRole.Doctor)])),
            Is.EqualTo(new ReviewedDay(new LocalDate(2026, 7, 1), 3, 2)));

    [TestCase(StaffRole.Consultant, ExpectedResult = true)]
    [TestCase(StaffRole.Doctor, ExpectedResult = true)]
    [TestCase(StaffRole.Nurse, ExpectedResult = false)]
    [TestCase(StaffRole.Physiotherapist, ExpectedResult = false)]
    public bool A_medical_review_is_a_doctors(StaffRole by) => by.IsADoctor();

    private static CriteriaToResideReviewed By(Instant at, StaffRole by) => new(at, [], MedicallyStable: true, by);
}
