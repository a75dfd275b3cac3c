using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Reablement;

public sealed class CrisisTests : ReablementDecisions
{
    private static readonly OdsCode Service = OdsCode.Parse("RYX01");

    private static CrisisResponseRequested Requested => new(March(2, "20:30"), Service);

    private static CrisisContactMade Came => new(March(2, "22:30"), 2);

    [Test]
    public void Crisis_response_is_requested_and_comes() => Assert.Multiple(() =>
    {
        Given(ReferredUrgently).When(new RequestCrisisResponse(March(2, "20:30"), Service).Decide).ThenRecorded(Requested);
        Given(ReferredUrgently, Requested).When(new RecordCrisisContact(March(2, "22:30"), 2).Decide).ThenRecorded(Came);
    });

    [Test]
    public void What_was_not_requested_does_not_come() => Given(ReferredUrgently).When(new RecordCrisisContact(March(2, "22:30"), 1).Decide).ThenRefused(RecordCrisisContact.NoSuchRequest);

    [TestCase("22:30", ClockStatus.Met, Description = "Within two hours is up to and including them")]
    [TestCase("22:31", ClockStatus.MetLate)]
    public void A_crisis_is_responded_to_within_two_hours(string time, ClockStatus status) =>
        Assert.That(ClockOf("T27", ReferredUrgently, Requested, Came with { OccurredAt = March(2, time) }).StatusAt(March(10, "09:00")), Is.EqualTo(status));

    [TestCase("21:29", ClockStatus.Running)]
    [TestCase("21:30", ClockStatus.Warned, Description = "After an hour")]
    [TestCase("22:31", ClockStatus.Breached)]
    public void A_crisis_nobody_comes_to_is_warned_of_and_breached(string time, ClockStatus status) =>
        Assert.That(ClockOf("T27", ReferredUrgently, Requested).StatusAt(March(2, time)), Is.EqualTo(status));

    [Test]
    public void The_crisis_response_is_no_contact_of_the_team() => Assert.Multiple(() =>
    {
        Assert.That(CaseOf(ReferredUrgently, Requested, Came).FirstContact, Is.Null);
        Assert.That(ClockOf("T03", ReferredUrgently, Requested, Came).IsOpen);
    });
}
