using Discharge.Domain.Deciding;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Warnings that hold at a moment although nothing recorded departs from anything: what would be unsafe about leaving now, and care that has not come.</summary>
public static class TransferWarnings
{
    /// <summary>The medicines are not in the person's hands.</summary>
    public static readonly Departure MedicinesNotInHand = new("discharge.medicines-not-in-hand", "The medicines the person needs are not in their hands; leaving now would be without them.", Owner.Ward);

    /// <summary>No transport is arranged.</summary>
    public static readonly Departure TransportNotArranged = new("discharge.transport-not-arranged", "The person needs transport and none is arranged.", Owner.Ward);

    /// <summary>Equipment is not in place.</summary>
    public static readonly Departure EquipmentNotInPlace = new("discharge.equipment-not-in-place", "Equipment the person needs is not in place where they are going; leaving now would be without it.", Owner.CareTransferHub);

    /// <summary>There is no way in.</summary>
    public static readonly Departure KeyAccessNotInPlace = new("discharge.key-access-not-in-place", "There is no way in where the person is going.", Owner.CareTransferHub);

    /// <summary>Nobody is confirmed to receive the person.</summary>
    public static readonly Departure ReceiverNotConfirmed = new("discharge.receiver-not-confirmed", "Somebody has to receive the person, and nobody is confirmed.", Owner.CareTransferHub);

    /// <summary>The discharge summary is not under way.</summary>
    public static readonly Departure SummaryNotUnderWay = new("discharge.discharge-summary-not-under-way", "The discharge summary is not under way to those who look after the person next.", Owner.Ward);

    /// <summary>No first care call is planned after leaving.</summary>
    public static readonly Departure FirstCareCallNotPlanned = new("discharge.first-care-call-not-planned", "The person needs care and no first care call is planned for after they leave.", Owner.CareTransferHub);

    /// <summary>The first care call is planned for long after leaving.</summary>
    public static readonly Departure FirstCareCallLate = new("discharge.first-care-call-late", "The person needs care and the first care call is planned for long after they may leave.", Owner.CareTransferHub);

    /// <summary>No visit is booked for the 24 hours after leaving.</summary>
    public static readonly Departure HomeVisitNotBooked = new(
        "discharge.home-visit-not-booked", "The person is on Pathway 1 and no visit is booked for the 24 hours after they leave.", Owner.CareTransferHub);

    /// <summary>The time of the first care call has come and nobody has said that it was made.</summary>
    public static readonly Departure FirstCareCallOverdue = new(
        "discharge.first-care-call-overdue", "The first care call is past its time and is not known to have been made; find out whether the person has care.", Owner.CareTransferHub);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Departure> All { get; } = [.. Enum.GetValues<TransferGap>().Select(Of), FirstCareCallOverdue];

    /// <summary>The warnings of a case at a moment: before leaving from the decision to discharge on, and after it until care came or the case ended.</summary>
    public static IEnumerable<Departure> At(DischargeCase discharge, Instant moment) => discharge switch
    {
        { Phase: DischargePhase.DischargeDecided } => SafeTransfer.GapsIn(discharge).Select(Of),
        { Phase: DischargePhase.LeftHospital or DischargePhase.SeenAtHome } when FirstCareCall.Of(discharge).IsOverdueAt(moment) => [FirstCareCallOverdue],
        _ => [],
    };

    /// <summary>What is said of this while the person is still in hospital.</summary>
    public static Departure Of(TransferGap gap) => gap switch
    {
        TransferGap.Medicines => MedicinesNotInHand,
        TransferGap.Transport => TransportNotArranged,
        TransferGap.Equipment => EquipmentNotInPlace,
        TransferGap.KeyAccess => KeyAccessNotInPlace,
        TransferGap.Receiver => ReceiverNotConfirmed,
        TransferGap.DischargeSummary => SummaryNotUnderWay,
        TransferGap.NoFirstCareCall => FirstCareCallNotPlanned,
        TransferGap.LateFirstCareCall => FirstCareCallLate,
        TransferGap.HomeVisit => HomeVisitNotBooked,
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Nothing is known of such a gap."),
    };
}
