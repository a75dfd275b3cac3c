using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>When the six weeks are near their end, so that it can be decided what comes past them: from their first warning on (T05).</summary>
public static class NearTheLimit
{
    /// <summary>Whether they were by a moment; not where reablement has not started.</summary>
    public static bool Is(ReablementCase reablement, Instant moment) => reablement.FirstContact is { OccurredAt: var start }
        && LocalCalendar.DateOf(start) is var first
        && RuleBook.Standard.InForce(ReablementTimelines.SixWeeks.RuleId, first) is { } rule
        && LocalCalendar.DateOf(moment) >= first.PlusDays(rule.Warnings.Select(warning => warning.At).OfType<OnLocalDay>().Min(warned => warned.Day));

    /// <summary>The last decision at the limit; null where none was made near it.</summary>
    public static LimitDecided? Decision(ReablementCase reablement) => reablement.Facts.All<LimitDecided>().LastOrDefault(decided => Is(reablement, decided.OccurredAt));
}
