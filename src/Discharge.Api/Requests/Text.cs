using System.Text.Json;
using System.Text.Json.Serialization;

using Discharge.Persistence.Json;

namespace Discharge.Api.Requests;

/// <summary>Somebody's own words: trimmed, without control characters, of limited length. Blank is the same as left out.</summary>
internal sealed class Text(int longest = Text.LongestAnywhere) : JsonConverter<string>
{
    /// <summary>The longest text any field takes, in characters.</summary>
    public const int LongestAnywhere = 4_000;

    /// <summary>The longest text this field takes, in characters.</summary>
    public int Longest => longest;

    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType is JsonTokenType.String ? reader.GetString()!.Trim() : throw new FieldFault("Give text, in quotes.");
        return Fault(text, longest) is { } fault ? throw new FieldFault(fault) : text is "" ? null : text;
    }

    /// <summary>What to put right in trimmed text, or null where there is nothing.</summary>
    public static string? Fault(string text, int longest) => text switch
    {
        _ when text.Length > longest => $"Give at most {longest:N0} characters.",
        _ when text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) => "Leave out control characters.",
        _ => null,
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>The longest text a field of a request takes, where that is less than <see cref="Text.LongestAnywhere"/>.</summary>
/// <param name="characters">How many characters.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongestAttribute(int characters) : JsonConverterAttribute
{
    /// <summary>How many characters.</summary>
    public int Characters => characters;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert) => new Text(characters);
}
