using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;

namespace Discharge.Api.OpenApi;

/// <summary>Which problems an endpoint can answer with, and what each means to whoever asked.</summary>
internal static class Problems
{
    private static readonly (int Status, string Meaning, Func<ApiDescription, bool> CanHappen)[] All =
    [
        (400, "Something in the request cannot be read; errors names each place and what to put right.", _ => true),
        (404, "There is nothing of this id.", HasPath),
        (409, "Somebody else got there first.", Changes),
        (412, "More was recorded since the version in If-Match.", endpoint => Changes(endpoint) && HasPath(endpoint)),
        (413, "The body is longer than 64 kB.", HasBody),
        (415, "The body is not announced as JSON in UTF-8.", HasBody),
        (422, "A rule refuses this, or an Idempotency-Key came before with another body; missing, accepted and onRecord say the way on.", Changes),
        (500, "The service failed; nothing half done was kept.", _ => true),
        (503, "The record cannot be reached at the moment, or others are at the same case; send it again after Retry-After.", _ => true),
    ];

    private static readonly (int Status, string Meaning)[] AtTheDoor =
    [
        (401, "No valid token."),
        (403, "The caller's role does not permit this."),
        (429, "The caller has asked for more than one may at a time; ask again after Retry-After."),
    ];

    /// <summary>The statuses of the problems an endpoint can answer with, those it names itself with <see cref="ProducesResponseTypeAttribute"/> among them; not those it answers otherwise.</summary>
    public static IEnumerable<int> Of(ApiDescription endpoint, object[] metadata) => All
        .Where(problem => problem.CanHappen(endpoint))
        .Select(problem => problem.Status)
        .Concat(metadata.OfType<IAllowAnonymous>().Any() ? [] : AtTheDoor.Select(problem => problem.Status))
        .Union(metadata.OfType<ProducesResponseTypeAttribute>().Select(named => named.StatusCode).Where(status => status >= StatusCodes.Status400BadRequest))
        .Except(metadata.OfType<AnswersAttribute>().Select(answers => answers.Status))
        .Order();

    /// <summary>What a problem of this status means, or null where the status is no problem.</summary>
    public static string? Meaning(int status) => All.Select(problem => (problem.Status, problem.Meaning)).Concat(AtTheDoor)
        .Where(problem => problem.Status == status)
        .Select(problem => problem.Meaning)
        .FirstOrDefault();

    /// <summary>Whether the endpoint changes something.</summary>
    public static bool Changes(ApiDescription endpoint) => HasBody(endpoint) && !(endpoint.ActionDescriptor.EndpointMetadata ?? []).OfType<AsksAttribute>().Any();

    /// <summary>Whether the endpoint reads a body.</summary>
    public static bool HasBody(ApiDescription endpoint) => endpoint.HttpMethod is not ("GET" or "HEAD");

    /// <summary>Whether the endpoint is about one thing that its path names.</summary>
    public static bool HasPath(ApiDescription endpoint) => endpoint.RelativePath?.Contains('{', StringComparison.Ordinal) is true;
}
