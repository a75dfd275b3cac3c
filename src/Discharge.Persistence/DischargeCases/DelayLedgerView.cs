using Discharge.Domain.DischargeCases;
using NodaTime;

namespace Discharge.Persistence.DischargeCases;

/// <summary>Where the time from ready to gone, or to now, went, in seconds to the microsecond. What is attributed and what is not always add up to the total.</summary>
/// <param name="Case">The case.</param>
/// <param name="ReadyAt">When the person became ready; null where they are not, and then there is nothing to attribute.</param>
/// <param name="Until">When they were gone, or now. Where they died in hospital it is the death: the time until then is shown, and the delay measures count no days of it.</param>
/// <param name="TotalSeconds">The whole time.</param>
/// <param name="AttributedSeconds">The time in which at least one delay ran.</param>
/// <param name="UnattributedSeconds">The time in which none did.</param>
/// <param name="ByReason">The time each reason took; reasons that ran at once overlap, so these do not add up.</param>
/// <param name="Days">Each day with its primary delay.</param>
/// <param name="Spans">The time from ready to gone without gap or overlap, each span with the delays that ran throughout it.</param>
public sealed record DelayLedgerView(
    Guid Case,
    Instant? ReadyAt,
    Instant? Until,
    decimal TotalSeconds,
    decimal AttributedSeconds,
    decimal UnattributedSeconds,
    IReadOnlyList<DelayReasonView> ByReason,
    IReadOnlyList<DelayDayView> Days,
    IReadOnlyList<DelaySpanView> Spans)
{
    /// <summary>The ledger of a case at a moment.</summary>
    /// <param name="discharge">The case.</param>
    /// <param name="now">The moment.</param>
    /// <param name="codeset">Another list, such as "community-2023", in which each reason's equivalent is shown; null for none.</param>
    public static DelayLedgerView Of(DischargeCase discharge, Instant now, string? codeset) => DelayLedger.Of(discharge, now) is { } ledger
        ? new(
            discharge.Id,
            ledger.From,
            ledger.Until,
            Seconds(ledger.Total),
            Seconds(ledger.Attributed),
            Seconds(ledger.Unattributed),
            [.. ledger.ByReason.Select(total => DelayReasonView.Of(total, codeset))],
            [.. ledger.Days.Select(day => new DelayDayView(day.Date, [.. day.Delays.Select(delay => delay.Id)], day.Primary?.Id, day.Named, day.IsUndecided))],
            [.. ledger.Spans.Select(span => new DelaySpanView(span.From, span.Until, [.. span.Delays.Select(delay => delay.Id)]))])
        : new(discharge.Id, null, null, 0, 0, 0, [], [], []);

    internal static decimal Seconds(Duration duration) => (decimal)duration.ToInt64Nanoseconds() / NodaConstants.NanosecondsPerSecond;
}

/// <summary>The time one reason took.</summary>
/// <param name="Codeset">The list it is of, with its version.</param>
/// <param name="Code">The code in that list, as it was recorded.</param>
/// <param name="TotalSeconds">The time in which it ran.</param>
/// <param name="AloneSeconds">The part in which no other reason ran.</param>
/// <param name="OverlappingSeconds">The part in which others ran too, and have in their totals as well.</param>
/// <param name="PrimaryDays">The days on which it was the primary reason.</param>
/// <param name="Equivalent">The code of equal meaning in the other list asked for, or "no equivalent"; left out where none was asked for.</param>
public sealed record DelayReasonView(
    string Codeset, string Code, decimal TotalSeconds, decimal AloneSeconds, decimal OverlappingSeconds, int PrimaryDays, string? Equivalent)
{
    /// <summary>The view of a reason's total.</summary>
    public static DelayReasonView Of(DelayReasonTotal total, string? codeset) => new(
        total.Reason.ToKey(),
        total.Reason.Code,
        DelayLedgerView.Seconds(total.Total),
        DelayLedgerView.Seconds(total.Alone),
        DelayLedgerView.Seconds(total.Overlapping),
        total.PrimaryDays,
        codeset is null ? null : DelayCrosswalk.To(codeset, total.Reason).Equivalent?.Code ?? "no equivalent");
}

/// <summary>A day of the ledger.</summary>
/// <param name="Date">The day.</param>
/// <param name="Delays">The entries of the delays that ran on it, to all of which it is attributed.</param>
/// <param name="Primary">The primary delay's entry, where there is one.</param>
/// <param name="Named">Whether it was named, rather than being the only one open.</param>
/// <param name="Undecided">Whether several ran and nobody has named the primary one yet.</param>
public sealed record DelayDayView(LocalDate Date, IReadOnlyList<long> Delays, long? Primary, bool Named, bool Undecided);

/// <summary>A span of the ledger.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">The first moment after it.</param>
/// <param name="Delays">The entries of the delays that ran; none where the time is unattributed.</param>
public sealed record DelaySpanView(Instant From, Instant Until, IReadOnlyList<long> Delays);
