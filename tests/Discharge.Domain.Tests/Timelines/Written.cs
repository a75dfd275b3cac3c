using System.Text.RegularExpressions;
using Discharge.Domain.Timelines;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Domain.Tests.Timelines;

/// <summary>Moments as the tests write them, and as explanations do.</summary>
internal static partial class Written
{
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<Z+HH:mm>");

    /// <summary>"2026-03-28T20:00Z" or "2026-03-28T20:00+00:00".</summary>
    public static Instant At(string written) => WithOffset.Parse(written).Value.ToInstant();

    /// <summary>"2026-03-30".</summary>
    public static LocalDate On(string written) => LocalDatePattern.Iso.Parse(written).Value;

    /// <summary>The moment an explanation names in Universal Time in one of its sentences.</summary>
    public static Instant InUniversalTime(string sentence) =>
        InstantPattern.ExtendedIso.Parse(Bracketed().Matches(sentence)[^1].Groups[1].Value).Value;

    /// <summary>What is expected, line by line.</summary>
    public static string[] Lines(params string[] lines) => lines;

    /// <summary>The due of a length that has one.</summary>
    public static Due DueOf(Reckoning? reckoning) => (Due)reckoning!;

    /// <summary>The rule of the standard book, in its latest era.</summary>
    public static TimelineRule Rule(string id) => RuleBook.Standard.Eras(id).Last();

    [GeneratedRegex(@"\((\d{4}-[^)]+Z)\)")]
    private static partial Regex Bracketed();
}
