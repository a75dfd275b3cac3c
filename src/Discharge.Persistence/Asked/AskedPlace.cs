using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Discharge.Persistence.Asked;

/// <summary>The place of something asked in the list of all of it: what is open first, then by when it was asked.</summary>
/// <param name="IsOpen">Whether it was open.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Case">Its case.</param>
/// <param name="Entry">The entry that asks it.</param>
public sealed record AskedPlace(bool IsOpen, Instant At, Guid Case, long Entry)
{
    private const string OpenWord = "open";

    private const string EndedWord = "ended";

    /// <summary>The place that a text stands for, or null where it stands for none.</summary>
    public static AskedPlace? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        return Base64Url.IsValid(text)
            && Encoding.UTF8.GetString(bytes, 0, Base64Url.DecodeFromChars(text, bytes)).Split('|') is [var standing, var at, var id, var number]
            && standing is OpenWord or EndedWord
            && InstantPattern.ExtendedIso.Parse(at) is { Success: true, Value: var askedAt }
            && Guid.TryParse(id, out var @case)
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
                ? new(standing is OpenWord, askedAt, @case, entry)
                : null;
    }

    /// <summary>The place as a text to hand on.</summary>
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{(IsOpen ? OpenWord : EndedWord)}|{InstantPattern.ExtendedIso.Format(At)}|{Case}|{Entry}")));
}
