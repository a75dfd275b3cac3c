using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>When what a referral to a care home departs from has been dealt with. Once the referral is withdrawn, all of it has.</summary>
internal static class HomeReferralsDealtWith
{
    /// <summary>Each departure with the rule by which it no longer warns.</summary>
    public static IEnumerable<(Departure Departure, Func<Entry, DischargeCase, bool> IsDealtWith)> Rules { get; } =
    [
        (SendHomeReferral.SentTwice, (entry, discharge) => HomeReferrals.Of(discharge).Count(other => other.MayStillHelp && IsToTheSame(other, entry)) < 2),
        (HomeReferralCommand.BeforeSent, Once(_ => false)),
        (HomeReferralCommand.AfterTakenBack, Once(referral => referral.Status is not HomeReferralStatus.TakenBack)),
        (AcceptForHome.Unassessed, Once(referral => referral.Acceptance is null || referral.Assessment is not null)),
        (AcceptForHome.AgainstAssessment, Once(referral => referral.Acceptance is null || referral.Assessment is { NeedsCanBeMet: true })),
        (AcceptForHome.EarliestAtWeekend, Once(referral => referral.Acceptance is not { AdmitsAtWeekends: false } accepted || !HomeReferral.IsAtWeekend(accepted.EarliestAdmission))),
        (DeclineForHome.WithoutReason, Once(referral => referral.StandsAt is not DeclinedByHome { Reason: null })),
        (DeclineForHome.AfterChosen, (_, discharge) => HomeReferrals.Chosen(discharge) is not null),
        (ChooseHome.NotAccepted, (entry, discharge) => IsChosenAnew(entry, discharge) || Once(referral => referral.Acceptance is not null)(entry, discharge)),
        (ChooseHome.NobodyChose, IsChosenAnew),
        (ChooseHome.WithoutCapacity, IsChosenAnew),
        (ChooseHome.WithoutDecision, (entry, discharge) => IsChosenAnew(entry, discharge) || discharge.Facts.All<BestInterestsDecided>().Any(decided => decided.For is DecisionInQuestion.WhereToLive)),
        (AgreeTopUp.OfSelfFunder, (_, discharge) => !HomeReferrals.IsSelfFunder(discharge)),
    ];

    private static Func<Entry, DischargeCase, bool> Once(Func<HomeReferral, bool> isSo) =>
        (entry, discharge) => HomeReferrals.Find(discharge, ((HomeReferralAnswer)entry.Fact).Referral) is not { } referral || isSo(referral);

    private static bool IsToTheSame(HomeReferral other, Entry entry) => entry.Fact is HomeReferralSent sent && sent.Home == other.Sent.Home && sent.Kind == other.Sent.Kind;

    private static bool IsChosenAnew(Entry entry, DischargeCase discharge) => discharge.Facts.EntriesOf<HomeChosen>().Last().Version != entry.Version;
}
