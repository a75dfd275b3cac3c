using System.Text.Json.Nodes;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Discharge.Api.OpenApi;

/// <summary>Says how values of the contract are spelled, which their types alone do not tell.</summary>
internal sealed class Schemas : IOpenApiSchemaTransformer
{
    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Listed<>))
        {
            schema.Type = JsonSchemaType.Array | Absent(schema);
            schema.Items = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, cancellationToken);
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

    private static JsonSchemaType Absent(OpenApiSchema schema) => (schema.Type ?? default) & JsonSchemaType.Null;
}
