using System.Text.Json;
using System.Text.Json.Serialization;
using Discharge.Domain.People;

namespace Discharge.Persistence.Json;

/// <summary>An Organisation Data Service code.</summary>
public sealed class OdsCodes : Spelled<OdsCode>
{
    /// <inheritdoc/>
    public override string Pattern => "^[A-Za-z0-9]{3,12}$";

    /// <inheritdoc/>
    public override string Spell(OdsCode value) => value.Value;

    /// <inheritdoc/>
    public override string? Fault(string text, out OdsCode? value) =>
        OdsCode.TryParse(text, out value) ? null : "Give an ODS code: 3 to 12 letters and digits, such as RVY01.";
}

/// <summary>A language as BCP 47 tags it.</summary>
public sealed class LanguageTags : Spelled<LanguageTag>
{
    /// <inheritdoc/>
    public override string Pattern => "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

    /// <inheritdoc/>
    public override string Spell(LanguageTag value) => value.Value;

    /// <inheritdoc/>
    public override string? Fault(string text, out LanguageTag? value) =>
        LanguageTag.TryParse(text, out value) ? null : "Give a language as BCP 47 tags it, such as bn or pt-BR; British Sign Language is bfi.";
}

/// <summary>An NHS number. What is said of a wrong one never repeats it.</summary>
public sealed class NhsNumbers : Spelled<NhsNumber>
{
    /// <inheritdoc/>
    public override string Pattern => "^[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}$";

    /// <inheritdoc/>
    public override string Spell(NhsNumber value) => value.Value;

    /// <inheritdoc/>
    public override string? Fault(string text, out NhsNumber? value)
    {
        var digits = text.Where(char.IsAsciiDigit).ToArray();
        return NhsNumber.TryParse(text, out value) ? null : digits switch
        {
            { Length: not 10 } => "An NHS number has ten digits.",
            _ when digits.Distinct().Count() == 1 => "An NHS number is never one digit repeated.",
            _ when text.Any(letter => !char.IsAsciiDigit(letter) && letter is not (' ' or '-')) => "An NHS number has digits, spaces and hyphens only.",
            _ => "The check digit, which is the last, does not fit the other nine: compare the number with where it was copied from.",
        };
    }
}

/// <summary>A Unique Property Reference Number. What is said of a wrong one never repeats it.</summary>
public sealed class Uprns : Spelled<Uprn>
{
    /// <inheritdoc/>
    public override string Pattern => "^[0-9]{1,12}$";

    /// <inheritdoc/>
    public override string Spell(Uprn value) => value.Value;

    /// <inheritdoc/>
    public override string? Fault(string text, out Uprn? value) => Uprn.TryParse(text, out value) ? null : "Give a UPRN: up to twelve digits, such as 100021892955.";
}

/// <summary>Whom a token is for. What is said of a wrong one never repeats it.</summary>
public sealed class Subjects : Spelled<Subject>
{
    /// <inheritdoc/>
    public override string Pattern => "^[!-?A-~]{1,255}$";

    /// <inheritdoc/>
    public override string Spell(Subject value) => value.Value;

    /// <inheritdoc/>
    public override string? Fault(string text, out Subject? value) =>
        Subject.TryParse(text, out value) ? null : "Give the subject of their tokens: up to 255 characters without spaces or @, never a name or an e-mail address.";
}

/// <summary>A reference to a person as a JSON string.</summary>
internal sealed class PersonRefText : JsonConverter<PersonRef>
{
    public override PersonRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

    public override void Write(Utf8JsonWriter writer, PersonRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
