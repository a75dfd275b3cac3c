using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Json;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace Discharge.Persistence;

/// <summary>How a recorded event is written as JSON, which is a stored format: what is changed here must still read what was written before.</summary>
public static class EventJson
{
    /// <summary>The settings every stored event is written and read with.</summary>
    public static JsonSerializerOptions Options { get; } = Frozen();

    /// <summary>Gives a serializer the format of the stored events, so that the event store writes no other.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // During a rolling upgrade an older node reads what a newer one wrote: a field it does not know is left alone.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        // The first converter that fits wins, so ours stand before whatever the store would add for enums.
        options.Converters.Insert(0, new Choices());
        options.Converters.Insert(1, new Lists());
        options.Converters.Insert(2, new OdsCodes());
        options.Converters.Insert(3, new PersonRefText());
        options.Converters.Insert(4, new LanguageTags());
        options.Converters.Insert(5, new Subjects());
        options.Converters.Insert(6, new StoredMoments());
        options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RequireWhatHasNoDefault);
    }

    // A fact without its moment or its role is not one of 1970 by a consultant: it is unreadable. What may be unknown, or was added later, may be absent.
    private static void RequireWhatHasNoDefault(JsonTypeInfo type)
    {
        if (type.Type.Assembly != typeof(Fact).Assembly)
        {
            return;
        }

        foreach (var field in type.Properties)
        {
            field.IsRequired = field.AssociatedParameter is { HasDefaultValue: false, IsNullable: false } given && Nullable.GetUnderlyingType(given.ParameterType) is null;
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
