using System.Globalization;
using System.Text.Json.Nodes;
using Discharge.Api.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Discharge.Api.OpenApi;

/// <summary>Says of each operation what its types cannot: examples, headers, problems, and who may ask.</summary>
internal sealed class Operations : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata ?? [];
        var accepts = metadata.OfType<AcceptsAttribute>().FirstOrDefault();
        if (accepts is not null)
        {
            ShowIn(operation.RequestBody?.Content, accepts.Example);
        }

        foreach (var answers in metadata.OfType<AnswersAttribute>())
        {
            ShowIn(operation.Responses?[answers.Status.ToString(CultureInfo.InvariantCulture)].Content, answers.ExampleTo(accepts));
        }

        foreach (var (status, response) in operation.Responses ?? [])
        {
            response.Description = Problems.Meaning(int.Parse(status, CultureInfo.InvariantCulture)) ?? response.Description;
        }

        Name(operation, context);
        DescribeQuery(operation, [.. metadata.OfType<QueryAttribute>()]);
        Headers.AddTo(operation, context.Description);
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
}
