using System.Collections.Immutable;
using Discharge.Domain.Deciding;
using Discharge.Domain.Timelines;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.Deciding;

public sealed class BreakGlassTests
{
    private static readonly BreakGlass Breaking = new(March(4, "09:00"), BreakGlassGround.EmergencyCare, Reason: null);

    private static readonly GlassBroken Broken = new(March(4, "09:00"), BreakGlassGround.EmergencyCare, March(4, "13:00"));

    [Test]
    public void A_case_is_opened_for_four_hours() => Assert.That(Recorded(Histories.HistoryOf(Opened)), Is.EqualTo([Broken]));

    [Test]
    public void Opened_at_the_same_moment_for_the_same_ground_it_is_open_already() => Assert.That(Recorded(Histories.HistoryOf(Opened, Broken)), Is.Empty);

    [Test]
    public void Information_governance_is_told_of_each_time_and_of_one_entered_in_error_too() => Assert.That(
        BreakGlass.ToldIn(Histories.HistoryOf(Opened, Broken, Withdrawn(2, March(4, "10:00")))).Select(told => (told.Rule, told.Entry, told.Level, told.Moment)),
        Is.EqualTo([("access.glass-broken", 2L, LadderLevel.IG, March(4, "09:00"))]));

    private static ImmutableArray<GlassBroken> Recorded(History history) => ((Decision<GlassBroken>.Accepted)Breaking.Decide(history)).Facts;
}
