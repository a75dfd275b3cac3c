using CsCheck;
using Discharge.Domain.DischargeCases;
using NodaTime;
using static Discharge.Domain.Tests.DischargeCases.PathwayThreeStory;
using static Discharge.Domain.Tests.DischargeCases.Story;

namespace Discharge.Domain.Tests.DischargeCases;

/// <summary>Any command about a referral to care homes, and facts of the same kinds.</summary>
internal static class AnyHomeReferral
{
    private static readonly int?[] TopUps = [null, 7_500];

    private static readonly Gen<long> Entries = Gen.Long[1, 8];

    public static Gen<DischargeCaseCommand>[] Commands(Instant at, StaffRole role) =>
    [
        Gen.Enum<InterimBedKind>().Select<InterimBedKind, DischargeCaseCommand>(kind => new SendHomeReferral(at, Rosewood, kind, role, at)),
        Gen.Select(Entries, Gen.Enum<HomeAssessor>(), Gen.Bool, DischargeCaseCommand (entry, assessor, met) => new AssessForHome(at, entry, assessor, met)),
        Gen.Select(Entries, Gen.Bool, Gen.OneOf(TopUps), DischargeCaseCommand (entry, weekends, topUp) => new AcceptForHome(at, entry, at, weekends, topUp)),
        Gen.Select(Entries, Gen.Enum<HomeDeclineReason>(), DischargeCaseCommand (entry, reason) => new DeclineForHome(at, entry, reason)),
        Gen.Select(Entries, Gen.Enum<HomeChooser>(), DischargeCaseCommand (entry, chooser) => new ChooseHome(at, entry, chooser, role)),
        Gen.Select(Entries, Gen.Enum<TopUpPayer>(), DischargeCaseCommand (entry, payer) => new AgreeTopUp(at, entry, 7_500, payer, Note, role)),
        Gen.Select(Entries, Gen.Enum<HomeReferralEnd>(), DischargeCaseCommand (entry, reason) => new TakeBackHomeReferral(at, entry, reason, role)),
        Gen.Bool.Select<bool, DischargeCaseCommand>(pays => new MarkSelfFunder(at, pays, role)),
    ];

    // None that names another entry by its number, which is another's once they are recorded in another order.
    public static Gen<DischargeCaseEvent>[] Facts(Instant at, StaffRole role) =>
    [
        Gen.Enum<InterimBedKind>().Select<InterimBedKind, DischargeCaseEvent>(kind => new HomeReferralSent(at, Rosewood, kind, role)),
        Gen.Bool.Select<bool, DischargeCaseEvent>(pays => new SelfFunderMarked(at, pays, role)),
    ];
}
