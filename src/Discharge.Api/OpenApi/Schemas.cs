using System.Collections;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Discharge.Api.Cases;
using Discharge.Api.Requests;
using Discharge.Domain.Deciding;
using Discharge.Domain.People;
using Discharge.Persistence.DischargeCases;
using Discharge.Persistence.Json;
using Discharge.Persistence.PersonalData;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NodaTime;

namespace Discharge.Api.OpenApi;

/// <summary>Says how values of the contract are spelled, which their types alone do not tell.</summary>
internal sealed class Schemas : IOpenApiSchemaTransformer
{
    private const string OffsetNeeded = "A moment in ISO 8601 with its offset, such as 2026-03-29T21:00:00+01:00; without an offset it is not read.";

    /// <inheritdoc/>
    public async Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        schema.Required?.ExceptWith(context.JsonTypeInfo.Properties.Where(ApiJson.MayBeNull).Select(field => field.Name));
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsAssignableTo(typeof(IWithPerson)))
        {
            await Join(schema, type.GetGenericArguments()[0], context, cancellationToken);
        }
        else if (type == typeof(NoteRef))
        {
            Describe(schema);
        }
        else if (IsListed(type) || IsOfOurs(type))
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
            schema.Description = type == typeof(Instant) ? $"{schema.Description} {OffsetNeeded}".Trim() : schema.Description;
        }
    }

    /// <summary>The name a type is described under, or null where it is described wherever it stands.</summary>
    public static string? NameOf(JsonTypeInfo type) =>
        IsListed(type.Type) || (!type.Type.IsEnum && ApiJson.Options.GetConverter(type.Type) is ISpelled) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    private static async Task Join(OpenApiSchema schema, Type view, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var beside = await context.GetOrCreateSchemaAsync(view, null, cancellationToken);
        schema.Type = JsonSchemaType.Object;
        schema.Properties = new Dictionary<string, IOpenApiSchema>(beside.Properties!)
        {
            [WithPersonAsOneObject.Person] = await context.GetOrCreateSchemaAsync(typeof(PersonDetails), null, cancellationToken),
            [WithPersonAsOneObject.Days] = await context.GetOrCreateSchemaAsync(typeof(DaysOfStay), null, cancellationToken),
        };
        schema.Required = new HashSet<string>(beside.Required ?? new HashSet<string>()) { WithPersonAsOneObject.Person, WithPersonAsOneObject.Days };
    }

    // What is said of a note is joined when it is read, so its type does not know of it.
    private static void Describe(OpenApiSchema note)
    {
        note.Properties ??= new Dictionary<string, IOpenApiSchema>();
        note.Properties[NoteWords.Words] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What was said; absent where it was lawfully disposed of or is withheld." };
        note.Properties[NoteWords.Withheld] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "True where the words are there and not for the caller: an auditor to whom it was not revealed whom the case is about." };
        note.Properties[NoteWords.DisposedOf] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "True where the words were lawfully disposed of; the hash still stands for them." };
    }

    private static bool IsListed(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Listed<>);

    // The description of a list leaves out what is in it where that is spelled by a converter of ours.
    private static bool IsOfOurs(Type type) =>
        type.IsAssignableTo(typeof(IEnumerable)) && type.GenericTypeArguments is [var each] && (each.IsEnum || each == typeof(Subject) || each.IsAssignableTo(typeof(IWithPerson)));

    private static JsonSchemaType Absent(OpenApiSchema schema) => (schema.Type ?? default) & JsonSchemaType.Null;
}
