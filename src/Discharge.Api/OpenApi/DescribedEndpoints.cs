using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Discharge.Api.OpenApi;

/// <summary>
/// Adds to the list of endpoints what they read and answer by hand, and so nobody else can see. It comes last, whoever mapped the endpoint.
/// </summary>
internal sealed class DescribedEndpoints : IApiDescriptionProvider
{
    private const string Json = "application/json";

    // The description of a text parameter is read from its metadata, which only endpoints of controllers would have.
    private static readonly EmptyModelMetadataProvider Metadata = new();

    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
    }

    /// <inheritdoc/>
    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        foreach (var endpoint in context.Results)
        {
            var metadata = endpoint.ActionDescriptor.EndpointMetadata ?? [];
            foreach (var accepts in metadata.OfType<AcceptsAttribute>())
            {
                endpoint.ParameterDescriptions.Add(new() { Name = "body", Source = BindingSource.Body, Type = accepts.Body, IsRequired = true });
                endpoint.SupportedRequestFormats.Add(new() { MediaType = Json });
            }

            foreach (var query in metadata.OfType<QueryAttribute>())
            {
                endpoint.ParameterDescriptions.Add(new() { Name = query.Name, Source = BindingSource.Query, Type = query.Value, ModelMetadata = Metadata.GetMetadataForType(query.Value), IsRequired = query.Required });
            }

            endpoint.SupportedResponseTypes.Clear();
            foreach (var answers in metadata.OfType<AnswersAttribute>())
            {
                endpoint.SupportedResponseTypes.Add(Response(answers.Status, answers.Body, Json));
            }

            if (Headers.CanBeUnchanged(endpoint))
            {
                endpoint.SupportedResponseTypes.Add(new() { StatusCode = StatusCodes.Status304NotModified, Type = typeof(void) });
            }

            foreach (var status in Problems.Of(endpoint, [.. metadata]))
            {
                endpoint.SupportedResponseTypes.Add(Response(status, typeof(Problem), Problem.MediaType));
            }
        }
    }

    private static ApiResponseType Response(int status, Type body, string mediaType) =>
        new() { StatusCode = status, Type = body, ApiResponseFormats = [new() { MediaType = mediaType }] };
}
