using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Persistence.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Discharge.Api.OpenApi;

/// <summary>Says how values of the contract are spelled, which their types alone do not tell.</summary>
internal sealed class Schemas : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        schema.Required?.ExceptWith(context.JsonTypeInfo.Properties.Where(ApiJson.MayBeNull).Select(field => field.Name));
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (IsListed(type))
        {
            schema.Type = JsonSchemaType.Array | Absent(schema);
            schema.Items = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancellationToken);
        }
        else if (type.IsAssignableTo(typeof(IEnumerable<string>)))
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String };
        }
        else if (type == typeof(string))
        {
            schema.Type = JsonSchemaType.String | Absent(schema);
            schema.MaxLength = context.JsonPropertyInfo?.CustomConverter is Text text ? text.Longest : null;
        }
        else if (ApiJson.Options.GetConverter(type) is ISpelled spelled)
        {
            schema.Type = JsonSchemaType.String | Absent(schema);
            schema.Format = spelled.Format;
            schema.Pattern = spelled.Pattern;
            schema.Enum = spelled.Words is [] ? null : [.. spelled.Words.Select(word => (JsonNode)word)];
        }
    }

    /// <summary>The name a type is described under, or null where it is described wherever it stands.</summary>
    public static string? NameOf(JsonTypeInfo type) =>
        IsListed(type.Type) || (!type.Type.IsEnum && ApiJson.Options.GetConverter(type.Type) is ISpelled) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static bool IsListed(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Listed<>);

    private static JsonSchemaType Absent(OpenApiSchema schema) => (schema.Type ?? default) & JsonSchemaType.Null;
}
