using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.OpenApi;

namespace Discharge.Api.OpenApi;

/// <summary>The headers of the contract: those a request may carry and those an answer does.</summary>
internal static class Headers
{
    private const string Tag = "\"7.c41f09d25be8a316\"";

    private static readonly OpenApiParameter IdempotencyKey = Taken(
        "Idempotency-Key", "What you call this request, 1 to 255 visible ASCII characters. Sent again with the same body, byte for byte, what was recorded under it is not recorded again and gets the first answer, for seven days; a refusal is decided anew.", "0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5");

    private static readonly OpenApiParameter IfMatch = Taken("If-Match", "The ETag that came with the case. The command is then decided only if nothing was recorded since.", Tag);

    private static readonly OpenApiParameter IfNoneMatch = Taken("If-None-Match", "The ETag of the answer you have. Where nothing in it has changed since, 304 comes without a body.", Tag);

    /// <summary>Whether the endpoint can answer that nothing has changed since.</summary>
    public static bool CanBeUnchanged(ApiDescription endpoint) => !Problems.HasBody(endpoint) && AnswersOf(endpoint).Any(answers => answers.Tagged);

    /// <summary>Adds them to an operation.</summary>
    public static void AddTo(OpenApiOperation operation, ApiDescription endpoint)
    {
        OpenApiParameter[] taken = [.. Problems.Changes(endpoint) ? [IdempotencyKey] : Array.Empty<OpenApiParameter>(), .. Compared(endpoint)];
        foreach (var header in taken)
        {
            (operation.Parameters ??= []).Add(header);
        }

        foreach (var answers in AnswersOf(endpoint))
        {
            GiveBack(operation, answers);
        }

        foreach (var (status, seconds) in new[] { ("429", "1"), ("503", "2") })
        {
            if (operation.Responses?.GetValueOrDefault(status) is OpenApiResponse { Content: { } content } later && content.ContainsKey(Problem.MediaType))
            {
                Give(later, "Retry-After", "How many seconds to wait before asking again.", seconds);
            }
        }
    }

    private static OpenApiParameter[] Compared(ApiDescription endpoint) => (Problems.Changes(endpoint), Problems.HasPath(endpoint)) switch
    {
        (true, true) => [IfMatch],
        (false, _) when CanBeUnchanged(endpoint) => [IfNoneMatch],
        _ => [],
    };

    private static void GiveBack(OpenApiOperation operation, AnswersAttribute answers)
    {
        if (operation.Responses?.GetValueOrDefault(answers.Status.ToString(CultureInfo.InvariantCulture)) is not OpenApiResponse response)
        {
            return;
        }

        if (answers.Tagged)
        {
            Give(response, "ETag", "The version, and letters that change whenever the answer would. Send it back in If-Match or If-None-Match.", Tag);
        }

        // Where the same thing was made before, the answer says where that can be read.
        if (answers.Located && operation.Responses.ContainsKey("201"))
        {
            Give(response, "Location", "Where what was made can be read.", "/v1/discharge-cases/0198c6a2-5d0e-7c3b-9f41-2b7a90c1d4e5");
        }
    }

    private static void Give(OpenApiResponse response, string name, string meaning, string example) => (response.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] = new OpenApiHeader
    {
        Description = meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };

    private static OpenApiParameter Taken(string name, string meaning, string example) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = meaning,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = JsonValue.Create(example),
    };

    private static IEnumerable<AnswersAttribute> AnswersOf(ApiDescription endpoint) => (endpoint.ActionDescriptor.EndpointMetadata ?? []).OfType<AnswersAttribute>();
}
