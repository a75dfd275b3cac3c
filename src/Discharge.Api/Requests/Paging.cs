namespace Discharge.Api.Requests;

/// <summary>Goes on from one page of a list to the next.</summary>
public static class Paging
{
    /// <summary>The address of the next page: what was asked for, after another place.</summary>
    public static string NextPage(HttpRequest request, string after)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Path + QueryString.Create(
            request.Query.Where(given => given.Key != "after").SelectMany(given => given.Value.Select(value => KeyValuePair.Create(given.Key, value)))
                .Append(KeyValuePair.Create("after", (string?)after)));
    }
}
