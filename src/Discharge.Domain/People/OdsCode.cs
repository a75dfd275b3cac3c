using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Discharge.Domain.People;

/// <summary>An Organisation Data Service code: a name for an organisation or site. It is compared and never taken apart, because its letters have no meaning that lasts.</summary>
public sealed record OdsCode
{
    private const int LongestKnown = 12;

    private static readonly SearchValues<char> LettersAndDigits = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private OdsCode(string value) => Value = value;

    /// <summary>The code in capitals.</summary>
    public string Value { get; }

    /// <summary>Reads a code: 3 to 12 letters and digits, in any case.</summary>
    /// <returns>Whether it can be one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out OdsCode? code)
    {
        var trimmed = text?.Trim().ToUpperInvariant();
        code = trimmed is { Length: >= 3 and <= LongestKnown } && trimmed.AsSpan().IndexOfAnyExcept(LettersAndDigits) < 0 ? new OdsCode(trimmed) : null;
        return code is not null;
    }

    /// <summary>A code known to be well formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static OdsCode Parse(string text) =>
        TryParse(text, out var code) ? code : throw new FormatException($"'{text}' is not an ODS code: 3 to {LongestKnown} letters and digits.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
