using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Discharge.Domain.Deciding;

namespace Discharge.Api.Requests;

/// <summary>The JSON of the contract: strict in what it reads, so that nothing a caller meant is dropped unseen.</summary>
public static class ApiJson
{
    /// <summary>The settings every body is read and written with.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>Gives other settings the JSON of the contract.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // What is written is JSON and never part of a page, so the + of an offset need not be escaped.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        foreach (var converter in (JsonConverter[])[new Moments(), new Days(), new Choices(), new OdsCodes(), new NhsNumbers(), new Text(), new Lists()])
        {
            options.Converters.Add(converter);
        }
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class Choices : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(Choice<>).MakeGenericType(typeToConvert))!;
    }

    private sealed class Lists : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Listed<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(List<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

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
