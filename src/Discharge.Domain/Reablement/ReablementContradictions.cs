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

        if (reablement.Facts.All<ChargingStarted>().Any(charge => FreeOfCharge.Covers(reablement, charge.For, charge.OccurredAt)))
        {
            yield return ChargedWhileFree;
        }

        if (reablement.Facts.All<ChargingStarted>().Any(charge => StartCharging.Waives(reablement.At(charge.OccurredAt), charge.For)))
        {
            yield return ChargedThoughWaived;
        }
    }
}
