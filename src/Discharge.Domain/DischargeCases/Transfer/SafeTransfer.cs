using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>What keeps a transfer from being safe: the same list warns before the person leaves, marks a departure that went without, and says what is next.</summary>
public static class SafeTransfer
{
    /// <summary>What is open for somebody still in hospital. They are taken to leave when transport is arranged for, or from the decision to discharge on.</summary>
    public static IReadOnlyList<TransferGap> GapsIn(DischargeCase discharge)
    {
        var needs = TransferNeed.Of(discharge);
        var collected = needs.FirstOrDefault(need => need is { Item: TransferItem.Transport, State: TransferItemState.Arranged or TransferItemState.InPlace })?.For;
        return GapsIn(discharge, collected ?? discharge.DischargeDecision?.OccurredAt, to: null);
    }

    /// <summary>What is open for somebody who leaves at a moment.</summary>
    /// <param name="discharge">The case as it stands then.</param>
    /// <param name="leaving">When they leave; null where nobody knows yet.</param>
    /// <param name="to">Where to; null where nobody knows yet.</param>
    public static IReadOnlyList<TransferGap> GapsIn(DischargeCase discharge, Instant? leaving, Destination? to) =>
    [
        .. TransferNeed.Of(discharge).Where(need => need.IsOpen).Select(need => GapOf(need.Item)).Distinct(),
        .. FirstCareCall.GapIn(discharge, leaving, to) is { } gap ? new[] { gap } : [],
    ];

    // Whoever has left has had transport, and whoever has arrived has been let in and received, or not.
    /// <summary>What is still open for somebody who has left.</summary>
    public static IEnumerable<TransferGap> NotInPlaceAfter(DischargeCase discharge, DischargedFromHospital left) =>
        from gap in GapsIn(discharge, left.OccurredAt, left.To)
        where gap is not TransferGap.Transport
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

    /// <summary>Personal care is needed and no first care call is planned after leaving.</summary>
    NoFirstCareCall,

    /// <summary>Personal care is needed and the first care call is planned for long after leaving.</summary>
    LateFirstCareCall,
}
