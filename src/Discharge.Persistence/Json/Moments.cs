using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Discharge.Domain.Timelines;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Persistence.Json;

/// <summary>A moment: ISO 8601 with its offset and at most microseconds; given out with the offset of Europe/London.</summary>
public sealed partial class Moments : Spelled<Instant>
{
    // Of 2026-03-29T21:00:00.0000010+01:00, the round-trip form of .NET, which is written far faster than a pattern is followed, up to the offset.
    private const int BeforeOffset = 27;

    private const int Longest = 33;

    private static readonly Instant Earliest = Instant.FromUtc(1970, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2200, 1, 1, 0, 0);

    private static readonly OffsetDateTimePattern ToTheSecond = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFo<Z+HH:mm>");
    private static readonly OffsetDateTimePattern ToTheMinute = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>");

    /// <inheritdoc/>
    public override string Format => "date-time";

    /// <inheritdoc/>
    public override string Spell(Instant value)
    {
        Span<byte> spelled = stackalloc byte[Longest];
        return Encoding.ASCII.GetString(spelled[..Spell(value, spelled)]);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options)
    {
        // A screen shows many, so none is made a text of its own first.
        Span<byte> spelled = stackalloc byte[Longest];
        writer.WriteStringValue(spelled[..Spell(value, spelled)]);
    }

    /// <inheritdoc/>
    public override string? Fault(string text, out Instant value)
    {
        var read = ToTheSecond.Parse(text);
        read = read.Success ? read : ToTheMinute.Parse(text);
        value = read.Success ? read.Value.ToInstant() : default;
        return read.Success switch
        {
            true when value < Earliest || value >= Latest => "Give a moment from 1970 to 2199.",
            true => null,
            false when SpaceForPlus().IsMatch(text) => "The + of the offset arrived as a space: escape it as %2B, or give the moment in UTC with a Z.",
            false when WithoutOffset().IsMatch(text) => "Say which time this is: add the offset, such as Z, +00:00 or +01:00.",
            false when TooFine().IsMatch(text) => "Give at most six digits after the second.",
            false => "Give a moment as date, time and offset, such as 2026-03-29T21:00:00+01:00.",
        };
    }

    // Without the zeros a fraction ends with, and without a fraction that is nothing else.
    private static int Spell(Instant value, Span<byte> to)
    {
        Utf8Formatter.TryFormat(LocalCalendar.InLondon(value).ToDateTimeOffset(), to, out _, 'O');
        var end = to[..BeforeOffset].LastIndexOfAnyExcept((byte)'0') + 1;
        end -= to[end - 1] == '.' ? 1 : 0;
        to[BeforeOffset..Longest].CopyTo(to[end..]);
        return end + Longest - BeforeOffset;
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d([.,]\d+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithoutOffset();

    [GeneratedRegex(@"T\d\d:\d\d(:\d\d(\.\d+)?)? \d\d:?\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex SpaceForPlus();

    [GeneratedRegex(@"T\d\d:\d\d:\d\d\.\d{7,}(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex TooFine();
}

/// <summary>A date of the calendar in England.</summary>
public sealed class Days : Spelled<LocalDate>
{
    private static readonly LocalDate Earliest = new(1850, 1, 1);
    private static readonly LocalDate Latest = new(2199, 12, 31);

    /// <inheritdoc/>
    public override string Format => "date";

    /// <inheritdoc/>
    public override string Spell(LocalDate value) => LocalDatePattern.Iso.Format(value);

    /// <inheritdoc/>
    public override string? Fault(string text, out LocalDate value)
    {
        var read = LocalDatePattern.Iso.Parse(text);
        value = read.Success ? read.Value : default;
        return read.Success && value >= Earliest && value <= Latest ? null : "Give a date as yyyy-MM-dd, such as 2026-03-29, from 1850 to 2199.";
    }
}
