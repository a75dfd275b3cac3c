using System.Text.Json;

namespace Discharge.Persistence;

/// <summary>x.</summary>
public static class PublicJson
{
    /// <summary>x.</summary>
    public static JsonSerializerOptions Options { get; } = EventJson.Options;
    /// <summary>x.</summary>
    public static string Word<T>(T value) where T : struct, Enum => KebabCase.Spelling.ConvertName(value.ToString());
}
