using Discharge.Domain.Deciding;

namespace Discharge.Domain.DischargeCases;

/// <summary>What leaving departed from where something needed for a safe transfer was open. Each is the hub's to put right at once.</summary>
public static class LeftWithout
{
    /// <summary>They left without the medicines they need.</summary>
    public static readonly Departure WithoutMedicines = new("discharge.left-without-medicines", "The person left without the medicines they need.", Owner.CareTransferHub);

    /// <summary>They left with no transport arranged.</summary>
    public static readonly Departure WithoutTransport = new("discharge.left-without-transport", "The person left with no transport arranged, although they needed it.", Owner.CareTransferHub);

    /// <summary>They left with equipment they need not in place.</summary>
    public static readonly Departure WithoutEquipment = new("discharge.left-without-equipment", "The person left and equipment they need is not in place where they are going.", Owner.CareTransferHub);

    /// <summary>They left with no way in where they were going.</summary>
    public static readonly Departure WithoutKeyAccess = new("discharge.left-without-key-access", "The person left with no way in where they are going.", Owner.CareTransferHub);

    /// <summary>They left with nobody confirmed to receive them.</summary>
    public static readonly Departure WithNobodyReceiving = new("discharge.left-with-nobody-receiving", "The person left with nobody confirmed to receive them, although somebody has to.", Owner.CareTransferHub);

    /// <summary>They left with no discharge summary under way.</summary>
    public static readonly Departure WithoutSummary = new("discharge.left-without-discharge-summary", "The person left with no discharge summary under way to those who look after them next.", Owner.CareTransferHub);

    /// <summary>They left needing care with no first care call planned.</summary>
    public static readonly Departure WithoutFirstCareCall = new("discharge.left-without-first-care-call", "The person left needing care and no first care call is planned.", Owner.CareTransferHub);

    /// <summary>They left needing care long before the first care call.</summary>
    public static readonly Departure BeforeFirstCareCall = new("discharge.left-before-first-care-call", "The person left needing care, long before the first care call.", Owner.CareTransferHub);

    /// <summary>They left on Pathway 1 with no visit booked for the 24 hours in which they have to be seen.</summary>
    public static readonly Departure WithoutHomeVisit = new(
        "discharge.left-without-home-visit", "The person left on Pathway 1 and no visit is booked for the 24 hours in which they have to be seen.", Owner.CareTransferHub);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Departure> All { get; } = [.. Enum.GetValues<TransferGap>().Select(Of)];

    /// <summary>What leaving with this open departs from.</summary>
    public static Departure Of(TransferGap gap) => gap switch
    {
        TransferGap.Medicines => WithoutMedicines,
        TransferGap.Transport => WithoutTransport,
        TransferGap.Equipment => WithoutEquipment,
        TransferGap.KeyAccess => WithoutKeyAccess,
        TransferGap.Receiver => WithNobodyReceiving,
        TransferGap.DischargeSummary => WithoutSummary,
        TransferGap.NoFirstCareCall => WithoutFirstCareCall,
        TransferGap.LateFirstCareCall => BeforeFirstCareCall,
        TransferGap.HomeVisit => WithoutHomeVisit,
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "Nothing is known of such a gap."),
    };
}
