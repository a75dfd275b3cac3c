using System.Collections.Frozen;

namespace Discharge.Domain.DischargeCases;

/// <summary>What of a safe transfer a delay waits for, by the codes that mean it in the lists this service knows. Whoever leaves while it runs leaves without it.</summary>
internal static class AwaitedItem
{
    private static readonly FrozenDictionary<DelayReason, TransferItem> Items = new (DelayCodeset List, string Code, TransferItem Item)[]
    {
        (DelayCodeset.Acute2022, "v", TransferItem.Medicines),
        (DelayCodeset.Acute2022, "xi", TransferItem.Equipment),
        (DelayCodeset.Community2023, "medicines", TransferItem.Medicines),
        (DelayCodeset.Community2023, "equipment", TransferItem.Equipment),
    }.ToFrozenDictionary(known => known.List.Find(known.Code)!, known => known.Item);

    /// <summary>
    /// The items that delays of a case wait for and that nobody has said a word on since. A delay that nobody ended waits still: leaving ends the delay, and brings nothing.
    /// </summary>
    public static IEnumerable<TransferItem> Of(DischargeCase discharge)
    {
        var ended = discharge.Facts.All<DelayEnded>().Select(end => end.Delay).ToHashSet();
        return
        [
            .. from entry in discharge.Facts.EntriesOf<DelayStarted>()
               let started = (DelayStarted)entry.Fact
               where !ended.Contains(entry.Version) && !(started.OccurredAt >= discharge.Left?.OccurredAt)
               where Items.TryGetValue(started.Reason, out var item) && !SaidSince(discharge, item, started)
               select Items[started.Reason],
        ];
    }

    private static bool SaidSince(DischargeCase discharge, TransferItem item, DelayStarted started) =>
        discharge.Facts.All<TransferItemReported>().Any(report => report.Item == item && report.OccurredAt >= started.OccurredAt);
}
