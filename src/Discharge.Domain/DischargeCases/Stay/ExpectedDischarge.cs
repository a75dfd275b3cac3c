using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>The expected date of discharge: as first set, as it is now, and how far it drifted.</summary>
/// <param name="First">The date first set.</param>
/// <param name="FirstSetAt">When it was first set.</param>
/// <param name="Current">The date as it is now.</param>
/// <param name="Changes">Each time another date was set than the one before, in order.</param>
public sealed record ExpectedDischarge(LocalDate First, Instant FirstSetAt, LocalDate Current, IReadOnlyList<DischargeExpected> Changes)
{
    /// <summary>The days between the first date and the current one; negative where it came nearer.</summary>
    public int DriftDays => Period.DaysBetween(First, Current);

    /// <summary>What is expected in a case, or null where no date was set.</summary>
    public static ExpectedDischarge? Of(DischargeCase discharge)
    {
        DischargeExpected[] set = [.. discharge.Facts.All<DischargeExpected>()];
        return set is [var first, .. var later]
            ? new(first.Date, first.OccurredAt, set[^1].Date, [.. later.Where((next, index) => next.Date != set[index].Date)])
            : null;
    }
}
