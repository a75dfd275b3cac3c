using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Discharge.Api.OpenApi;

/// <summary>The contract in writing: /openapi/v1.json for machines, /docs for people. Both are for anybody.</summary>
public static class ApiDocument
{
    internal const string Bearer = "bearer";

    /// <summary>Where the reference page is.</summary>
    internal const string Page = "/docs";

    private const string Version = "v1";

    /// <summary>Describes every endpoint as OpenAPI 3.1.</summary>
    public static WebApplicationBuilder AddApiDescription(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddEndpointsApiExplorer();
        builder.Services.AddSingleton<IApiDescriptionProvider, DescribedEndpoints>();
        builder.Services.AddOpenApi(Version, description =>
        {
            description.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            description.CreateSchemaReferenceId = Schemas.NameOf;
            description.AddSchemaTransformer(new Schemas());
            description.AddOperationTransformer(new Operations());
            description.AddDocumentTransformer((document, _, _) =>
            {
                Introduce(document);
                return Task.CompletedTask;
            });
        });
        return builder;
    }

    /// <summary>Serves the description, and the reference page made from it. The page fetches nothing from anywhere else.</summary>
    public static WebApplication MapApiDescription(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var written = new WrittenContract(app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Version));
        app.MapGet($"/openapi/{Version}.json", (Delegate)written.AnswerAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapScalarApiReference(Page, page =>
        {
            page.Title = "Discharge";
            page.DefaultFonts = false;
            page.Telemetry = false;
            page.ProxyUrl = null;
            page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            page.HideClientButton = true;
            page.AddPreferredSecuritySchemes(Bearer);
            page.Agent = new ScalarAgentOptions { Disabled = true };
            page.Mcp = new ScalarMcpOptions { Disabled = true };
        }).AllowAnonymous();
        return app;
    }

    private static void Introduce(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Discharge",
            Version = Version,
            Description = "From the ward to home: what happened, what is decided, and what falls due. A rule may refuse a decision, never a fact. "
                + "Moments carry their offset, dates are those of England, and every problem has a stable code.",
        };
        document.Servers = [];
        // Cases first: they are what most readers come for, and the reference page opens with what is first.
        document.Tags = document.Paths.Keys.Select(Operations.NounIn).Distinct()
            .OrderBy(noun => !noun.EndsWith("cases", StringComparison.Ordinal)).ThenBy(noun => noun, StringComparer.Ordinal)
            .Select(noun => new OpenApiTag { Name = noun }).ToHashSet();
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
            Description = "An access token of the configured issuer: who, in one role, for one organisation.",
        };
    }
}
