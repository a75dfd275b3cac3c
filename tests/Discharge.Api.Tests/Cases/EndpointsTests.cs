using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Discharge.Api.Access;
using Discharge.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Discharge.Api.Tests.Cases;

/// <summary>What holds of every endpoint there is, and of every one there will be.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EndpointsTests
{
    private static readonly string[] ForAnybody = ["/health", "/docs", "/openapi"];

    private RunningService _service = null!;
    private (string Method, string Path, Operation Operation)[] _endpoints = null!;

    [OneTimeSetUp]
    public async Task Every_endpoint()
    {
        _service = await SharedService.RunningAsync();
        _endpoints = [.. Endpoints().Where(endpoint => !IsForAnybody(endpoint)).SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (endpoint, method) =>
            (method, Filled(endpoint), endpoint.Metadata.GetMetadata<RequiresAttribute>()?.Operation ?? throw new AssertionException($"{method} {endpoint.RoutePattern.RawText} requires nothing.")))];
    }

    [Test]
    public void Only_health_and_the_reference_page_are_for_anybody() => Assert.That(
        Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0]}"),
        Is.All.AnyOf(ForAnybody).And.Not.Empty);

    [Test]
    public async Task No_other_answers_without_a_token()
    {
        foreach (var (method, path, _) in _endpoints)
        {
            Assert.That((await Ask(method, path, role: null)).Code, Is.EqualTo("access.no-valid-token"), $"{method} {path}");
        }

        Assert.That(_endpoints, Has.Length.GreaterThan(60));
    }

    [Test]
    public async Task Each_role_is_let_in_where_the_table_permits_it_and_nowhere_else([Values] Role role)
    {
        foreach (var (method, path, operation) in _endpoints)
        {
            var answer = await Ask(method, path, role);
            if (role.Permit(operation))
            {
                Assert.That(answer.Status, Is.Not.EqualTo(HttpStatusCode.Forbidden).And.Not.EqualTo(HttpStatusCode.Unauthorized).And.LessThan(HttpStatusCode.InternalServerError), $"{method} {path}");
                continue;
            }

            Assert.That((answer.Status, answer.Code, (string?)answer.Body["operation"]), Is.EqualTo((HttpStatusCode.Forbidden, "access.not-permitted", KebabCase.Spelling.ConvertName(operation.ToString()))), $"{method} {path}");
        }
    }

    private IEnumerable<RouteEndpoint> Endpoints() => ((IEndpointRouteBuilder)_service.Service).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();

    private static bool IsForAnybody(RouteEndpoint endpoint) => ForAnybody.Any(path => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}".StartsWith(path, StringComparison.Ordinal));

    private static string Filled(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => segment.Parts[0] switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "id" or "bed" or "referral" or "task" or "person" } => "019b76da-a800-7000-8000-000000000001",
        RoutePatternParameterPart { Name: "version" or "delayId" or "carer" or "agreement" } => "1",
        _ => "RTEST",
    }));

    private async Task<Answer> Ask(string method, string path, Role? role)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST")
        {
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        }

        if (role is { } asking)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _service.Service.Services.GetRequiredService<DevelopmentTokens>().Sign(asking));
        }

        using var answer = await _service.Http.SendAsync(request);
        return await Answer.Of(answer);
    }
}
