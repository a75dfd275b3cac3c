using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Discharge.Persistence.Json;

/// <summary>Spells every list of words.</summary>
public sealed class Choices : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Choice<>).MakeGenericType(typeToConvert))!;
}

/// <summary>One of a list of words, spelled as the stored events spell it and in no other way.</summary>
/// <typeparam name="T">The list.</typeparam>
public sealed class Choice<T> : Spelled<T>
    where T : struct, Enum
{
    private static readonly WordList List = new(typeof(T));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words => List.Words;

    /// <inheritdoc/>
    public override string Spell(T value) => List.Words[PlaceOf(value)];

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(List.Written[PlaceOf(value)]);

    /// <inheritdoc/>
    public override string? Fault(string text, out T value)
    {
        var place = List.PlaceOf(text);
        value = Unsafe.BitCast<int, T>(List.First + Math.Max(place, 0));
        return place < 0 ? $"Give one of: {string.Join(", ", Words)}." : null;
    }

    private static int PlaceOf(T value) => Unsafe.BitCast<T, int>(value) - List.First;
}

/// <summary>
/// The words of one list, by their places in it. It knows the list as a type and not as a parameter: tables of a list's own values would be compiled once more for each list there is,
/// and a first command meets most of the lists.
/// </summary>
internal sealed class WordList
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>Spells a list.</summary>
    /// <exception cref="ArgumentException">Its values do not follow one another.</exception>
    public WordList(Type list)
    {
        Words = [.. Enum.GetNames(list).Select(KebabCase.Spelling.ConvertName)];
        Written = [.. Words.Select(word => JsonEncodedText.Encode(word))];
        for (var place = 0; place < Words.Length; place++)
        {
            _places[Words[place]] = place;
        }

        First = Enum.GetValuesAsUnderlyingType(list) is int[] values && values.SequenceEqual(Enumerable.Range(values[0], Words.Length))
            ? values[0]
            : throw new ArgumentException($"The values of {list} have to follow one another.", nameof(list));
    }

    /// <summary>The value of the first word; those of the others follow it.</summary>
    public int First { get; }

    /// <summary>The words, in their order.</summary>
    public string[] Words { get; }

    /// <summary>The words as JSON.</summary>
    public JsonEncodedText[] Written { get; }

    /// <summary>The place of a word; -1 where it is none of them.</summary>
    public int PlaceOf(string word) => _places.GetValueOrDefault(word, -1);
}
