using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>To start charging. Reablement is never charged inside its free days; where it ends earlier, long-term care may be charged for from then on, subject to the financial assessment.</summary>
/// <param name="OccurredAt">From when.</param>
/// <param name="For">For what.</param>
/// <param name="FinanciallyAssessed">Whether what the person can pay was assessed.</param>
public sealed record StartCharging(Instant OccurredAt, ChargedFor For, bool FinanciallyAssessed) : ReablementCommand(OccurredAt)
{
    /// <summary>Reablement has not started.</summary>
    public static readonly Refusal NotStarted = new("reablement.not-started", "Reablement had not started by then, so its days are not counted yet.", "A moment after the first contact.");

    /// <summary>Inside the free days.</summary>
    public static readonly Refusal StillFree = new(
        "reablement.free-of-charge", "Reablement is free of charge for six weeks from the first contact, and is never charged for inside them.", "A date from the end of the free days on; or long-term care, once reablement has ended.");

    /// <summary>What the person can pay was not assessed.</summary>
    public static readonly Refusal NotAssessed = new(
        "reablement.not-financially-assessed", "Charging is subject to the financial assessment, and none is said to have been made.", "The charge, once what the person can pay was assessed.");

    /// <summary>The charge was waived.</summary>
    public static readonly Refusal IsWaived = new(
        "reablement.charge-waived", "It was decided to go on free of charge past the free days.", "The charge, once it was decided anew that they are charged; or withdraw the decision where it was entered in error.");

    /// <summary>It is charged for already.</summary>
    public static readonly Refusal StartedAlready = new(
        "reablement.charged-already", "The charge is on record already, from another moment.", "Withdraw the entry on record as entered in error, then record this one.");

    /// <inheritdoc/>
    public override Decision<ReablementEvent> Decide(ReablementCase reablement)
    {
        ReablementEvent fact = new ChargingStarted(OccurredAt, For);
        return reablement.At(OccurredAt) switch
        {
            _ when reablement.Facts.Say(fact) => [],
            _ when reablement.Referral is null => ReferredInError,
            _ when reablement.Facts.EntriesOf<ChargingStarted>().FirstOrDefault(entry => ((ChargingStarted)entry.Fact).For == For) is { } charged => StartedAlready.Naming(charged.Version),
            { FirstContact: null } => NotStarted,
            _ when FreeOfCharge.Covers(reablement, For, OccurredAt) => StillFree,
            var then when Waives(then, For) => IsWaived.Naming(then.Facts.EntriesOf<LimitDecided>().Last().Version),
            _ when !FinanciallyAssessed => NotAssessed,
            _ => fact,
        };
    }

    /// <summary>Whether what is charged for was waived, as was decided last.</summary>
    internal static bool Waives(ReablementCase then, ChargedFor what) => what is ChargedFor.ReablementPastFreeDays && NearTheLimit.Decision(then) is { Charge: ChargePosition.Waived };
}
