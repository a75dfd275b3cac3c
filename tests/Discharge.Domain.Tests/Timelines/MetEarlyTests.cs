using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.DischargeCases.Story;
using static Discharge.Domain.Tests.Timelines.Adaptation;
using static Discharge.Domain.Tests.Timelines.Written;

namespace Discharge.Domain.Tests.Timelines;

public sealed class MetEarlyTests
{
    private static readonly Instant LongAfter = At("2026-12-01T10:00Z");

    private static History Before => HistoryOf(SeenAt(At("2026-03-02T08:00Z")), LeftAt(Recommended));

    [Test]
    public void An_allocation_made_before_the_person_arrives_meets_its_clock_early()
    {
        var clock = Before.Clocks(RuleBook.Standard, "T04").Single();
        Assert.Multiple(() =>
        {
            Assert.That(clock.StatusAt(LongAfter), Is.EqualTo(ClockStatus.MetEarly));
            Assert.That(clock.IsOpen, Is.False);
            Assert.That(clock.WasBreachedBy(LongAfter), Is.False);
            Assert.That(clock.RawElapsed(LongAfter), Is.EqualTo(Duration.Zero));
        });
    }

    [Test]
    public void Any_other_rule_is_not_met_by_what_happened_before_its_start() =>
        Assert.That(Before.Clocks(RuleBook.Standard, "T02").Single().StatusAt(LongAfter), Is.EqualTo(ClockStatus.Breached));

    [TestCase("2026-03-03T09:59Z", ClockStatus.Breached, Description = "A contact after less than a day is not the one that is owed")]
    [TestCase("2026-03-03T10:00Z", ClockStatus.Met)]
    public void A_rule_with_a_window_is_not_met_before_the_window_opens(string contact, ClockStatus status) =>
        Assert.That(HistoryOf(LeftAt(Recommended), Completed(contact)).Clocks(RuleBook.Standard, "T33").Single().StatusAt(LongAfter), Is.EqualTo(status));
}
