using System.Text.Json;
using System.Text.Json.Serialization;
using Discharge.Domain.Deciding;

namespace Discharge.Persistence.Json;

/// <summary>Writes and reads the lists inside facts as JSON arrays without gaps.</summary>
public sealed class Lists : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Listed<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(List<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class List<T> : JsonConverter<Listed<T>>
    {
        public override Listed<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T?[]>(ref reader, options) is { } members && Array.TrueForAll(members, member => member is not null)
                ? Listed.Of<T>(members!)
                : throw new FieldFault("Give a list without gaps.");

        public override void Write(Utf8JsonWriter writer, Listed<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IEnumerable<T>>(writer, value, options);
    }
}
