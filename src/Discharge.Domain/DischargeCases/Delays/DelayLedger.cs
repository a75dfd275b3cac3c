using Discharge.Domain.Timelines;
using NodaTime;

namespace Discharge.Domain.DischargeCases;

/// <summary>
/// Where the time from ready to gone, or to now, went: a row of spans without gap or overlap, each with the delays that ran throughout it. What is attributed and
/// what is not are sums over the spans, counted in whole instants, so that the two always add up to the whole.
/// </summary>
/// <param name="From">When the person became ready.</param>
/// <param name="Until">When they were gone, or now. Where they died in hospital it is the death: the time until then is shown, and the delay measures count no days of it.</param>
/// <param name="Spans">The spans, in order.</param>
/// <param name="Days">The days, each with its primary delay.</param>
public sealed record DelayLedger(Instant From, Instant Until, IReadOnlyList<DelaySpan> Spans, IReadOnlyList<DelayDay> Days)
{
    /// <summary>The whole time.</summary>
    public Duration Total => Until - From;

    /// <summary>The time in which at least one delay ran.</summary>
    public Duration Attributed => Sum(span => span.Delays is not []);

    /// <summary>The time in which none did.</summary>
    public Duration Unattributed => Sum(span => span.Delays is []);

    /// <summary>The time each reason took. Where delays ran at once, each reason has the whole of it, so these do not add up to the time attributed.</summary>
    public IReadOnlyList<DelayReasonTotal> ByReason =>
    [
        .. Spans.SelectMany(span => span.Delays).Select(delay => delay.Reason).Distinct().Select(reason => new DelayReasonTotal(
            reason,
            Sum(span => span.Delays.Any(delay => delay.Reason == reason)),
            Sum(span => span.Delays is not [] && span.Delays.All(delay => delay.Reason == reason)),
            Days.Count(day => day.Primary?.Reason == reason))),
    ];

    /// <summary>The ledger of a case at a moment, or null where the person is not ready, or left without being found so.</summary>
    public static DelayLedger? Of(DischargeCase discharge, Instant now)
    {
        if (discharge.ReadySince is not { } from)
        {
            return null;
        }

        var until = Instant.Max(from, discharge.GoneAt ?? now);
        var delays = Delay.Of(discharge);
        Instant[] turns = [.. delays.SelectMany(delay => new[] { delay.From, delay.Until ?? until }).Append(from).Append(until).Where(turn => turn >= from && turn <= until).Distinct().Order()];
        return new(
            from,
            until,
            [.. turns.Zip(turns.Skip(1), (start, end) => new DelaySpan(start, end, [.. delays.Where(delay => delay.RunsWithin(start, end))]))],
            [.. DaysOf(discharge, delays, from, until)]);
    }

    private static IEnumerable<DelayDay> DaysOf(DischargeCase discharge, IReadOnlyList<Delay> delays, Instant from, Instant until)
    {
        var named = discharge.Facts.All<PrimaryDelayNamed>().ToLookup(naming => naming.Day);
        for (var (day, last) = (LocalCalendar.DateOf(from), LocalCalendar.DateOf(Instant.Max(from, until - LocalCalendar.Microsecond))); day <= last; day = day.PlusDays(1))
        {
            var (start, end) = (Instant.Max(from, LocalCalendar.StartOf(day)), Instant.Min(until, LocalCalendar.EndOf(day)));
            Delay[] open = [.. delays.Where(delay => delay.RunsWithin(start, end))];
            var chosen = named[day].Select(naming => open.FirstOrDefault(delay => delay.Id == naming.Delay)).LastOrDefault(delay => delay is not null);
            yield return new(day, open, chosen ?? (open is [var only] ? only : null), Named: chosen is not null);
        }
    }

    private Duration Sum(Func<DelaySpan, bool> counts) => Spans.Where(counts).Aggregate(Duration.Zero, (sum, span) => sum + (span.Until - span.From));
}

/// <summary>A span of time in which the same delays ran throughout.</summary>
/// <param name="From">Its first moment.</param>
/// <param name="Until">The first moment after it.</param>
/// <param name="Delays">The delays that ran; none where the time is attributed to nothing.</param>
public sealed record DelaySpan(Instant From, Instant Until, IReadOnlyList<Delay> Delays);

/// <summary>A day between ready and gone, local to Europe/London.</summary>
/// <param name="Date">The day.</param>
/// <param name="Delays">The delays that ran at some time of it, in order of their beginning.</param>
/// <param name="Primary">The delay named last as primary of those open on it, or the only one open; null where neither is.</param>
/// <param name="Named">Whether it was named, rather than being the only one.</param>
public sealed record DelayDay(LocalDate Date, IReadOnlyList<Delay> Delays, Delay? Primary, bool Named)
{
    /// <summary>Whether several delays ran and nobody has named the primary one, so that the day is attributed to all of them and has no primary cause.</summary>
    public bool IsUndecided => Primary is null && Delays is not [];
}

/// <summary>The time one reason took.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Total">The time in which it ran; where others ran at once, theirs too.</param>
/// <param name="Alone">The part of it in which no other reason ran.</param>
/// <param name="PrimaryDays">The days on which it was the primary reason.</param>
public sealed record DelayReasonTotal(DelayReason Reason, Duration Total, Duration Alone, int PrimaryDays)
{
    /// <summary>The part of it in which others ran too, and which they have in their totals as well.</summary>
    public Duration Overlapping => Total - Alone;
}
