using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What keeps a transfer from being safe: the same list warns before the person leaves, marks a departure that went without, and says what is next.</summary>
public static class SafeTransfer
{
    /// <summary>What is open for somebody still in hospital, given when they are expected to leave.</summary>
    public static IReadOnlyList<TransferGap> GapsIn(DischargeCase discharge) => GapsIn(discharge, ExpectedLeaving.Of(discharge), to: null);

    /// <summary>What is open for somebody who leaves at a moment.</summary>
    /// <param name="discharge">The case as it stands then.</param>
    /// <param name="leaving">When they leave.</param>
    /// <param name="to">Where to.</param>
    public static IReadOnlyList<TransferGap> GapsIn(DischargeCase discharge, Instant leaving, Destination to) => GapsIn(discharge, new ExpectedLeaving(leaving, leaving), to);

    private static IReadOnlyList<TransferGap> GapsIn(DischargeCase discharge, ExpectedLeaving? leaving, Destination? to) =>
    [
        .. TransferNeed.Of(discharge).Where(need => need.IsOpen).Select(need => GapOf(need.Item)).Distinct(),
        .. new[] { FirstCareCall.GapIn(discharge, leaving, to), BookedVisit.GapIn(discharge, leaving, to) }.OfType<TransferGap>(),
    ];

    // Whoever has left has had transport, and whoever has arrived has been let in and received, or not.
    /// <summary>What is still open for somebody who has left.</summary>
    public static IEnumerable<TransferGap> NotInPlaceAfter(DischargeCase discharge, DischargedFromHospital left) =>
        from gap in GapsIn(discharge, left.OccurredAt, left.To)
        where gap is not (TransferGap.Transport or TransferGap.HomeVisit)
        where gap is not (TransferGap.KeyAccess or TransferGap.Receiver) || !discharge.Facts.Any<ArrivedAtDestination>()
        select gap;

    private static TransferGap GapOf(TransferItem item) => item switch
    {
        TransferItem.Medicines => TransferGap.Medicines,
        TransferItem.Transport => TransferGap.Transport,
        TransferItem.Equipment => TransferGap.Equipment,
        TransferItem.KeyAccess => TransferGap.KeyAccess,
        TransferItem.Receiver => TransferGap.Receiver,
        TransferItem.DischargeSummary => TransferGap.DischargeSummary,
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Nothing is known of such an item."),
    };
}

/// <summary>One thing that keeps a transfer from being safe.</summary>
public enum TransferGap
{
    /// <summary>The medicines are not in the person's hands.</summary>
    Medicines,

    /// <summary>No transport is arranged.</summary>
    Transport,

    /// <summary>Equipment is not in place.</summary>
    Equipment,

    /// <summary>There is no way in.</summary>
    KeyAccess,

    /// <summary>Nobody is confirmed to receive the person.</summary>
    Receiver,

    /// <summary>The discharge summary is not under way.</summary>
    DischargeSummary,

    /// <summary>Care is needed and no first care call is planned after leaving.</summary>
    NoFirstCareCall,

    /// <summary>Care is needed and the first care call is planned for long after leaving.</summary>
    LateFirstCareCall,

    /// <summary>The person is on Pathway 1 and no visit is booked for the 24 hours after leaving.</summary>
    HomeVisit,
}
