using Discharge.Domain.Deciding;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>Whoever keeps the ledger is asked for the primary delay of a day on which several ran.</summary>
public sealed class PrimaryDelayStepTests
{
    private const string For4March = "Name the primary delay for 4 March 2026.";
    private const string For4MarchAndAnother = "Name the primary delay for 4 March 2026, and for the other day on which several ran.";
    private const string For4MarchAndTwoOthers = "Name the primary delay for 4 March 2026, and for the 2 other days on which several ran.";

    // Entries 3 and 4, both from the 4th on.
    private static readonly Fact[] Two =
    [
        Ready,
        new DelayStarted(March(4, "10:00"), DelayCodeset.Acute2022.Find("v")!, Owner.Ward),
        new DelayStarted(March(4, "12:00"), DelayCodeset.Acute2022.Find("vi")!, Owner.Ward),
    ];

    private static readonly Instant Evening = March(4, "20:00");

    private static IEnumerable<TestCaseData> Histories =>
    [
        Row("One delay is the primary one by itself", Evening, [], Two[..2]),
        Row("Two on one day", Evening, [For4March], Two),
        Row("Named", Evening, [], [.. Two, Named(4, 3)]),
        Row("The naming withdrawn", Evening, [For4March], [.. Two, Named(4, 3), Withdrawn(5, March(4, "19:00"))]),
        Row("Another day named", Evening, [For4March], [.. Two, Named(5, 3)]),
        Row("One of the two withdrawn", Evening, [], [.. Two, Withdrawn(4, March(4, "19:00"))]),
        Row("Two and a delay before anybody was ready", Evening, [], [.. Two[1..], NeedsBedAt(March(4, "13:00"))]),
        Row("Until the last moment of the day", March(5, "00:00"), [For4March], Two),
        Row("From the first moment of the next", March(5, "00:00") + Duration.FromNanoseconds(1_000), [For4MarchAndAnother], Two),
        Row("Three days: one step for all", March(6, "08:00"), [For4MarchAndTwoOthers], Two),
        Row("One of them ended on the first", March(6, "08:00"), [For4March], [.. Two, new DelayEnded(March(4, "15:00"), Delay: 3)]),
        Row("Also once they have left", March(5, "08:00"), [For4March], [.. Two, LeftAt(March(4, "18:00"))]),
        Row("No longer once the case is closed", March(9, "08:00"), [], [.. Two, LeftAt(March(4, "18:00")), Closed]),
    ];

    [TestCaseSource(nameof(Histories))]
    public void The_hub_is_asked_for_the_primary_delay_of_days_on_which_several_ran(Instant at, string[] asked, Fact[] facts)
    {
        var discharge = CaseAfterOpening(facts);
        Assert.That(
            NextSteps.Of(discharge, discharge.Clocks(), at).Where(step => step.What == "name-primary-delay"),
            Is.EqualTo(asked.Select(sentence => new NextStep("name-primary-delay", sentence, Owner.CareTransferHub))));
    }

    [Test]
    public void It_is_asked_anew_when_another_day_with_several_begins() => Assert.Multiple(() =>
    {
        var midnight = March(5, "00:00") + Duration.FromNanoseconds(1_000);
        Assert.That(DelaySteps.NextDayAfter(CaseAfterOpening(Two), Evening), Is.EqualTo(midnight));
        Assert.That(DelaySteps.NextDayAfter(CaseAfterOpening(Two), March(5, "00:00")), Is.EqualTo(midnight));
        Assert.That(DelaySteps.NextDayAfter(CaseAfterOpening(Two), midnight), Is.EqualTo(midnight + Duration.FromDays(1)));
        Assert.That(DelaySteps.NextDayAfter(CaseAfterOpening([.. Two, new DelayEnded(March(4, "15:00"), Delay: 3)]), Evening), Is.Null);
        Assert.That(DelaySteps.NextDayAfter(CaseAfterOpening([.. Two, LeftAt(March(4, "18:00"))]), Evening), Is.Null);
    });

    private static PrimaryDelayNamed Named(int day, long delay) => new(March(4, "18:00"), new LocalDate(2026, 3, day), delay);

    private static TestCaseData Row(string description, Instant at, string[] asked, Fact[] facts) => new TestCaseData(at, asked, facts).SetArgDisplayNames(description);
}
