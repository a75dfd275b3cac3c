using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Discharge.Domain.People;

/// <summary>A language as BCP 47 tags it, such as "bn" or "pt-BR"; British Sign Language is "bfi".</summary>
public sealed partial record LanguageTag
{
    private const int Longest = 35;

    private LanguageTag(string value) => Value = value;

    /// <summary>The tag as it was given.</summary>
    public string Value { get; }

    /// <summary>Reads a tag: a language of two or three letters, then parts of up to eight letters and digits.</summary>
    /// <returns>Whether it can be one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out LanguageTag? tag)
    {
        var trimmed = text?.Trim();
        tag = trimmed is { Length: <= Longest } && Shape().IsMatch(trimmed) ? new LanguageTag(trimmed) : null;
        return tag is not null;
    }

    /// <summary>A tag known to be well formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static LanguageTag Parse(string text) => TryParse(text, out var tag) ? tag : throw new FormatException($"'{text}' is not a language tag.");

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
