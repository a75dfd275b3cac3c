using Discharge.Domain.DischargeCases;
using Discharge.Domain.People;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class ChangeHubTests : DischargeCaseDecisions
{
    private static readonly OdsCode Lakeside = OdsCode.Parse("LKS04");

    private static readonly HubChanged ToLakeside = new(March(3, "10:00"), Lakeside, HubChangeReason.TakenOver, Note);

    [Test]
    public void Another_hub_takes_the_case_over() => Given(Opened).When(new ChangeHub(March(3, "10:00"), Lakeside, HubChangeReason.TakenOver, Note).Decide).ThenRecorded(ToLakeside);

    [Test]
    public void The_same_again_records_nothing() =>
        Given(Opened, ToLakeside).When(new ChangeHub(March(3, "10:00"), Lakeside, HubChangeReason.TakenOver, Note).Decide).ThenRecordedNothing();

    [Test]
    public void The_hub_of_a_case_is_the_last_on_record() => Assert.Multiple(() =>
    {
        Assert.That(CaseOf(Opened).Hub, Is.EqualTo(RiversideHub));
        Assert.That(CaseOf(Opened, ToLakeside, ToLakeside with { OccurredAt = March(3, "09:00"), Hub = Westbrook }).Hub, Is.EqualTo(Lakeside));
        Assert.That(CaseOf(Opened, ToLakeside, Withdrawn(2, March(3, "11:00"))).Hub, Is.EqualTo(RiversideHub));
    });
}
