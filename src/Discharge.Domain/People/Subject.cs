using System.Diagnostics.CodeAnalysis;

namespace Discharge.Domain.People;

/// <summary>Whom a token is for: somebody's stable identifier at their identity provider, as <see cref="Actor"/> has it; never a name or an e-mail address.</summary>
public sealed record Subject
{
    private const int Longest = 255;

    private Subject(string value) => Value = value;

    /// <summary>The identifier as tokens have it.</summary>
    public string Value { get; }

    /// <summary>Reads an identifier: up to 255 visible ASCII characters without spaces and without @, so that neither a full name nor an e-mail address is one.</summary>
    /// <returns>Whether it can be one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Subject? subject)
    {
        subject = text is { Length: > 0 and <= Longest } && text.All(letter => letter is > ' ' and <= '~' and not '@') ? new Subject(text) : null;
        return subject is not null;
    }

    /// <summary>An identifier known to be well formed.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static Subject Parse(string text) => TryParse(text, out var subject) ? subject : throw new FormatException("This is not the subject of a token.");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
