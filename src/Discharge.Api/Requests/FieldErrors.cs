using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Json;

namespace Discharge.Api.Requests;

/// <summary>Finds everything that is to be put right in a body that could not be read, each under the name of its field.</summary>
internal sealed class FieldErrors
{
    /// <summary>The name of the body itself.</summary>
    public const string Body = "body";

    // Enough to put right at once; what is wrong in more places than this was not written by hand.
    private const int Most = 100;

    private readonly Dictionary<string, IReadOnlyList<string>> _found = [];

    /// <summary>What is to be put right for a body to be read as this type.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> In(JsonElement body, Type type)
    {
        var errors = new FieldErrors();
        errors.Look(body, ApiJson.Options.GetTypeInfo(type), string.Empty);
        return errors._found;
    }

    private void Look(JsonElement element, JsonTypeInfo info, string path)
    {
        switch (info.Kind, element.ValueKind)
        {
            case var _ when _found.Count == Most:
                break;
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                LookInside(element, info, path);
                break;
            case (JsonTypeInfoKind.Object, _):
                Add(path, "Give an object, in braces.");
                break;
            case (_, JsonValueKind.Array) when ListedIn(info.Type) is { } member:
                foreach (var (place, listed) in element.EnumerateArray().Index())
                {
                    Look(listed, ApiJson.Options.GetTypeInfo(member), $"{path}[{place}]");
                }

                break;
            default:
                Try(path, info.Type, () => element.Deserialize(info));
                break;
        }
    }

    private void LookInside(JsonElement element, JsonTypeInfo info, string path)
    {
        var fields = info.Properties.Where(field => field.Set is not null || field.AssociatedParameter is not null).ToDictionary(field => field.Name);
        foreach (var sent in element.EnumerateObject().Where(sent => !fields.ContainsKey(sent.Name)).Take(Most - _found.Count))
        {
            Add(Under(path, sent.Name), $"This is not a field here; the fields are: {string.Join(", ", fields.Keys)}.");
        }

        foreach (var (name, field) in fields)
        {
            var there = element.TryGetProperty(name, out var sent);
            switch (there, sent.ValueKind)
            {
                case (false, _) when field.IsRequired:
                    Add(Under(path, name), "This is required.");
                    break;
                case (true, JsonValueKind.Null) when !ApiJson.MayBeNull(field):
                    Add(Under(path, name), "This must not be null.");
                    break;
                case (true, not JsonValueKind.Null):
                    LookAt(sent, field, Under(path, name));
                    break;
            }
        }
    }

    private void LookAt(JsonElement sent, JsonPropertyInfo field, string path)
    {
        if (field.PropertyType != typeof(string))
        {
            Look(sent, ApiJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(field.PropertyType) ?? field.PropertyType), path);
        }
        else if (Try(path, typeof(string), () => Words(sent, field)) is "" && !ApiJson.MayBeNull(field))
        {
            Add(path, "This must not be blank.");
        }
    }

    private static string Words(JsonElement sent, JsonPropertyInfo field)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(sent.GetRawText()));
        reader.Read();
        return (field.CustomConverter as Text ?? new Text()).Read(ref reader, typeof(string), ApiJson.Options) ?? string.Empty;
    }

    private object? Try(string path, Type type, Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (FieldFault fault)
        {
            Add(path, fault.Message);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            Add(path, Expected(type));
        }

        return null;
    }

    private void Add(string path, string sentence)
    {
        if (_found.Count < Most)
        {
            _found[path is "" ? Body : path] = [sentence];
        }
    }

    private static string Under(string path, string name) => path is "" ? name : $"{path}.{name}";

    private static Type? ListedIn(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Listed<>) ? type.GetGenericArguments()[0] : null;

    private static string Expected(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "Give true or false.",
        TypeCode.Int32 or TypeCode.Int64 => "Give a whole number.",
        TypeCode.String => "Give text, in quotes, in well-formed Unicode.",
        _ when type == typeof(Guid) => "Give a UUID, such as 019b76da-a800-7000-8000-000000000001.",
        _ when ListedIn(type) is not null => "Give a list, in brackets.",
        _ => "This cannot be read.",
    };
}
