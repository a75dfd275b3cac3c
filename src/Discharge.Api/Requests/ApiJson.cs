using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Discharge.Persistence;

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
        PublicJson.Apply(options);
        options.PropertyNameCaseInsensitive = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(LeaveOutWhatMayBeNull);
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        options.Converters.Add(new Text());
    }

    /// <summary>Whether a field may be null.</summary>
    internal static bool MayBeNull(JsonPropertyInfo field) =>
        field.PropertyType.IsValueType ? Nullable.GetUnderlyingType(field.PropertyType) is not null : field.AssociatedParameter?.IsNullable ?? field.IsSetNullable;

    // Null and absent mean the same both ways: what may be null is not written where it is, and not required where it is read.
    private static void LeaveOutWhatMayBeNull(JsonTypeInfo type)
    {
        foreach (var field in type.Properties.Where(field => field.IsRequired && MayBeNull(field)))
        {
            field.IsRequired = false;
        }
    }

    private static JsonSerializerOptions Frozen()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
