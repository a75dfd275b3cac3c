using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Discharge.Domain.People;

/// <summary>An NHS number: ten digits, the last a check digit (modulus 11). It never enters an event.</summary>
public sealed partial record NhsNumber
{
    private const int Digits = 10;

    private NhsNumber(string value) => Value = value;

    /// <summary>The ten digits without spaces.</summary>
    public string Value { get; }

    /// <summary>Reads an NHS number, with or without the spaces or hyphens it is printed with.</summary>
    /// <returns>Whether it can be one: ten digits, a right check digit, and not one digit repeated, which would pass the check and is never issued.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out NhsNumber? number)
    {
        var digits = text?.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
        number = digits is { Length: Digits } && digits.All(char.IsAsciiDigit) && digits.Distinct().Count() > 1 && CheckDigitIsRight(digits)
            ? new NhsNumber(digits)
            : null;
        return number is not null;
    }

    /// <summary>Whether an NHS number stands anywhere in a text, with or without the spaces or hyphens it is printed with: ten digits that are no part of a longer number.</summary>
    public static bool StandsIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Printed().Matches(text).Any(match => TryParse(match.Value, out _));
    }

    [GeneratedRegex("(?<![0-9])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Printed();

    /// <summary>Nothing of the number, so that it cannot reach a log by accident.</summary>
    public override string ToString() => "NHS number";

    // Weights 10 down to 2; 11 minus the remainder is the check digit, 11 counts as 0 and 10 is never issued.
    private static bool CheckDigitIsRight(string digits)
    {
        var sum = Enumerable.Range(0, Digits - 1).Sum(place => (digits[place] - '0') * (Digits - place));
        return (11 - (sum % 11)) % 11 == digits[^1] - '0';
    }
}
