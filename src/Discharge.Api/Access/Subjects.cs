namespace Discharge.Api.Access;

/// <summary>What a request is about.</summary>
internal static class Subjects
{
    /// <summary>The cases, people and places that the path of a request names.</summary>
    public static IReadOnlyList<Guid> Of(HttpContext http) =>
        [.. http.Request.RouteValues.Values.Select(value => Guid.TryParse(value as string, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
}
