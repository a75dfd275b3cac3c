using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discharge.Persistence.Json;

/// <summary>How a value is spelled as text, in bodies and in query parameters alike.</summary>
/// <typeparam name="T">The value.</typeparam>
public abstract class Spelled<T> : JsonConverter<T>, ISpelled
{
    /// <inheritdoc/>
    public virtual string? Format => null;

    /// <inheritdoc/>
    public virtual string? Pattern => null;

    /// <inheritdoc/>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>Reads the text.</summary>
    /// <returns>What to put right in words, or null where the text was understood.</returns>
    public abstract string? Fault(string text, out T? value);

    /// <summary>The value as text.</summary>
    public abstract string Spell(T value);

    /// <inheritdoc/>
    public sealed override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType is JsonTokenType.String ? reader.GetString()! : string.Empty;
        return Fault(text, out var value) is { } sentence ? throw new FieldFault(sentence) : value;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Spell(value));
}

/// <summary>What the API's description says of a spelling.</summary>
public interface ISpelled
{
    /// <summary>The format's name in JSON Schema, where it has one.</summary>
    string? Format { get; }

    /// <summary>A pattern every spelling fits, where there is one worth stating.</summary>
    string? Pattern { get; }

    /// <summary>All there are, where they are few.</summary>
    IReadOnlyList<string> Words { get; }
}

/// <summary>What to put right in one field, in words for whoever sent it.</summary>
/// <param name="sentence">What to put right.</param>
public sealed class FieldFault(string sentence) : JsonException(sentence);
