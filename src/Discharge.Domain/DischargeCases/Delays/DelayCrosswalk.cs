using System.Collections.Frozen;

namespace Discharge.Domain.DischargeCases;

/// <summary>A reason beside its equivalent in another list. The original is never given up.</summary>
/// <param name="Original">The reason as it is on record.</param>
/// <param name="Equivalent">The reason of equal meaning in the other list; null where there is no equivalent.</param>
public sealed record CrosswalkedReason(DelayReason Original, DelayReason? Equivalent);

/// <summary>
/// Which codes of different lists mean the same. Only equal meanings are here: where one list is wider or narrower than the other ("no place to go" against
/// "no place to go, or lack of housing offers"), there is no equivalent.
/// </summary>
public static class DelayCrosswalk
{
    private static readonly (string Acute2022, string Community2023)[] Equal =
    [
        ("ii", "medical-decision"),
        ("v", "medicines"),
        ("vi", "transport"),
        ("x", "pathway-3-permanent-bed"),
        ("xi", "equipment"),
        ("xii", "not-in-agreement"),
        ("xiv", "safeguarding"),
        ("no-plan", "no-plan"),
        ("diagnostic-test", "diagnostic-test"),
    ];

    private static readonly FrozenDictionary<(DelayReason From, string To), DelayReason> Pairs = Equal
        .Select(pair => (Acute: DelayCodeset.Acute2022.Find(pair.Acute2022)!, Community: DelayCodeset.Community2023.Find(pair.Community2023)!))
        .SelectMany(pair => new[] { (From: pair.Acute, To: pair.Community), (From: pair.Community, To: pair.Acute) })
        .ToFrozenDictionary(pair => (pair.From, pair.To.ToKey()), pair => pair.To);

    /// <summary>A reason beside its equivalent in another list, such as "community-2023".</summary>
    public static CrosswalkedReason To(string codeset, DelayReason reason) =>
        new(reason, reason.ToKey() == codeset ? reason : Pairs.GetValueOrDefault((reason, codeset)));
}
