using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class AssignCaseTests : DischargeCaseDecisions
{
    private static readonly Subject One = Subject.Parse("c-41d7");
    private static readonly Subject Another = Subject.Parse("c-52e8");

    [Test]
    public void A_case_is_assigned_to_a_case_manager() =>
        Given(Opened).When(new AssignCase(March(3, "11:00"), One).Decide).ThenRecorded(new CaseAssigned(March(3, "11:00"), One));

    [Test]
    public void It_may_be_assigned_to_another_later() =>
        Given(Opened, new CaseAssigned(March(3, "11:00"), One)).When(new AssignCase(March(4, "11:00"), Another).Decide).ThenRecorded(new CaseAssigned(March(4, "11:00"), Another));

    [Test]
    public void The_same_said_twice_is_recorded_once() =>
        Given(Opened, new CaseAssigned(March(3, "11:00"), One)).When(new AssignCase(March(3, "11:00"), One).Decide).ThenRecordedNothing();

    [Test]
    public void Whom_it_was_assigned_to_last_is_the_case_manager_whatever_the_order_of_recording() =>
        Assert.That(CaseOf(Opened, new CaseAssigned(March(4, "11:00"), Another), new CaseAssigned(March(3, "11:00"), One)).CaseManager, Is.EqualTo(Another));

    [Test]
    public void Nobody_is_until_it_is_assigned() => Assert.That(CaseOf(Opened).CaseManager, Is.Null);
}
