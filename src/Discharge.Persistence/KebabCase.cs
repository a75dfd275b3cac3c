using System.Text.Json;

namespace Discharge.Persistence;

/// <summary>
/// How a name of the domain is spelled in stored events and over HTTP: its words in lower case, joined by hyphens. A number is a word of
/// its own, so that Pathway1 is "pathway-1".
/// </summary>
public sealed class KebabCase : JsonNamingPolicy
{
    private KebabCase()
    {
    }

    /// <summary>The one spelling.</summary>
    public static KebabCase Spelling { get; } = new();

    /// <summary>The name as it is spelled.</summary>
    public override string ConvertName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Select((letter, place) => (BeginsWord(name, place) ? "-" : string.Empty) + char.ToLowerInvariant(letter)));
    }

    private static bool BeginsWord(string name, int place) => place > 0 && (name[place - 1], name[place]) switch
    {
        var (before, letter) when char.IsAsciiDigit(before) != char.IsAsciiDigit(letter) => true,
        var (before, letter) when char.IsLower(before) => char.IsUpper(letter),
        // The last capital of several begins a word where a small letter follows: NHSNumber is "nhs-number".
        var (_, letter) => char.IsUpper(letter) && place + 1 < name.Length && char.IsLower(name[place + 1]),
    };
}
