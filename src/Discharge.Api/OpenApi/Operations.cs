using System.Globalization;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Discharge.Api.OpenApi;

/// <summary>Says of each operation what its types cannot: examples, headers, problems, and who may ask.</summary>
internal sealed class Operations : IOpenApiOperationTransformer
{
    private static readonly OpenApiParameter IdempotencyKey = Header(
        "Idempotency-Key", "What you call this request, 1 to 255 visible ASCII characters. Sent again with the same body it gets the first answer again, for seven days.", "0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5");

    private static readonly OpenApiParameter IfMatch = Header(
        "If-Match", "The ETag that came with the case. The command is then decided only if nothing was recorded since.", "\"7.c41f\"");

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata ?? [];
        foreach (var accepts in metadata.OfType<AcceptsAttribute>())
        {
            ShowIn(operation.RequestBody?.Content, accepts.Example);
        }

        foreach (var answers in metadata.OfType<AnswersAttribute>())
        {
            ShowIn(operation.Responses?[answers.Status.ToString(CultureInfo.InvariantCulture)].Content, answers.Example);
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = Problems.Meaning(int.Parse(status, CultureInfo.InvariantCulture)) ?? response.Description;
        }

        Name(operation, context);
        DescribeQuery(operation, [.. metadata.OfType<QueryAttribute>()]);
        AddHeaders(operation, context.Description);
        if (metadata.OfType<RequiresAttribute>().FirstOrDefault() is { Operation: var required })
        {
            var permitted = Enum.GetValues<Role>().Where(role => role.Permit(required)).Select(Caller.Named);
            operation.Description = $"{operation.Description}\n\nFor: {string.Join(", ", permitted)}.".Trim();
        }

        operation.Security = metadata.OfType<IAllowAnonymous>().Any()
            ? []
            : [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.Bearer, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>The plural noun in a path, such as "discharge-cases" in /v1/discharge-cases/{id}.</summary>
    public static string NounIn(string path) => path.Split('/') is [_, _, var noun, ..] ? noun : path;

    // Grouped by the plural noun in the path. Wolverine's placeholders, made from the path, say nothing and are dropped.
    private static void Name(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Summary = operation.Summary == operation.OperationId ? null : operation.Summary;
        operation.Description = operation.Description == operation.OperationId ? null : operation.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(NounIn($"/{context.Description.RelativePath}"), context.Document) };
    }

    private static void ShowIn(IDictionary<string, OpenApiMediaType>? content, JsonNode example)
    {
        foreach (var body in content?.Values ?? [])
        {
            body.Example = example;
        }
    }

    private static void DescribeQuery(OpenApiOperation operation, QueryAttribute[] queries)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Description = queries.FirstOrDefault(query => query.Name == parameter.Name)?.Meaning ?? parameter.Description;
        }
    }

    private static void AddHeaders(OpenApiOperation operation, ApiDescription endpoint)
    {
        IEnumerable<OpenApiParameter> headers = (Problems.Changes(endpoint), Problems.HasPath(endpoint)) switch
        {
            (true, true) => [IdempotencyKey, IfMatch],
            (true, false) => [IdempotencyKey],
            _ => [],
        };
        foreach (var header in headers)
        {
            (operation.Parameters ??= []).Add(header);
        }
    }

    private static OpenApiParameter Header(string name, string meaning, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };
}
