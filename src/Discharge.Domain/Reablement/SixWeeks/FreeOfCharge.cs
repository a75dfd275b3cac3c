using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.Reablement;

/// <summary>For how long reablement is free of charge (T12; SI 2014/2673).</summary>
public static class FreeOfCharge
{
    /// <summary>The first London date on which reablement may be charged for, by the rule in force when it started; null while it has not started.</summary>
    public static LocalDate? ChargeableFrom(ReablementCase reablement, RuleBook book) => reablement.FirstContact is { OccurredAt: var start }
        && book.InForce(ReablementTimelines.Free.RuleId, LocalCalendar.DateOf(start)) is { Length: FreeDays days }
            ? days.ChargeableFrom(start)
            : null;

    /// <summary>
    /// Whether what is charged for was free of charge at a moment: reablement within its free days, and long-term care as long as reablement had not ended within them. So was everything before reablement started.
    /// </summary>
    public static bool Covers(ReablementCase reablement, ChargedFor what, Instant at) => reablement.At(at) is var then
        && (then.FirstContact is null || (LocalCalendar.DateOf(at) < ChargeableFrom(then, RuleBook.Standard) && !(what is ChargedFor.LongTermCare && then.Ending is not null)));
}
