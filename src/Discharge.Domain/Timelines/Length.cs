using System.Globalization;
using NodaTime;

namespace Discharge.Domain.Timelines;

/// <summary>How long a rule allows and by which calendar it counts. The kinds are closed: each knows its own arithmetic.</summary>
public abstract record Length
{
    private protected Length()
    {
    }

    /// <summary>The length in words, such as "24 hours" or "6 to 8 weeks".</summary>
    public abstract string Words { get; }

    /// <summary>The calendar it is counted by, in words: "elapsed hours", "local days", "calendar months", "same local day", "statutory hours" or "none".</summary>
    public abstract string Calendar { get; }

    /// <summary>How many of its calendar's units it allows: hours, days or months; 0 where an authority cannot decide another number.</summary>
    internal virtual int Units => 0;

    /// <summary>A length of the same kind with another number of units.</summary>
    private protected virtual Length WithUnits(int units) => throw new NotSupportedException($"{Words} has no number to change.");

    /// <summary>A length of the same kind as this one from its words, such as "24 hours"; weeks count as seven days. Null where they say no such length.</summary>
    internal Length? Reading(string words) =>
        words.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var number, var unit]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && count is > 0 and < 10_000
        && Units > 0
        && (unit.TrimEnd('s'), Calendar) switch
        {
            ("hour", "elapsed hours" or "statutory hours") => count,
            ("day", "local days") => count,
            ("week", "local days") => count * 7,
            ("month", "calendar months") => count,
            _ => 0,
        } is > 0 and var units
            ? WithUnits(units)
            : null;

    /// <summary>When a clock started at this moment would be due; <see cref="NoDue"/> with its code where there is no single due moment.</summary>
    public Reckoning DueAfter(Instant startedAt) =>
        startedAt < LocalCalendar.Earliest || startedAt >= LocalCalendar.Latest
            ? NoDue.StartOutOfRange
            : Reckon(LocalCalendar.ToMicroseconds(startedAt));

    /// <summary>The arithmetic, from a start in whole microseconds.</summary>
    private protected abstract Reckoning Reckon(Instant startedAt);

    private protected static int Least(int least, int count) =>
        count >= least ? count : throw new ArgumentOutOfRangeException(nameof(count), count, $"A length of time counts at least {least}.");

    private protected static string Plural(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";
}
