using System.Diagnostics.CodeAnalysis;

namespace Discharge.Domain.People;

/// <summary>A Unique Property Reference Number: what every addressable place in Great Britain is known by, so that two ways to write an address are one place.</summary>
public sealed record Uprn
{
    private const int Longest = 12;

    private Uprn(string value) => Value = value;

    /// <summary>The number, without zeros in front.</summary>
    public string Value { get; }

    /// <summary>Reads a number: up to twelve digits, of which one is not zero.</summary>
    /// <returns>Whether it can be one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Uprn? uprn)
    {
        var trimmed = text?.Trim();
        var digits = trimmed?.TrimStart('0');
        uprn = trimmed is { Length: <= Longest } && digits is not (null or "") && digits.All(char.IsAsciiDigit) ? new Uprn(digits) : null;
        return uprn is not null;
    }

    /// <summary>A number known to be well formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static Uprn Parse(string text) => TryParse(text, out var uprn) ? uprn : throw new FormatException("This is not a UPRN: up to twelve digits.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
