using Discharge.Domain.Asked;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Domain.Reablement;
using NodaTime;
using static Discharge.Domain.Tests.Deciding.Histories;
using static Discharge.Domain.Tests.Deciding.LondonTime;
using static Discharge.Domain.Tests.Reablement.ReablementStory;

namespace Discharge.Domain.Tests.Asked;

public sealed class AskedInReablementTests
{
    private static readonly OdsCode Service = OdsCode.Parse("RYX01");
    private static readonly OdsCode Carers = OdsCode.Parse("CRS01");
    private static readonly Instant Later = April(20, "09:00");

    private static readonly CrisisResponseRequested Crisis = new(March(2, "20:30"), Service);
    private static readonly BridgingStarted Bridging = new(March(3, "08:00"), Carers);
    private static readonly LimitDecided Decided = new(April(10, "09:00"), WaitingFor.PackageOfCare, Carers, ChargePosition.Undecided);
    private static readonly ReablementEnded Ended = new(April(12, "10:00"), ReablementSequel.OngoingLowLevelSupport);

    private static IEnumerable<TestCaseData> Ways =>
    [
        Asks("Referred", ["1 RBT01 Reablement/Open"], Referred),
        Asks("Asked back, which settles nothing", ["1 RBT01 Reablement/Open"], Referred, Accepted with { Answer = ReferralAnswer.Queried }),
        Asks("Accepted", ["1 RBT01 Reablement/Accepted"], Referred, Accepted),
        Asks("Handed over", ["1 RBT01 Reablement/Accepted"], Referred with { DischargeCase = Id }),
        Asks("Declined", ["1 RBT01 Reablement/Declined 03-02T09:30Z"], Referred, Declined),
        Asks("In contact", ["1 RBT01 Reablement/Started"], Referred, Accepted, FirstContact),
        Asks("Ended", ["1 RBT01 Reablement/Ended 04-12T09:00Z"], Referred, Accepted, FirstContact, Ended),
        Asks("Died", ["1 RBT01 Reablement/Ended 03-05T09:00Z"], Referred, Accepted, FirstContact, new DeathHandedOver(March(5, "09:00"))),
        Asks("A crisis", ["1 RBT01 Reablement/Open", "2 RYX01 CrisisResponse/Open"], Referred, Crisis),
        Asks("A crisis they came to", ["1 RBT01 Reablement/Open", "2 RYX01 CrisisResponse/Done 03-02T22:00Z"], Referred, Crisis, new CrisisContactMade(March(2, "22:00"), 2)),
        Asks("Another crisis than the one they came to", ["1 RBT01 Reablement/Open", "2 RYX01 CrisisResponse/Open", "3 RYX01 CrisisResponse/Done 03-03T22:00Z"],
            Referred, Crisis, Crisis with { OccurredAt = March(3, "20:30") }, new CrisisContactMade(March(3, "22:00"), 3)),
        Asks("Bridged", ["1 RBT01 Reablement/Open", "2 CRS01 Bridging/Started"], Referred, Bridging),
        Asks("Bridged no longer", ["1 RBT01 Reablement/Open", "2 CRS01 Bridging/Ended 03-06T08:00Z"], Referred, Bridging, new BridgingEnded(March(6, "08:00"))),
        Asks("Bridged by another", ["1 RBT01 Reablement/Open", "2 CRS01 Bridging/Ended 03-06T08:00Z", "3 RYX01 Bridging/Started"], Referred, Bridging, new BridgingStarted(March(6, "08:00"), Service)),
        Asks("Past six weeks", ["1 RBT01 Reablement/Started", "3 CRS01 EndOfReablement/PackageOfCare/Open"], Referred, FirstContact, Decided),
        Asks("Decided anew", ["1 RBT01 Reablement/Started", "3 CRS01 EndOfReablement/PackageOfCare/Ended 04-11T08:00Z", "4 RYX01 EndOfReablement/FinancialAssessment/Open"],
            Referred, FirstContact, Decided, new LimitDecided(April(11, "09:00"), WaitingFor.FinancialAssessment, Service, ChargePosition.Undecided)),
        Asks("The end ends all", ["1 RBT01 Reablement/Ended 04-12T09:00Z", "3 CRS01 Bridging/Ended 04-12T09:00Z", "4 CRS01 EndOfReablement/PackageOfCare/Ended 04-12T09:00Z"], Referred, FirstContact, Bridging, Decided, Ended),
        Asks("Declined, and a crisis is seen to all the same", ["1 RBT01 Reablement/Declined 03-04T09:00Z", "2 RYX01 CrisisResponse/Open", "3 CRS01 Bridging/Ended 03-04T09:00Z"],
            Referred, Crisis, Bridging, Declined with { OccurredAt = March(4, "09:00") }),
        Asks("Referred in error", [], Referred, Crisis, ReferralWithdrawn),
    ];

    [TestCaseSource(nameof(Ways))]
    public void What_a_reablement_case_asks_of_organisations(Fact[] facts, string[] asked) => Assert.That(AskedInReablement.Of(HistoryOfAll(facts).AsReablement()).At(Later), Is.EqualTo(asked));

    [Test]
    public void The_team_is_asked_by_whoever_referred() => Assert.That(AskedInReablement.Of(CaseOf(Referred)), Is.EqualTo([new Asking(1, Team, AskedFor.Reablement, Which: null, March(2, "09:00"), Referrer)]));

    private static TestCaseData Asks(string description, string[] asked, params Fact[] facts) => new TestCaseData(facts, asked).SetArgDisplayNames(description);
}
