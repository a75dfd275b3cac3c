using System.Collections.Immutable;
using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>One referral as what stands on record makes it.</summary>
/// <param name="Entry">The number of the entry that sent it.</param>
/// <param name="Sent">What was sent.</param>
/// <param name="Steps">The steps it took, in order of occurrence.</param>
public sealed record Referral(long Entry, ReferralSent Sent, ImmutableArray<ReferralStepTaken> Steps)
{
    /// <summary>The step it stands at: the one that ended it, or else the last; null where it was only sent.</summary>
    public ReferralStepTaken? StandsAt => Steps.LastOrDefault(step => step.Step is ReferralStep.Done or ReferralStep.NoLongerNeeded) ?? Steps.LastOrDefault();

    /// <summary>How far it has come.</summary>
    public ReferralStatus Status => StandsAt?.Step switch
    {
        null => ReferralStatus.Sent,
        ReferralStep.Received => ReferralStatus.Received,
        ReferralStep.Triaged => ReferralStatus.Triaged,
        ReferralStep.Accepted => ReferralStatus.Accepted,
        ReferralStep.Declined => ReferralStatus.Declined,
        ReferralStep.Allocated => ReferralStatus.Allocated,
        ReferralStep.Done => ReferralStatus.Done,
        _ => ReferralStatus.NoLongerNeeded,
    };

    /// <summary>Whether the service it went to still has to do something.</summary>
    public bool IsOpen => Status is not (ReferralStatus.Declined or ReferralStatus.Done or ReferralStatus.NoLongerNeeded);

    /// <summary>Whether something comes of it: it was neither declined nor taken back.</summary>
    internal bool StillHelps => Status is not (ReferralStatus.Declined or ReferralStatus.NoLongerNeeded);

    /// <summary>Whether a step comes in its usual order. Triage and allocation may be left out, since not every service has them.</summary>
    public bool MayTake(ReferralStep step) => (Status, step) switch
    {
        (ReferralStatus.Done or ReferralStatus.NoLongerNeeded, _) => false,
        (_, ReferralStep.NoLongerNeeded) => true,
        (ReferralStatus.Sent, ReferralStep.Received) => true,
        (ReferralStatus.Received, ReferralStep.Triaged or ReferralStep.Accepted or ReferralStep.Declined) => true,
        (ReferralStatus.Triaged, ReferralStep.Accepted or ReferralStep.Declined) => true,
        (ReferralStatus.Accepted, ReferralStep.Allocated or ReferralStep.Done) => true,
        (ReferralStatus.Allocated, ReferralStep.Done) => true,
        _ => false,
    };
}

/// <summary>The referrals of a case.</summary>
public static class Referrals
{
    /// <summary>All that stand, in the order they were sent.</summary>
    public static ImmutableArray<Referral> Of(DischargeCase discharge) => [.. discharge.Facts.EntriesOf<ReferralSent>().Select(entry => Of(discharge, entry))];

    /// <summary>The referral of this id, or null where none that stands sends it.</summary>
    public static Referral? Find(DischargeCase discharge, Guid id) => Of(discharge).FirstOrDefault(referral => referral.Sent.Referral == id);

    private static Referral Of(DischargeCase discharge, Entry entry) =>
        entry.Fact is ReferralSent sent
            ? new(entry.Version, sent, [.. discharge.Facts.All<ReferralStepTaken>().Where(step => step.Referral == sent.Referral)])
            : throw new ArgumentException("The entry sends no referral.", nameof(entry));
}
