using Discharge.Domain.Deciding;

namespace Discharge.Domain.Reablement;

/// <summary>
/// What stands on record and cannot stand together. Late facts and corrections bring it about, which are never refused for it, and it is shown until somebody has put it right.
/// </summary>
public static class ReablementContradictions
{
    /// <summary>Two cases of one person are open: a hand-over from a discharge is never refused, and a correction may open one again.</summary>
    public static readonly Departure TwoOpenCases = new(
        "reablement.two-open-cases", "This person has two reablement cases that are open: record everything in one, and end, decline or withdraw the other.", Owner.ReablementTeam);

    /// <summary>A named worker was allocated twice.</summary>
    public static readonly Departure AllocatedTwice = new(
        "reablement.allocated-twice", "Two allocations stand on record and a case has one named worker: withdraw the one that is wrong.", Owner.ReablementTeam);

    /// <summary>The referral was declined and the person was contacted.</summary>
    public static readonly Departure DeclinedAndContacted = new(
        "reablement.declined-and-contacted", "The referral was declined and the person was contacted: withdraw what is wrong of the two.", Owner.ReablementTeam);

    /// <summary>A charge lies within the free six weeks, since a contact or the ending was withdrawn.</summary>
    public static readonly Departure ChargedWhileFree = new(
        "reablement.charged-while-free", "By what stands on record now this person is charged within their free six weeks: withdraw the charge, or put right when reablement started or ended.", Owner.ReablementTeam);

    /// <summary>Reablement is charged for although that had been waived.</summary>
    public static readonly Departure ChargedThoughWaived = new(
        "reablement.charged-though-waived", "This person is charged for reablement past the free days, and by then it had been decided to go on free of charge: withdraw what is wrong of the two.", Owner.ReablementTeam);

    /// <summary>Somebody was with a person whose death is on record before it, or reablement ended otherwise than by that death.</summary>
    public static readonly Departure AfterDeath = new(
        "reablement.after-death", "The person's death is on record before this, which tells of them as living: withdraw what is wrong of the two. Measures count them as died.", Owner.ReablementTeam);

    /// <summary>Whoever had died by day 91 is on record as having been somewhere on it.</summary>
    public static readonly Departure StatusAfterDeath = new(
        "reablement.followed-up-after-death", "The person had died by day 91, and their status on that day is on record as another: withdraw what is wrong of the two. Measures count them as died.", Owner.ReablementTeam);

    /// <summary>What contradicts itself in a case as it stands.</summary>
    /// <param name="reablement">The case.</param>
    /// <param name="hasOtherOpen">Whether the person has another case that is open.</param>
    public static IEnumerable<Departure> In(ReablementCase reablement, bool hasOtherOpen = false)
    {
        if (hasOtherOpen && reablement.IsOpen)
        {
            yield return TwoOpenCases;
        }

        if (reablement.Facts.All<WorkerAllocated>().Skip(1).Any())
        {
            yield return AllocatedTwice;
        }

        if (!Responsibility.Follows(reablement.Facts.All<ReablementEvent>()))
        {
            yield return HandOverCase.OutOfTurn;
        }

        if (reablement is { IsDeclined: true, FirstContact: not null })
        {
            yield return DeclinedAndContacted;
        }

        if (reablement.Facts.All<ContactMade>().Any(contact => contact.OccurredAt < reablement.Referral?.OccurredAt))
        {
            yield return ReablementCommand.BeforeReferral;
        }

        if (reablement.Facts.All<ContactMade>().Any(contact => contact.OccurredAt > reablement.Ending?.OccurredAt))
        {
            yield return ReablementCommand.AfterEnding;
        }

        if (reablement.Facts.All<ReablementEvent>().Any(fact => IsAfterDeath(reablement, fact)))
        {
            yield return AfterDeath;
        }

        if (FollowUpWindow.StatusIn(reablement) is { } status && IsStatusAfterDeath(reablement, status))
        {
            yield return StatusAfterDeath;
        }

        if (reablement.Facts.All<ChargingStarted>().Any(charge => FreeOfCharge.Covers(reablement, charge.For, charge.OccurredAt)))
        {
            yield return ChargedWhileFree;
        }

        if (reablement.Facts.All<ChargingStarted>().Any(charge => StartCharging.Waives(reablement.At(charge.OccurredAt), charge.For)))
        {
            yield return ChargedThoughWaived;
        }
    }

    /// <summary>Whether a fact tells of somebody as living who had died by then.</summary>
    internal static bool IsAfterDeath(ReablementCase reablement, ReablementEvent fact) =>
        reablement.Death?.OccurredAt < fact.OccurredAt && fact is (ContactMade or ReablementEnded { Sequel: not ReablementSequel.Died });

    /// <summary>Whether a status of day 91 is not that of somebody who had died by then.</summary>
    internal static bool IsStatusAfterDeath(ReablementCase reablement, FollowUpRecorded status) => status.Whereabouts is not Whereabouts.Died && FollowUpWindow.DiedBy(reablement);
}
