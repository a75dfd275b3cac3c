using System.Collections.Frozen;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>Who is ready to leave and waits in hospital because Pathway 1 has no room for them: a waiting list by another name, and counted as one (A3).</summary>
public static class PathwayOneCapacity
{
    // What says so in the lists this service knows.
    private static readonly FrozenSet<DelayReason> Reasons = new (DelayCodeset List, string Code)[]
    {
        (DelayCodeset.Acute2022, "viii"),
        (DelayCodeset.Community2023, "pathway-1-start-of-care"),
        (DelayCodeset.Community2023, "pathway-1-rehabilitation"),
        (DelayCodeset.Acute2024, "pathway-1-not-available"),
    }.Select(known => known.List.Find(known.Code)!).ToFrozenSet();

    /// <summary>Whether somebody waits for it at a moment: in hospital, ready, and their primary delay of the day is that capacity.</summary>
    public static bool IsWaitedFor(DischargeCase discharge, Instant now) => discharge is { GoneAt: null, ReadySince: not null }
        && DelayLedger.Of(discharge, now) is { Days: [.., { Primary.Reason: var reason }] } && Reasons.Contains(reason);
}
