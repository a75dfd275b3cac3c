using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What a closing departs from where something is still open. Closing ends the next steps, so it says what nobody would be reminded of any more.</summary>
public static class ClosedWith
{
    /// <summary>Nobody is known to have come to give the care that was needed or planned.</summary>
    public static readonly Departure CareNotCome = new(
        "discharge.closed-without-first-care-call", "The case was closed and the first care call is not known to have been made.", Owner.CareTransferHub);

    /// <summary>The medicines never came.</summary>
    public static readonly Departure MedicinesOpen = new("discharge.closed-with-medicines-open", "The case was closed and the medicines the person needs are not in their hands.", Owner.CareTransferHub);

    /// <summary>Equipment never came.</summary>
    public static readonly Departure EquipmentOpen = new("discharge.closed-with-equipment-open", "The case was closed and equipment the person needs is not in place.", Owner.CareTransferHub);

    /// <summary>There is no way in.</summary>
    public static readonly Departure KeyAccessOpen = new("discharge.closed-with-key-access-open", "The case was closed and there is no way in known where the person went.", Owner.CareTransferHub);

    /// <summary>Nobody is known to have received the person.</summary>
    public static readonly Departure ReceiverOpen = new("discharge.closed-with-receiver-open", "The case was closed and nobody is known to have received the person, although somebody had to.", Owner.CareTransferHub);

    /// <summary>The discharge summary is not under way.</summary>
    public static readonly Departure SummaryOpen = new(
        "discharge.closed-with-discharge-summary-open", "The case was closed and the discharge summary is not under way to those who look after the person next.", Owner.Ward);

    /// <summary>An objection is not settled.</summary>
    public static readonly Departure ObjectionOpen = new("discharge.closed-with-objection-open", "The case was closed and somebody's objection is not settled.", Owner.CareTransferHub);

    /// <summary>A referral is not done, or was declined and not followed up.</summary>
    public static readonly Departure ReferralOpen = new(
        "discharge.closed-with-referral-open", "The case was closed and a referral is not done, or was declined and not followed up.", Owner.CareTransferHub);

    /// <summary>A task is not done.</summary>
    public static readonly Departure TaskOpen = new("discharge.closed-with-task-open", "The case was closed and a task that was set is not done.", Owner.CareTransferHub);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Departure> All { get; } =
        [CareNotCome, MedicinesOpen, EquipmentOpen, KeyAccessOpen, ReceiverOpen, SummaryOpen, ObjectionOpen, ReferralOpen, TaskOpen];

    /// <summary>What is open in a case as it stands. Nobody brings anything any more to a person who died, is back in hospital or is no longer at home; others may still be at work for them.</summary>
    public static IEnumerable<Departure> OpenIn(DischargeCase discharge)
    {
        var (objects, steps) = (Objection.Of(discharge).Any(objection => objection.Settled is null), ReferralSteps.Of(discharge).ToArray());
        (Departure Departure, bool IsOpen)[] others =
        [
            (ObjectionOpen, objects),
            (ReferralOpen, steps.Any(step => step.What is not ReferralSteps.DoTask) || HomeReferralSteps.Of(discharge).Any()),
            (TaskOpen, steps.Any(step => step.What is ReferralSteps.DoTask)),
        ];
        return
        [
            .. discharge is { Left: { } left, Death: null, IsBackInHospital: false, IsAwayFromHome: false } ? OwedAtHome(discharge, left) : [],
            .. others.Where(other => other.IsOpen).Select(other => other.Departure),
        ];
    }

    private static IEnumerable<Departure> OwedAtHome(DischargeCase discharge, DischargedFromHospital left)
    {
        var notInPlace = SafeTransfer.NotInPlaceAfter(discharge, left).Select(Of).OfType<Departure>();
        // Whoever was seen where they are staying had got in, and was not alone with it.
        var open = discharge.SeenAtHome is null ? notInPlace : notInPlace.Except([KeyAccessOpen, ReceiverOpen]);
        return FirstCareCall.Of(discharge) is { IsNeeded: true, CameAt: null } ? [CareNotCome, .. open] : open;
    }

    private static Departure? Of(TransferGap gap) => gap switch
    {
        TransferGap.Medicines => MedicinesOpen,
        TransferGap.Equipment => EquipmentOpen,
        TransferGap.KeyAccess => KeyAccessOpen,
        TransferGap.Receiver => ReceiverOpen,
        TransferGap.DischargeSummary => SummaryOpen,
        _ => null,
    };
}
