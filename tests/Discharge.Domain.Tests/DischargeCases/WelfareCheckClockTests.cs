using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.DischargeCases;

public sealed class WelfareCheckClockTests
{
    [TestCase("2026-03-04T14:00Z", null, "2026-03-04T17:59Z", ClockStatus.Running, Description = "Before six in the evening")]
    [TestCase("2026-03-04T14:00Z", null, "2026-03-04T18:00Z", ClockStatus.Warned, Description = "Six in the evening")]
    [TestCase("2026-03-04T18:30Z", null, "2026-03-04T18:30Z", ClockStatus.Warned, Description = "Left after six: warned at once")]
    [TestCase("2026-03-04T14:00Z", null, "2026-03-04T23:59Z", ClockStatus.Warned, Description = "The day is not over")]
    [TestCase("2026-03-04T14:00Z", null, "2026-03-05T00:00Z", ClockStatus.Breached, Description = "The day is over")]
    [TestCase("2026-03-04T14:00Z", "2026-03-04T23:59Z", "2026-03-05T09:00Z", ClockStatus.Met, Description = "Checked in the last minute of the day")]
    [TestCase("2026-03-04T14:00Z", "2026-03-05T00:00Z", "2026-03-05T09:00Z", ClockStatus.MetLate, Description = "Checked at midnight: the next day")]
    [TestCase("2026-03-29T00:30Z", null, "2026-03-29T16:59Z", ClockStatus.Running, Description = "Spring: left before the clocks went forward, 17:59 on the wall")]
    [TestCase("2026-03-29T00:30Z", null, "2026-03-29T17:00Z", ClockStatus.Warned, Description = "Spring: 18:00 on the wall")]
    [TestCase("2026-03-29T00:30Z", null, "2026-03-29T23:00Z", ClockStatus.Breached, Description = "Spring: the day has 23 hours")]
    [TestCase("2026-10-24T23:30Z", null, "2026-10-25T18:00Z", ClockStatus.Warned, Description = "Autumn: left at 00:30 on the wall, 18:00 is an hour later in Universal Time")]
    [TestCase("2026-10-24T23:30Z", "2026-10-25T23:59Z", "2026-10-26T09:00Z", ClockStatus.Met, Description = "Autumn: the day has 25 hours")]
    [TestCase("2026-10-24T23:30Z", "2026-10-26T00:00Z", "2026-10-26T09:00Z", ClockStatus.MetLate, Description = "Autumn: after the 25th hour")]
    [TestCase("2026-06-30T23:30Z", "2026-07-01T20:00Z", "2026-07-02T09:00Z", ClockStatus.Met, Description = "Left at 00:30 on 1 July in London: the day is 1 July")]
    public void It_is_due_on_the_london_day_of_leaving(string left, string? check, string now, ClockStatus status)
    {
        var leaving = At(left);
        var pathway = OnPathway1 with { OccurredAt = leaving - Duration.FromHours(3) };
        Fact[] welfare = check is null ? [] : [FoundWellAt(At(check))];
        var clock = CaseAfterOpening([pathway, LeftAt(leaving), .. welfare]).ClockOf("T25")!;
        Assert.That(clock.StatusAt(At(now)), Is.EqualTo(status));
    }

    [Test]
    public void A_check_dated_before_leaving_does_not_meet_it() =>
        Assert.That(CaseOf(Opened, OnPathway1, Left, FoundWellAt(March(4, "13:59"))).ClockOf("T25")!.IsOpen, Is.True);

    [Test]
    public void Being_seen_does_not_stand_in_for_the_check() =>
        Assert.That(CaseOf(Opened, OnPathway1, Left, Seen).ClockOf("T25")!.IsOpen, Is.True);

    [TestCase(WelfareOutcome.ActionTaken)]
    [TestCase(WelfareOutcome.UrgentHelpNeeded)]
    public void A_check_meets_it_whatever_was_found(WelfareOutcome outcome) =>
        Assert.That(CaseOf(Opened, OnPathway1, Left, FoundWell with { Outcome = outcome }).ClockOf("T25")!.StatusAt(March(5, "09:00")), Is.EqualTo(ClockStatus.Met));
}
