using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Tests.Deciding;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class PathwayOneCapacityTests
{
    private static IEnumerable<DelayReason> OfCapacity =>
    [
        DelayCodeset.Acute2022.Find("viii")!, DelayCodeset.Community2023.Find("pathway-1-start-of-care")!, DelayCodeset.Community2023.Find("pathway-1-rehabilitation")!,
        DelayCodeset.Acute2024.Find("pathway-1-not-available")!,
    ];

    private static DelayStarted Waiting => new(March(4, "09:30"), DelayCodeset.Acute2022.Find("viii")!, Owner.ReablementTeam);

    [TestCaseSource(nameof(OfCapacity))]
    public void Whoever_is_ready_in_hospital_with_Pathway_1_capacity_as_the_primary_delay_waits(DelayReason reason) => Assert.That(Waits(Opened, Ready, Waiting with { Reason = reason }));

    [Test]
    public void Whoever_waits_for_something_else_does_not() => Assert.Multiple(() =>
    {
        Assert.That(Waits(Opened, Ready, Waiting with { Reason = DelayCodeset.Acute2022.Find("v")! }), Is.False);
        Assert.That(Waits(Opened, Ready), Is.False);
        Assert.That(Waits(Opened, Waiting), Is.False, "They are not ready.");
        Assert.That(Waits(Opened, Ready, Waiting, Left), Is.False, "They have left.");
        Assert.That(Waits(Opened, Ready, Waiting, Waiting with { Reason = DelayCodeset.Acute2022.Find("v")! }), Is.False, "Nobody has named the primary one of two.");
    });

    private static bool Waits(params Recorded[] recorded) => PathwayOneCapacity.IsWaitedFor(new DischargeCase(Guid.Empty, Histories.HistoryOf(recorded).Facts<DischargeCaseEvent>()), March(4, "18:00"));
}
