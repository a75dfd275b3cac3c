using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Discharge.Persistence.Json;

namespace Discharge.Persistence;

/// <summary>The JSON that callers see: moments with the offset of Europe/London, words in kebab-case, nothing that is not there.</summary>
public static class PublicJson
{
    /// <summary>The settings screens and answers are written with.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>Gives other settings the same spelling.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // What is written is JSON and never part of a page, so the + of an offset need not be escaped.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        foreach (var converter in (JsonConverter[])[new Moments(), new Days(), new Choices(), new OdsCodes(), new LanguageTags(), new NhsNumbers(), new Uprns(), new Subjects(), new PersonRefText(), new Lists()])
        {
            options.Converters.Add(converter);
        }
    }

    /// <summary>A value as callers see it.</summary>
    /// <typeparam name="T">Its type, which is spelled as text.</typeparam>
    public static string Spell<T>(T value) => ((Spelled<T>)Options.GetConverter(typeof(T))).Spell(value);

    /// <summary>A value from how callers see it.</summary>
    /// <typeparam name="T">Its type, which is spelled as text.</typeparam>
    /// <exception cref="FormatException">It is spelled otherwise.</exception>
    public static T Read<T>(string spelled) =>
        ((Spelled<T>)Options.GetConverter(typeof(T))).Fault(spelled, out var value) is { } fault ? throw new FormatException($"\"{spelled}\": {fault}") : value!;

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
